package org.wskscope.app.control;

import java.util.ArrayList;
import java.util.List;

/**
 * What is selected among rows that come and go: ranges of their keys, so that millions of selected rows cost as much as one. The lead is where the keyboard is, the
 * anchor where an extended selection began. FX thread.
 */
final class RowSelection {
    static final long NONE = -1;

    private List<Range> ranges = List.of();
    private long anchor = NONE;
    private long lead = NONE;

    /** The keys {@code from} to {@code to}, both included. */
    record Range(long from, long to) {
        boolean contains(long key) {
            return from <= key && key <= to;
        }
    }

    /** In ascending order, apart from each other. */
    List<Range> ranges() {
        return ranges;
    }

    /** What is selected of {@code rows}, by number. */
    List<RowRange> rows(WindowedRows rows) {
        List<RowRange> selected = new ArrayList<>();
        for (Range range : ranges) {
            long from = rows.rowAtOrAfter(range.from());
            long to = rows.rowAtOrAfter(range.to() + 1) - 1;
            if (from <= to) {
                selected.add(new RowRange(from, to));
            }
        }
        return selected;
    }

    /** {@link #NONE} before anything was selected. */
    long lead() {
        return lead;
    }

    boolean contains(long key) {
        int low = 0;
        int high = ranges.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Range range = ranges.get(middle);
            if (range.contains(key)) {
                return true;
            }
            if (range.to() < key) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }

    void clear() {
        ranges = List.of();
        anchor = NONE;
        lead = NONE;
    }

    void only(long key) {
        ranges = List.of(new Range(key, key));
        anchor = key;
        lead = key;
    }

    /** From the anchor to {@code key} and nothing else. */
    void extendTo(long key) {
        if (anchor == NONE) {
            only(key);
            return;
        }
        ranges = List.of(new Range(Math.min(anchor, key), Math.max(anchor, key)));
        lead = key;
    }

    /** Adds the key, or takes it away when it is selected. */
    void toggle(long key) {
        boolean selected = contains(key);
        List<Range> next = new ArrayList<>();
        for (Range range : ranges) {
            if (!range.contains(key)) {
                next.add(range);
                continue;
            }
            if (range.from() < key) {
                next.add(new Range(range.from(), key - 1));
            }
            if (key < range.to()) {
                next.add(new Range(key + 1, range.to()));
            }
        }
        if (!selected) {
            next.add(new Range(key, key));
            next.sort((one, other) -> Long.compare(one.from(), other.from()));
        }
        ranges = List.copyOf(next);
        anchor = key;
        lead = key;
    }

    void all(long first, long last) {
        ranges = List.of(new Range(first, last));
        anchor = first;
        lead = lead == NONE ? last : lead;
    }
}
