package org.wskscope.app.view.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.LaneView;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.SocketId;

/**
 * A socket that cannot be served: something came for it, but its processor is kept by another socket's callback or call (C-15). Pure.
 *
 * @param socket the one that waits
 * @param work what keeps the processor, a bar of the processor's lane
 */
record Blocked(SocketRow socket, Bar work) {
    /** Shorter work is how processors are shared. */
    static final long SHORTEST_NANOS = 20_000_000;

    /** Those of these sockets that are blocked. */
    static List<Blocked> among(ScopeSnapshot snapshot, Iterable<SocketId> sockets, long nowNanos) {
        Map<Integer, Bar> keepers = keepers(snapshot, nowNanos);
        List<Blocked> blocked = new ArrayList<>();
        if (!keepers.isEmpty()) {
            for (SocketId id : sockets) {
                SocketRow socket = snapshot.socket(id);
                if (socket != null && isWaiting(socket)) {
                    Optional.ofNullable(keepers.get(socket.owner()))
                            .filter(work -> work.detail() != id.value())
                            .ifPresent(work -> blocked.add(new Blocked(socket, work)));
                }
            }
        }
        return blocked;
    }

    /** The socket whose code runs. */
    SocketId keeper() {
        return new SocketId((int) work.detail());
    }

    private static boolean isWaiting(SocketRow socket) {
        return !socket.isClosed()
                && socket.callbacks().isEmpty()
                && (socket.queued() > 0 && socket.gateOpen() && socket.mask().bits() != 0 || socket.finQueued());
    }

    /** By processor: the work that has gone on for long. */
    private static Map<Integer, Bar> keepers(ScopeSnapshot snapshot, long nowNanos) {
        Map<Integer, Bar> keepers = new HashMap<>();
        for (LaneView lane : snapshot.processorLanes()) {
            Bar last = lane.size() == 0 ? null : lane.bar(lane.size() - 1);
            if (last != null && last.isOpen() && nowNanos - last.startNanos() >= SHORTEST_NANOS) {
                keepers.put(lane.key().number(), last);
            }
        }
        return keepers;
    }
}
