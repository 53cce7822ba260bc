package org.wskscope.engine.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.wsk.SocketId;

/**
 * Everything the views show, folded from the records before {@code playhead}. Immutable; any thread. Lanes share append-only storage with the projector, so a
 * snapshot costs what changed, not what there is.
 *
 * @param log the log it was folded from; records before {@code playhead} may be read
 * @param playhead number of records folded: the sequence the next record will have
 * @param timeNanos session time of the playhead
 * @param sockets every socket ever created, ordered by id
 * @param lanes socket lanes in order of socket and kind, then processor lanes
 * @param findings misuse so far, oldest first
 * @param environment what surrounds the kernel
 * @param waits of the client outside of every callback and completion routine, oldest first
 */
public record ScopeSnapshot(
        TraceReader log,
        long playhead,
        long timeNanos,
        SocketTable sockets,
        List<LaneView> lanes,
        List<Finding> findings,
        Totals totals,
        Environment environment,
        List<OpenWait> waits) {
    /** Where the client waits for nothing. */
    @SuppressWarnings("checkstyle:ParameterNumber") // the record's, but for the last
    public ScopeSnapshot(
            TraceReader log,
            long playhead,
            long timeNanos,
            SocketTable sockets,
            List<LaneView> lanes,
            List<Finding> findings,
            Totals totals,
            Environment environment) {
        this(log, playhead, timeNanos, sockets, lanes, findings, totals, environment, List.of());
    }

    /** The socket with this id, or null when the playhead is before its creation. */
    public @Nullable SocketRow socket(SocketId id) {
        return sockets.row(id);
    }

    /** The lane with this key, or null when nothing has happened on it yet. */
    public @Nullable LaneView lane(LaneKey key) {
        return lanes instanceof LaneList list ? list.find(key) : find(key);
    }

    /** The lanes of this shared kind, the newest listener's first: together they hold every bar of that kind. */
    public List<LaneView> sharedLanes(LaneKind kind) {
        return lanes instanceof LaneList list ? list.shared(kind) : List.of();
    }

    /** The processors' lanes, in order of their numbers. */
    public List<LaneView> processorLanes() {
        return lanes instanceof LaneList list
                ? list.ofProcessors()
                : lanes.stream().filter(lane -> lane.key().isProcessor()).toList();
    }

    private @Nullable LaneView find(LaneKey key) {
        return lanes.stream().filter(lane -> lane.key().equals(key)).findFirst().orElse(null);
    }
}
