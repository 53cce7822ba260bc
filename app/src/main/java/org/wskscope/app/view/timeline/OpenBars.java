package org.wskscope.app.view.timeline;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.projection.LaneView;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;

/** Finds what is going on now and worth looking at: callbacks in flight, and control calls whose effect waits. Pure. */
final class OpenBars {
    /** How many bars from the end of a control lane are looked at for one that waits. */
    private static final int MOST_LOOKED = 50;

    private OpenBars() {}

    /** The newest of them that began before the record {@code before}. */
    static Optional<Bar> newest(ScopeSnapshot snapshot, long before) {
        return snapshot.sockets().stream()
                .flatMap(socket -> Stream.concat(callbacks(snapshot, socket), waiting(snapshot, socket)))
                .filter(bar -> bar.startSequence() < before)
                .max(Comparator.comparingLong(Bar::startSequence));
    }

    private static Stream<Bar> callbacks(ScopeSnapshot snapshot, SocketRow socket) {
        LaneKey lane = LaneKey.of(LaneKind.CALLBACKS, socket.id());
        return socket.callbacks().stream()
                .flatMap(callback -> BarLocator.begunBy(snapshot, lane, callback.entered()).stream());
    }

    /** The socket's control calls that were answered and have not had their effect yet, newest first. */
    static Stream<Bar> waiting(ScopeSnapshot snapshot, SocketRow socket) {
        LaneView lane = snapshot.lane(LaneKey.of(LaneKind.CONTROL, socket.id()));
        if (lane == null) {
            return Stream.empty();
        }
        return Stream.iterate(lane.size() - 1, index -> index >= 0, index -> index - 1)
                .limit(MOST_LOOKED)
                .map(lane::bar)
                .filter(bar -> bar.isOpen() && bar.waiting());
    }
}
