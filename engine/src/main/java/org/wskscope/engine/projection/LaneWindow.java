package org.wskscope.engine.projection;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A lane seen from one playhead. Immutable to its reader; any thread. */
final class LaneWindow implements LaneView {
    private final LaneColumns columns;
    private final int size;
    private final long playhead;
    private final long playheadNanos;

    LaneWindow(LaneColumns columns, long playhead, long playheadNanos) {
        this.columns = columns;
        this.size = columns.sizeBefore(playhead);
        this.playhead = playhead;
        this.playheadNanos = playheadNanos;
    }

    @Override
    public LaneKey key() {
        return columns.key();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Bar bar(int index) {
        Objects.checkIndex(index, size);
        return columns.bar(index, playhead, playheadNanos);
    }

    @Override
    public int sizeBefore(long sequence) {
        return Math.min(size, columns.sizeBefore(sequence));
    }

    @Override
    public int indexOf(long startSequence) {
        int index = columns.indexOf(startSequence);
        return index < size ? index : -1;
    }

    @Override
    public int indexOfRequest(int irp, long sequence) {
        return columns.lastOf(irp, Math.min(size, columns.sizeBefore(sequence + 1)));
    }

    @Override
    public void visit(long fromNanos, long toNanos, double nanosPerPixel, BarVisitor visitor) {
        int end = startedBy(toNanos);
        BarGrouping grouping = new BarGrouping(this, fromNanos, nanosPerPixel, visitor);
        LaneIndex index = columns.index();
        if (index == null) {
            visitBars(0, end, grouping, fromNanos);
        } else {
            int top = LaneIndex.LEVELS - 1;
            int last = (end - 1) >> LaneIndex.shift(top);
            for (int block = 0; block <= last; block++) {
                visitBlock(index, new Block(top, block, end), grouping, fromNanos);
            }
        }
        grouping.finish();
    }

    private void visitBlock(LaneIndex index, Block block, BarGrouping grouping, long fromNanos) {
        int first = block.first();
        int last = block.last();
        if (block.isWhole()) {
            long end = index.lastEnd(block.level, block.number);
            boolean allEnded = end < playheadNanos;
            if (allEnded && end < fromNanos
                    || grouping.takesBlock(index, block, allEnded ? end : playheadNanos, allEnded)) {
                return;
            }
        }
        if (block.level == 0) {
            visitBars(first, last, grouping, fromNanos);
            return;
        }
        int shift = LaneIndex.shift(block.level - 1);
        for (int child = first >>> shift; child << shift < last; child++) {
            visitBlock(index, new Block(block.level - 1, child, block.limit), grouping, fromNanos);
        }
    }

    private void visitBars(int first, int last, BarGrouping grouping, long fromNanos) {
        for (int bar = first; bar < last; bar++) {
            long end = columns.endNanos(bar, playhead);
            boolean open = end == Long.MAX_VALUE;
            if (open || end >= fromNanos) {
                grouping.take(bar, open ? playheadNanos : end, open);
            }
        }
    }

    /** The number of bars that began no later than {@code nanos}. */
    private int startedBy(long nanos) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (columns.startNanos(middle) <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    long startNanos(int bar) {
        return columns.startNanos(bar);
    }

    int code(int bar) {
        return columns.code(bar);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LaneWindow that && that.columns == columns && that.playhead == playhead;
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(columns), playhead);
    }

    /** Some of the lane's bars: block {@code number} of a level, cut off at {@code limit}. */
    record Block(int level, int number, int limit) {
        int first() {
            return number << LaneIndex.shift(level);
        }

        int last() {
            return Math.min(limit, first() + size());
        }

        boolean isWhole() {
            return limit - first() >= size();
        }

        int size() {
            return 1 << LaneIndex.shift(level);
        }
    }
}
