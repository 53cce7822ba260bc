package org.wskscope.app.view.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.CallbackInFlight;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.projection.OpenWait;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

/** Finds what waiting calls wait for: a disable for a callback of its events, a close for any callback of its socket; and what a callback waits for. Pure. */
final class Waits {
    private Waits() {}

    /**
     * One call that waits.
     *
     * @param waiting the control call
     * @param held the callback that has to return first
     */
    record Wait(Bar waiting, Bar held) {}

    /** What waits on these sockets, newest first on each. */
    static List<Wait> on(ScopeSnapshot snapshot, Iterable<SocketId> sockets) {
        List<Wait> waits = new ArrayList<>();
        for (SocketId id : sockets) {
            SocketRow socket = snapshot.socket(id);
            if (socket != null && !socket.callbacks().isEmpty()) {
                OpenBars.waiting(snapshot, socket)
                        .forEach(bar -> held(snapshot, socket, bar).ifPresent(held -> waits.add(new Wait(bar, held))));
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
