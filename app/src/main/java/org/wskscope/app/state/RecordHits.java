package org.wskscope.app.state;

/**
 * The records that match among those looked at, in order: at most a bit for each record, found by number or by sequence without walking. Immutable; any thread.
 */
public final class RecordHits {
    /** Nothing was looked at. */
    public static final RecordHits NONE = new HitCollector(0).view(0);

    private final Full full;
    private final HitBlock open;
    private final long openBefore;
    private final long firstBlock;
    private final long from;
    private final long examinedTo;

    /**
     * Blocks nothing is added to any more. The arrays may be shared with a collector, which changes nothing before {@code count}.
     *
     * @param before hits before each block
     */
    record Full(HitBlock[] blocks, long[] before, int count) {}

    /**
     * Hits in full blocks and the one behind them.
     *
     * @param openBefore hits before {@code open}
     */
    RecordHits(Full full, HitBlock open, long openBefore, long from, long examinedTo) {
        this.full = full;
        this.open = open;
        this.openBefore = openBefore;
        this.firstBlock = from >> HitBlock.BITS;
        this.from = from;
        this.examinedTo = examinedTo;
    }

    public long count() {
        return openBefore + open.count();
    }

    /** The first record that was looked at. */
    public long from() {
        return from;
    }

    /** Behind the last record that was looked at. */
    public long examinedTo() {
        return examinedTo;
    }

    /** The sequence of hit {@code index}, from 0. */
    public long at(long index) {
        if (index < 0 || index >= count()) {
            throw new IndexOutOfBoundsException("hit " + index + " of " + count());
        }
        if (index >= openBefore) {
            return start(full.count()) + open.at((int) (index - openBefore));
        }
        int low = 0;
        int high = full.count() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (full.before()[middle] <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return start(low) + full.blocks()[low].at((int) (index - full.before()[low]));
    }

    /** How many hits have a smaller sequence. */
    public long countBefore(long sequence) {
        long block = (sequence >> HitBlock.BITS) - firstBlock;
        if (block < 0) {
            return 0;
        }
        if (block > full.count()) {
            return count();
        }
        int offset = (int) (sequence & HitBlock.RECORDS - 1);
        return block == full.count()
                ? openBefore + open.before(offset)
                : full.before()[(int) block] + full.blocks()[(int) block].before(offset);
    }

    public boolean contains(long sequence) {
        long index = countBefore(sequence);
        return index < count() && at(index) == sequence;
    }

    private long start(int block) {
        return firstBlock + block << HitBlock.BITS;
    }
}
