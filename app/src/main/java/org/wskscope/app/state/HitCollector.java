package org.wskscope.app.state;

import java.util.Arrays;

/** Gathers hits in ascending order and gives views of what there is so far, which never change. Owned by one thread. */
final class HitCollector {
    private final long from;
    private HitBlock[] blocks = new HitBlock[16];
    private long[] before = new long[16];
    private int full;
    private long fullCount;
    private final long[] gathered = HitBlock.gathering();
    private int gatheredCount;

    /** {@code from} is the first record that will be looked at. */
    HitCollector(long from) {
        this.from = from;
    }

    /** A record that matches; larger than those before. */
    void add(long sequence) {
        closeBlocksBefore(sequence);
        set((int) (sequence & HitBlock.RECORDS - 1));
    }

    /** What there is, all records before {@code examinedTo} having been looked at. */
    RecordHits view(long examinedTo, long... provisional) {
        HitBlock open;
        if (provisional.length == 0) {
            closeBlocksBefore(examinedTo);
            open = HitBlock.of(gathered, gatheredCount);
            return new RecordHits(new RecordHits.Full(blocks, before, full), open, fullCount, from, examinedTo);
        }
        return withProvisional(provisional).view(examinedTo);
    }

    /** A copy that also has hits which may be none later. Few, and at the end. */
    private HitCollector withProvisional(long... provisional) {
        HitCollector copy = new HitCollector(from);
        copy.blocks = blocks.clone();
        copy.before = before.clone();
        copy.full = full;
        copy.fullCount = fullCount;
        System.arraycopy(gathered, 0, copy.gathered, 0, gathered.length);
        copy.gatheredCount = gatheredCount;
        for (long sequence : provisional) {
            copy.add(sequence);
        }
        return copy;
    }

    private void closeBlocksBefore(long sequence) {
        long block = (sequence >> HitBlock.BITS) - (from >> HitBlock.BITS);
        while (full < block) {
            if (full == blocks.length) {
                blocks = Arrays.copyOf(blocks, full * 2);
                before = Arrays.copyOf(before, full * 2);
            }
            blocks[full] = HitBlock.of(gathered, gatheredCount);
            before[full] = fullCount;
            full++;
            fullCount += gatheredCount;
            Arrays.fill(gathered, 0);
            gatheredCount = 0;
        }
    }

    private void set(int offset) {
        long bit = 1L << offset % Long.SIZE;
        if ((gathered[offset / Long.SIZE] & bit) == 0) {
            gathered[offset / Long.SIZE] |= bit;
            gatheredCount++;
        }
    }
}
