package org.wskscope.app.state;

/**
 * The records that match among those looked at, in order: at most a bit for each record, found by number or by sequence without walking. Immutable; any thread.
 */
public final class RecordHits {
    /** Nothing was looked at. */
    public static final RecordHits NONE = new HitCollector(0).view(0);

    private final HitBlock[] blocks;
    private final long[] before;
    private final int full;
    private final HitBlock open;
    private final long openBefore;
    private final long firstBlock;
    private final long from;
    private final long examinedTo;

    /**
     * Blocks and counts may be shared with a collector, which changes nothing before {@code full}.
     *
     * @param before hits before each full block
     * @param openBefore hits before {@code open}, the block behind the full ones
     */
    RecordHits(HitBlock[] blocks, long[] before, int full, HitBlock open, long openBefore, long from, long examinedTo) {
        this.blocks = blocks;
        this.before = before;
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
            return start(full) + open.at((int) (index - openBefore));
        }
        int low = 0;
        int high = full - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (before[middle] <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return start(low) + blocks[low].at((int) (index - before[low]));
    }

    /** How many hits have a smaller sequence. */
    public long countBefore(long sequence) {
        long block = (sequence >> HitBlock.BITS) - firstBlock;
        if (block < 0) {
            return 0;
        }
        if (block > full) {
            return count();
        }
        int offset = (int) (sequence & HitBlock.RECORDS - 1);
        return block == full
                ? openBefore + open.before(offset)
                : before[(int) block] + blocks[(int) block].before(offset);
    }

    public boolean contains(long sequence) {
        long index = countBefore(sequence);
        return index < count() && at(index) == sequence;
    }

    private long start(int block) {
        return firstBlock + block << HitBlock.BITS;
    }
}
