package org.wskscope.app.view.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.CallbackInFlight;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.projection.LaneView;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.SocketState;

/** Finds what is going on now and worth looking at: callbacks in flight, and control calls whose effect waits. Costs what is open. Pure. */
final class OpenBars {
    /** How many bars from the end of a control lane are looked at for one that waits. */
    private static final int MOST_LOOKED = 50;

    private OpenBars() {}

    /** The newest of them that began before the record {@code before}. */
    static Optional<Bar> newest(ScopeSnapshot snapshot, long before) {
        List<Bar> found = new ArrayList<>();
        snapshot.sockets().visitOpen(socket -> {
            socket.callbacks().stream()
                    .filter(callback -> callback.entered() < before)
                    .max(Comparator.comparingLong(CallbackInFlight::entered))
                    .flatMap(callback -> BarLocator.begunBy(
                            snapshot, LaneKey.of(LaneKind.CALLBACKS, socket.id()), callback.entered()))
                    .ifPresent(found::add);
            waiting(snapshot, socket)
                    .filter(bar -> bar.startSequence() < before)
                    .forEach(found::add);
        });
        return found.stream().max(Comparator.comparingLong(Bar::startSequence));
    }

    /** The socket's control calls that were answered and have not had their effect yet, newest first. */
    static Stream<Bar> waiting(ScopeSnapshot snapshot, SocketRow socket) {
        LaneView lane = mayWait(socket) ? snapshot.lane(LaneKey.of(LaneKind.CONTROL, socket.id())) : null;
        if (lane == null) {
            return Stream.empty();
        }
        return Stream.iterate(lane.size() - 1, index -> index >= 0, index -> index - 1)
                .limit(MOST_LOOKED)
                .map(lane::bar)
                .filter(bar -> bar.isOpen() && bar.waiting());
    }

    /** Only a disable and a close wait. */
    private static boolean mayWait(SocketRow socket) {
        return socket.waitingMask().bits() != 0
                || !socket.callbacks().isEmpty()
                || socket.state() == SocketState.CLOSING;
    }
}
