package org.wskscope.engine.projection;

import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.trace.TraceReader;

/**
 * What is known of a log up to its tail and does not depend on where in it one looks: bars, findings, and states to begin a fold at. Immutable; any thread. Append-only
 * storage is shared by all histories of one fold, so that one costs what is new.
 */
public final class History {
    private final TraceReader log;
    private final long tail;
    private final Lanes lanes;
    private final List<FoundMisuse> findings;
    private final Anchors anchors;

    History(TraceReader log, long tail, Lanes lanes, List<FoundMisuse> findings, Anchors anchors) {
        this.log = log;
        this.tail = tail;
        this.lanes = lanes;
        this.findings = findings;
        this.anchors = anchors;
    }

    /** All lanes there are: of sockets by socket and kind, of processors by number, those that are found by their key only. */
    record Lanes(
            List<LaneColumns> ofSockets, List<LaneColumns> ofProcessors, NavigableMap<LaneKey, LaneColumns> shared) {
        LaneList at(long playhead, long playheadNanos) {
            return new LaneList(this, playhead, playheadNanos, false);
        }

        LaneList atTail(long tail, long tailNanos) {
            return new LaneList(this, tail, tailNanos, true);
        }
    }

    public TraceReader log() {
        return log;
    }

    /** How many records it knows. */
    public long tail() {
        return tail;
    }

    /** All findings up to the tail, oldest first. */
    public List<Finding> findings() {
        return new FindingList(findings, tail);
    }

    /** Everything the views show at the place where {@code state} stands, which is not behind the tail. */
    public ScopeSnapshot at(State state) {
        return new ScopeSnapshot(
                log,
                state.sequence(),
                state.timeNanos(),
                state.sockets(),
                lanes.at(state.sequence(), state.timeNanos()),
                new FindingList(findings, state.sequence()),
                state.totals(),
                state.environment(),
                state.clientWaits());
    }

    /**
     * The lane with this key as it is at the tail, or null when nothing ever happens on it: shows what is still to come.
     *
     * @param tailNanos session time of the tail, up to which open bars last
     */
    public @Nullable LaneView lane(LaneKey key, long tailNanos) {
        return lanes.at(tail, tailNanos).find(key);
    }

    Lanes lanes() {
        return lanes;
    }

    List<FoundMisuse> found() {
        return findings;
    }

    Anchors anchors() {
        return anchors;
    }
}
