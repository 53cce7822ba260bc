package org.wskscope.app.view.callbacks;

import java.util.Arrays;
import java.util.function.LongFunction;

/**
 * Which records pass the filter, found a bounded number at a time so that no pulse is late. Without a filter it stores nothing. Holds 8 bytes for each match.
 * FX thread.
 */
final class RecordIndex {
    private static final int FIRST_SIZE = 1024;

    private RecordFilter filter = RecordFilter.EVERYTHING;
    private long[] matches = new long[FIRST_SIZE];
    private int count;
    private long examined;
    private long playhead;

    /** Starts again with another filter. */
    void setFilter(RecordFilter newFilter) {
        filter = newFilter;
        count = 0;
        examined = 0;
    }

    RecordFilter filter() {
        return filter;
    }

    /**
     * Looks at up to {@code budget} records more, none at or after {@code newPlayhead}.
     *
     * @return true when there may be more to look at
     */
    boolean advance(long newPlayhead, int budget, LongFunction<FilterCandidate> candidates) {
        playhead = newPlayhead;
        if (filter.isEverything()) {
            return false;
        }
        long end = Math.min(playhead, examined + budget);
        for (; examined < end; examined++) {
            if (filter.matches(candidates.apply(examined))) {
                append(examined);
            }
        }
        return examined < playhead;
    }

    /** How many records before the playhead are shown. */
    int size() {
        if (filter.isEverything()) {
            return (int) Math.min(playhead, Integer.MAX_VALUE);
        }
        return firstAtOrAfter(playhead);
    }

    /** The sequence of the record in row {@code index}. */
    long sequenceAt(int index) {
        return filter.isEverything() ? index : matches[index];
    }

    /** The row of the record {@code sequence}, or −1 when it is not shown. */
    int rowOf(long sequence) {
        if (sequence < 0 || sequence >= playhead) {
            return -1;
        }
        if (filter.isEverything()) {
            return sequence < size() ? (int) sequence : -1;
        }
        int index = Arrays.binarySearch(matches, 0, count, sequence);
        return index >= 0 ? index : -1;
    }

    /** How many of the records looked at are not shown. */
    long hidden() {
        return filter.isEverything() ? 0 : Math.min(examined, playhead) - size();
    }

    private void append(long sequence) {
        if (count == matches.length) {
            matches = Arrays.copyOf(matches, count * 2);
        }
        matches[count++] = sequence;
    }

    private int firstAtOrAfter(long sequence) {
        int index = Arrays.binarySearch(matches, 0, count, sequence);
        return index >= 0 ? index : -index - 1;
    }
}
