package org.wskscope.engine.projection;

import org.wskscope.engine.trace.TraceReader;

/**
 * Folds the records of one log, in order, into what the views show. A snapshot depends on nothing but the records before its playhead: folding in steps and folding at
 * once give equal snapshots, and later folding changes none that was taken. Owned by one thread; snapshots, histories and states may go anywhere.
 */
@ProjectorThread
public final class ScopeFold {
    /** A state is kept after so many records, at least. */
    static final int ANCHOR_RECORDS = 16 * 1024;
    /** And after so many for each socket that changed since the last one, so that anchors stay small beside the records. */
    static final int ANCHOR_RECORDS_PER_SOCKET = 32;

    private final TraceReader log;
    private final HistoryFold history;
    private final StateFold fold;
    private long anchorAt = ANCHOR_RECORDS;
    private long lastAnchor;

    public ScopeFold(TraceReader log) {
        this.log = log;
        history = new HistoryFold(log);
        fold = new StateFold(log, history);
    }

    /** Number of records folded. */
    public long playhead() {
        return fold.sequence();
    }

    /** Session time of the playhead. */
    public long timeNanos() {
        return fold.timeNanos();
    }

    /**
     * Folds on until {@code target} records are folded; does nothing when they already are.
     *
     * @throws IndexOutOfBoundsException when the log is shorter
     */
    public void foldTo(long target) {
        while (fold.sequence() < target) {
            fold.foldTo(Math.min(target, anchorAt));
            if (fold.sequence() == anchorAt) {
                anchor();
            }
        }
    }

    /** Everything as it is at the playhead. Costs what changed since the last call. */
    public ScopeSnapshot snapshot() {
        return snapshot(history());
    }

    /** As {@link #snapshot()}, of a history that was just taken. */
    public ScopeSnapshot snapshot(History now) {
        return new ScopeSnapshot(
                log,
                playhead(),
                timeNanos(),
                fold.sockets(),
                now.lanes().atTail(playhead(), timeNanos()),
                new FindingList(now.found(), playhead()),
                fold.totals(),
                fold.environment(),
                fold.clientWaits());
    }

    /** What is known up to the playhead, wherever one looks. Costs what changed since the last call. */
    public History history() {
        return history.history(playhead());
    }

    /** Everything the fold needs to go on from here. Costs what changed since the last call. */
    public State state() {
        return fold.state();
    }

    /** Waits for more records while many sockets changed. */
    private void anchor() {
        long enough = Math.max(ANCHOR_RECORDS, (long) ANCHOR_RECORDS_PER_SOCKET * fold.changedSockets());
        if (fold.sequence() - lastAnchor >= enough) {
            history.anchor(fold.state());
            lastAnchor = fold.sequence();
            anchorAt = lastAnchor + ANCHOR_RECORDS;
        } else {
            anchorAt = lastAnchor + enough;
        }
    }
}
