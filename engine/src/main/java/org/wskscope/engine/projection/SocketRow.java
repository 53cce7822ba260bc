package org.wskscope.engine.projection;

import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.trace.AcceptRoute;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskEvent;

/**
 * One socket as the log tells it up to the playhead. Immutable.
 *
 * @param name L1, C1, D1, B1, S1: category letter and order of creation
 * @param owner the processor its events are delivered on
 * @param local bound address; null before the bind
 * @param remote peer's address; null while not connected
 * @param listener the listener it was accepted from; null when created by the client
 * @param route how it was accepted; null when created by the client
 * @param mask the enabled events (a listener's inherited defaults included)
 * @param lockedMask those of them that cannot be taken back
 * @param waitingMask events whose disable waits
 * @param inheritedMask events an accepted socket got from its listener
 * @param callbacks in progress, oldest first
 * @param irps pending, oldest first
 * @param queued bytes (datagrams, connections) waiting in the socket
 * @param retained bytes of lists the client kept from its receive callbacks
 * @param gate whether receive indications come; never DRAINING, which {@link #receiveGate} tells
 * @param finQueued the peer finished, and the event waits behind data (C-08)
 * @param conditional a listener in conditional-accept mode
 * @param inspections requests that are open at a conditional listener, oldest first
 * @param waits of the client inside code that runs for the socket, oldest first
 * @param counters traffic so far
 * @param behaviours what the demonstration client does in its callbacks; null when the socket is not its own
 */
public record SocketRow(
        SocketId id,
        String name,
        SocketCategory category,
        SocketState state,
        int owner,
        @Nullable InetSocketAddress local,
        @Nullable InetSocketAddress remote,
        @Nullable SocketId listener,
        @Nullable AcceptRoute route,
        EventMask mask,
        EventMask lockedMask,
        EventMask waitingMask,
        EventMask inheritedMask,
        List<CallbackInFlight> callbacks,
        List<IrpInFlight> irps,
        long queued,
        long retained,
        ReceiveGate gate,
        boolean finQueued,
        boolean conditional,
        List<OpenInspection> inspections,
        List<OpenWait> waits,
        SocketCounters counters,
        @Nullable SocketBehaviours behaviours) {

    public SocketRow {
        callbacks = List.copyOf(callbacks);
        irps = List.copyOf(irps);
        inspections = List.copyOf(inspections);
        waits = List.copyOf(waits);
    }

    public EventState lamp(WskEvent event) {
        if (waitingMask.contains(event)) {
            return EventState.WAITING;
        }
        if (lockedMask.contains(event)) {
            return EventState.LOCKED;
        }
        return mask.contains(event) ? EventState.ON : EventState.OFF;
    }

    /** Whether WSK indicates what arrives, a disable that waits taken into account. */
    public ReceiveGate receiveGate() {
        WskEvent receives =
                category == SocketCategory.DATAGRAM ? WskEvent.WSK_EVENT_RECEIVE_FROM : WskEvent.WSK_EVENT_RECEIVE;
        return waitingMask.contains(receives) ? ReceiveGate.DRAINING : gate;
    }

    /** False while receive indications are paused. */
    public boolean gateOpen() {
        return gate == ReceiveGate.OPEN;
    }

    public boolean isClosed() {
        return state == SocketState.CLOSED;
    }
}
