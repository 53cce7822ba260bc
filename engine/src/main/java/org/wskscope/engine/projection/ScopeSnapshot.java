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
 */
public record ScopeSnapshot(
        TraceReader log,
        long playhead,
        long timeNanos,
        SocketTable sockets,
        List<LaneView> lanes,
        List<Finding> findings,
        Totals totals) {
    /** The socket with this id, or null when the playhead is before its creation. */
    public @Nullable SocketRow socket(SocketId id) {
        return sockets.row(id);
    }

    /** The lane with this key, or null when nothing has happened on it yet. */
    public @Nullable LaneView lane(LaneKey key) {
        int low = 0;
        int high = lanes.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            LaneView lane = lanes.get(middle);
            int order = lane.key().compareTo(key);
            if (order == 0) {
                return lane;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }
}
