package org.wskscope.engine.projection;

/**
 * Decides what is drawn as a bar and what as a group, so that the number of either follows the pixels. Narrow bars that begin in the same pixel make a group; wide ones
 * are shown one by one up to a few for each pixel they begin in, and so are a few that begin and end at one instant. Pixels are counted from time 0, so that panning does not regroup. Lives for one visit.
 */
final class BarGrouping {
    /** More wide bars than this beginning in one pixel can only be told apart by zooming in. */
    static final int WIDE_PER_PIXEL = 8;

    private static final long NO_PIXEL = Long.MIN_VALUE;

    private final LaneWindow lane;
    private final long firstPixel;
    private final double nanosPerPixel;
    private final BarVisitor visitor;
    private final Run narrow = new Run();
    private final Run surplus = new Run();
    private long widePixel = NO_PIXEL;
    private int wideShown;

    BarGrouping(LaneWindow lane, long fromNanos, double nanosPerPixel, BarVisitor visitor) {
        this.lane = lane;
        this.nanosPerPixel = nanosPerPixel;
        this.visitor = visitor;
        this.firstPixel = nanosPerPixel > 0 ? (long) Math.floor(fromNanos / nanosPerPixel) - 1 : 0;
    }

    void take(int bar, long endNanos, boolean open) {
        if (nanosPerPixel <= 0) {
            visitor.bar(lane.bar(bar));
            return;
        }
        long start = lane.startNanos(bar);
        long pixel = pixelOf(start);
        if (!open && endNanos - start < nanosPerPixel) {
            narrow.begin(pixel);
            narrow.add(bar, start, endNanos, 1, 1 << lane.code(bar));
            return;
        }
        beginWide(pixel);
        if (wideShown < WIDE_PER_PIXEL) {
            wideShown++;
            visitor.bar(lane.bar(bar));
        } else {
            surplus.add(bar, start, endNanos, 1, 1 << lane.code(bar));
        }
    }

    /** Takes a whole block at once where its bars could not be told apart anyway. */
    boolean takesBlock(LaneIndex index, LaneWindow.Block block, long endNanos, boolean allEnded) {
        long start = lane.startNanos(block.first());
        long pixel = pixelOf(start);
        if (nanosPerPixel <= 0 || pixelOf(lane.startNanos(block.last() - 1)) != pixel) {
            return false;
        }
        Run run = narrow;
        if (!allEnded || endNanos - start >= nanosPerPixel) {
            if (widePixel != pixel || wideShown < WIDE_PER_PIXEL) {
                return false;
            }
            run = surplus;
        }
        run.begin(pixel);
        run.add(block.first(), start, endNanos, block.size(), index.codes(block.level(), block.number()));
        return true;
    }

    void finish() {
        narrow.flush();
        surplus.flush();
    }

    private void beginWide(long pixel) {
        if (pixel != widePixel) {
            widePixel = pixel;
            wideShown = 0;
            surplus.begin(pixel);
        }
    }

    /** Everything that began before the view counts as one pixel. */
    private long pixelOf(long nanos) {
        return Math.max(firstPixel, (long) Math.floor(nanos / nanosPerPixel));
    }

    /** Bars of one pixel collected so far. */
    private final class Run {
        private long pixel = NO_PIXEL;
        private int first;
        private long startNanos;
        private long endNanos;
        private int count;
        private int codes;
        /** The bars, as long as there are few and none was taken by a block. */
        private final int[] bars = new int[WIDE_PER_PIXEL];

        private int known;

        void begin(long newPixel) {
            if (newPixel != pixel) {
                flush();
                pixel = newPixel;
            }
        }

        void add(int bar, long start, long end, int added, int newCodes) {
            if (count == 0) {
                first = bar;
                startNanos = start;
                endNanos = end;
                codes = 0;
                known = 0;
            }
            if (added == 1 && known < WIDE_PER_PIXEL) {
                bars[known] = bar;
                known++;
            }
            endNanos = Math.max(endNanos, end);
            count += added;
            codes |= newCodes;
        }

        void flush() {
            if (count == 1) {
                visitor.bar(lane.bar(first));
            } else if (count > 1 && startNanos == endNanos && known == count) {
                // At one instant, as a clock with wide steps or virtual time has it: no zoom would ever tell them
                // apart.
                for (int each = 0; each < known; each++) {
                    visitor.bar(lane.bar(bars[each]));
                }
            } else if (count > 1) {
                visitor.group(startNanos, endNanos, count, codes);
            }
            count = 0;
        }
    }
}
