package org.wskscope.app.view.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.CallbackInFlight;
import org.wskscope.engine.projection.IrpInFlight;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.projection.OpenWait;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

/** Finds what waits for what: a disable for a callback of its events, a close for any callback of its socket, a callback for a request (C-32). Pure. */
final class Waits {
    private Waits() {}

    /**
     * Two bars, one of which waits for the other.
     *
     * @param waiting the control call, or the callback whose code waits
     * @param held the callback that has to return first, or the request that has to complete first
     */
    record Wait(Bar waiting, Bar held) {}

    /** What waits on these sockets for something on one of them: control calls first, newest first on each. */
    static List<Wait> on(ScopeSnapshot snapshot, Iterable<SocketId> sockets) {
        List<Wait> waits = new ArrayList<>();
        for (SocketId id : sockets) {
            SocketRow socket = snapshot.socket(id);
            if (socket != null && !socket.callbacks().isEmpty()) {
                OpenBars.waiting(snapshot, socket)
                        .forEach(bar -> held(snapshot, socket, bar).ifPresent(held -> waits.add(new Wait(bar, held))));
                socket.waits()
                        .forEach(wait -> callback(snapshot, socket, wait)
                                .ifPresent(waiting -> request(snapshot, sockets, wait)
                                        .ifPresent(held -> waits.add(new Wait(waiting, held)))));
            }
        }
        return waits;
    }

    /** The wait inside the callback of this bar that is not over yet (C-32). */
    static Optional<OpenWait> inside(ScopeSnapshot snapshot, Bar callback) {
        SocketRow socket = snapshot.socket(new SocketId(callback.lane().number()));
        return socket == null
                ? Optional.empty()
                : socket.waits().stream()
                        .filter(wait -> wait.within() == callback.startSequence())
                        .findFirst();
    }

    /** The callback whose code waits; empty for a completion routine, which has no bar. */
    private static Optional<Bar> callback(ScopeSnapshot snapshot, SocketRow socket, OpenWait wait) {
        return BarLocator.begunBy(snapshot, LaneKey.of(LaneKind.CALLBACKS, socket.id()), wait.within());
    }

    /** The pending request that is waited for; a client may wait for one of another socket. */
    private static Optional<Bar> request(ScopeSnapshot snapshot, Iterable<SocketId> sockets, OpenWait wait) {
        for (SocketId id : sockets) {
            SocketRow socket = snapshot.socket(id);
            for (IrpInFlight irp : socket == null ? List.<IrpInFlight>of() : socket.irps()) {
                if (irp.irp() == wait.irp()) {
                    return BarLocator.begunBy(snapshot, LaneKey.of(LaneKind.IRPS, id), irp.pended());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Bar> held(ScopeSnapshot snapshot, SocketRow socket, Bar waiting) {
        LaneKey lane = LaneKey.of(LaneKind.CALLBACKS, socket.id());
        return socket.callbacks().stream()
                .filter(callback -> blocks(callback, waiting))
                .findFirst()
                .flatMap(callback -> BarLocator.begunBy(snapshot, lane, callback.entered()));
    }

    private static boolean blocks(CallbackInFlight callback, Bar waiting) {
        if (waiting.code() != WskFunction.WSK_CONTROL_SOCKET.ordinal()) {
            return true;
        }
        WskEvent event = callback.callback().event();
        return event != null && new EventMask((int) waiting.detail()).contains(event);
    }
}
