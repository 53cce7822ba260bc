package org.wskscope.engine.projection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds how things stood at any record of one log: folds again from the last anchor before it, and keeps states on its way so that the places near by are found at once. Gives
 * exactly the state a fold from the first record gives. Owned by one thread.
 */
public final class StateFinder {
    /** On its way it keeps a state after so many records. */
    static final int STEP = 512;
    /** Between anchors, the newest asked for: so many stretches keep their states. */
    private static final int STRETCHES = 4;

    private static final int LIVELY = 16;

    private final Map<Long, NavigableMap<Long, State>> stretches = new LinkedHashMap<>(LIVELY, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, NavigableMap<Long, State>> eldest) {
            return size() > STRETCHES;
        }
    };

    /** Where the last fold stands; goes on from there when the next place is not far behind it. */
    private @Nullable StateFold running;

    /**
     * How things stood when the records before {@code sequence} were all there are.
     *
     * @throws IllegalArgumentException when the history does not reach so far
     */
    public State at(History history, long sequence) {
        if (sequence < 0 || sequence > history.tail()) {
            throw new IllegalArgumentException("record " + sequence + " of " + history.tail());
        }
        State anchor = history.anchors().before(sequence);
        NavigableMap<Long, State> kept = stretches.computeIfAbsent(anchor.sequence(), from -> new TreeMap<>());
        Map.Entry<Long, State> near = kept.floorEntry(sequence);
        State from = near == null ? anchor : near.getValue();
        if (from.sequence() == sequence) {
            return from;
        }
        StateFold fold = running;
        if (fold == null || fold.sequence() > sequence || fold.sequence() < from.sequence()) {
            fold = new StateFold(history.log(), from, FoldSink.NOTHING);
        }
        running = null;
        for (long stop = nextStop(fold.sequence()); stop < sequence; stop = nextStop(stop)) {
            fold.foldTo(stop);
            kept.put(stop, fold.state());
        }
        fold.foldTo(sequence);
        running = fold;
        return fold.state();
    }

    private static long nextStop(long sequence) {
        return (sequence / STEP + 1) * STEP;
    }
}
