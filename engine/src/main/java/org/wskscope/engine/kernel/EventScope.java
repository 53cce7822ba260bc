package org.wskscope.engine.kernel;

import java.util.EnumSet;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskEvent;

/** Which event flags a category, or the role a stream socket took, may use, and when (section 4.2). */
enum EventScope {
    /** No events without an extension (EVT-GEN-05). */
    BASIC(EventMask.NONE, EventMask.NONE, EnumSet.noneOf(SocketState.class)),
    /** After bind (CTL-ECB-03, -15); connection flags are defaults for accepted sockets (CTL-INH-01). */
    LISTEN(EventMask.of(WskEvent.WSK_EVENT_ACCEPT), Masks.CONNECTION, EnumSet.of(SocketState.LISTENING)),
    /** After bind (CTL-ECB-03, -16). */
    DATAGRAM(EventMask.of(WskEvent.WSK_EVENT_RECEIVE_FROM), EventMask.NONE, EnumSet.of(SocketState.BOUND)),
    /** After connect (CTL-ECB-04, -17). */
    CONNECTION(
            Masks.CONNECTION,
            EventMask.NONE,
            EnumSet.of(SocketState.CONNECTED, SocketState.HALF_CLOSED_LOCAL, SocketState.HALF_CLOSED_REMOTE)),
    /** A stream socket that neither listens nor connected yet (C-38). */
    UNDECIDED(EventMask.NONE, Masks.CONNECTION.with(WskEvent.WSK_EVENT_ACCEPT), EnumSet.noneOf(SocketState.class));

    private final EventMask direct;
    private final EventMask inheritable;
    private final EnumSet<SocketState> enableStates;

    EventScope(EventMask direct, EventMask inheritable, EnumSet<SocketState> enableStates) {
        this.direct = direct;
        this.inheritable = inheritable;
        this.enableStates = enableStates;
    }

    /** Flags of the socket's own callbacks. */
    int directBits() {
        return direct.bits();
    }

    /** Flags that become defaults for accepted sockets. */
    int inheritableBits() {
        return inheritable.bits();
    }

    /** The option may be used in this state; a disconnected connection may still disable (C-04, CTL-ECB-30). */
    boolean isTime(SocketState state, boolean disable) {
        return enableStates.contains(state) || (this == CONNECTION && disable && state == SocketState.DISCONNECTED);
    }

    private static final class Masks {
        static final EventMask CONNECTION = EventMask.of(
                WskEvent.WSK_EVENT_RECEIVE, WskEvent.WSK_EVENT_DISCONNECT, WskEvent.WSK_EVENT_SEND_BACKLOG);
    }
}
