package org.wskscope.engine.kernel;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskFunction;

/**
 * The legality matrix (section 2.2): in which states a function may run. Everywhere else it is answered with STATUS_INVALID_DEVICE_STATE (C-01). CLOSING, CLOSED and
 * DEAD are decided before this table is asked.
 */
final class LegalityMatrix {
    private static final EnumSet<SocketState> RECEIVING = EnumSet.of(
            SocketState.CONNECTED,
            SocketState.HALF_CLOSED_LOCAL,
            SocketState.HALF_CLOSED_REMOTE,
            SocketState.DISCONNECTED);
    private static final EnumSet<SocketState> SENDING =
            EnumSet.of(SocketState.CONNECTED, SocketState.HALF_CLOSED_REMOTE);
    private static final EnumSet<SocketState> ADDRESSED = EnumSet.of(
            SocketState.BOUND,
            SocketState.LISTENING,
            SocketState.CONNECTING,
            SocketState.CONNECTED,
            SocketState.HALF_CLOSED_LOCAL,
            SocketState.HALF_CLOSED_REMOTE,
            SocketState.DISCONNECTED);

    private static final Map<WskFunction, EnumSet<SocketState>> LEGAL = new EnumMap<>(Map.ofEntries(
            Map.entry(WskFunction.WSK_BIND, EnumSet.of(SocketState.CREATED)),
            Map.entry(WskFunction.WSK_CONNECT, EnumSet.of(SocketState.BOUND)),
            Map.entry(WskFunction.WSK_CONNECT_EX, EnumSet.of(SocketState.BOUND)),
            Map.entry(WskFunction.WSK_LISTEN, EnumSet.of(SocketState.BOUND)),
            Map.entry(WskFunction.WSK_ACCEPT, EnumSet.of(SocketState.LISTENING)),
            Map.entry(WskFunction.WSK_INSPECT_COMPLETE, EnumSet.of(SocketState.LISTENING)),
            Map.entry(WskFunction.WSK_SEND, SENDING),
            Map.entry(WskFunction.WSK_RECEIVE, RECEIVING),
            Map.entry(WskFunction.WSK_DISCONNECT, SENDING),
            Map.entry(WskFunction.WSK_SEND_TO, EnumSet.of(SocketState.BOUND)),
            Map.entry(WskFunction.WSK_SEND_MESSAGES, EnumSet.of(SocketState.BOUND)),
            Map.entry(WskFunction.WSK_RECEIVE_FROM, EnumSet.of(SocketState.BOUND)),
            Map.entry(WskFunction.WSK_GET_LOCAL_ADDRESS, ADDRESSED),
            Map.entry(WskFunction.WSK_GET_REMOTE_ADDRESS, RECEIVING)));

    private LegalityMatrix() {}

    /** {@code WSK_DISCONNECT} here means the graceful one. Functions without a row are legal in every state. */
    static boolean allows(WskFunction function, SocketState state) {
        EnumSet<SocketState> states = LEGAL.get(function);
        return states == null || states.contains(state);
    }

    /** The row of the abortive disconnect: as receiving; repeated, it is a successful no-op (C-03). */
    static boolean allowsAbortiveDisconnect(SocketState state) {
        return RECEIVING.contains(state);
    }
}
