package org.wskscope.app.state;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.projection.ScopeSnapshot;

/**
 * Looks through the records for those that match, in the background, as far as the newest snapshot it was told of, and on as more come. What it found can be read at any
 * time. {@link #follow} and the rest belong to the FX thread.
 */
public final class RecordSearch implements BackgroundWork.Job {
    private static final long TURN_NANOS = 4_000_000;
    private static final int RECORDS_BETWEEN_CLOCKS = 64;

    private final Matcher matcher;
    private final long from;
    private final long to;
    private final HitCollector collector;
    private long next;
    private long[] unsettled = new long[0];

    private volatile @Nullable ScopeSnapshot target;
    private volatile RecordHits hits;

    /** What is looked for. Called on the background thread only. */
    public interface Matcher {
        boolean matches(ScopeSnapshot snapshot, long sequence);

        /** False while a record that is still to come can change whether this one matches. */
        boolean isSettled(ScopeSnapshot snapshot, long sequence);
    }

    /** A search of the records {@code from} to {@code to} − 1, those that are still to come among them. */
    public RecordSearch(Matcher matcher, long from, long to) {
        this.matcher = matcher;
        this.from = from;
        this.to = to;
        this.collector = new HitCollector(from);
        this.next = from;
        this.hits = collector.view(from);
    }

    /** Records before the snapshot's playhead are to be looked at. */
    public void follow(ScopeSnapshot snapshot) {
        target = snapshot;
    }

    /** What was found until now. Any thread. */
    public RecordHits hits() {
        return hits;
    }

    @Override
    public boolean turn() {
        ScopeSnapshot snapshot = target;
        if (snapshot == null || snapshot.playhead() <= from) {
            return false;
        }
        long end = Math.min(to, snapshot.playhead());
        long deadline = System.nanoTime() + TURN_NANOS;
        boolean settled = true;
        while (next < end && settled) {
            if (next % RECORDS_BETWEEN_CLOCKS == 0 && next > from && System.nanoTime() > deadline) {
                hits = collector.view(next);
                return true;
            }
            settled = matcher.isSettled(snapshot, next);
            if (settled) {
                if (matcher.matches(snapshot, next)) {
                    collector.add(next);
                }
                next++;
            }
        }
        hits = collector.view(Math.max(next, end), provisional(snapshot, end));
        return false;
    }

    /** Those from the first unsettled record on that match as things are. */
    private long[] provisional(ScopeSnapshot snapshot, long end) {
        if (next >= end) {
            return new long[0];
        }
        int count = 0;
        if (unsettled.length < end - next) {
            unsettled = new long[(int) (end - next)];
        }
        for (long sequence = next; sequence < end; sequence++) {
            if (matcher.matches(snapshot, sequence)) {
                unsettled[count++] = sequence;
            }
        }
        return Arrays.copyOf(unsettled, count);
    }
}
