package org.wskscope.engine.projection;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * What a lane's blocks of 32, 1 024, 32 768 … bars have in common, so that a reader can skip or draw a block without looking inside. Written by the projector; a reader may
 * see an older state, which only makes it look inside.
 */
final class LaneIndex {
    static final int SHIFT = 5;
    static final int LEVELS = 4;

    private static final VarHandle LONG = MethodHandles.arrayElementVarHandle(long[].class);

    private final Level[] levels = new Level[LEVELS];

    LaneIndex() {
        for (int level = 0; level < LEVELS; level++) {
            levels[level] = new Level();
        }
    }

    /** Number of bars in a block of {@code level}, as a power of two. */
    static int shift(int level) {
        return SHIFT * (level + 1);
    }

    void opened(int bar, int code) {
        for (int level = 0; level < LEVELS; level++) {
            levels[level].opened(bar >>> shift(level), 1 << code);
        }
    }

    void closed(int bar, long nowNanos) {
        for (int level = 0; level < LEVELS; level++) {
            levels[level].closed(bar >>> shift(level), nowNanos);
        }
    }

    /** When the last bar of the block ended, or {@link Long#MAX_VALUE} while one of them is open. */
    long lastEnd(int level, int block) {
        long[] ends = levels[level].ends;
        long end = block < ends.length ? (long) LONG.getOpaque(ends, block) : 0;
        return end == 0 ? Long.MAX_VALUE : end;
    }

    /** Bit {@code 1 << code} for every code in the block. */
    int codes(int level, int block) {
        return levels[level].codes[block];
    }

    private static final class Level {
        /** 0 while a bar of the block is open. */
        private volatile long[] ends = new long[1];

        private volatile int[] codes = new int[1];
        private int[] open = new int[1];

        void opened(int block, int bit) {
            if (block >= open.length) {
                int length = Math.max(block + 1, open.length * 2);
                open = Arrays.copyOf(open, length);
                codes = Arrays.copyOf(codes, length);
                ends = Arrays.copyOf(ends, length);
            }
            open[block]++;
            codes[block] |= bit;
            LONG.setOpaque(ends, block, 0L);
        }

        /** Session time never goes back in a fold, so the bar that closes last has the latest end. */
        void closed(int block, long nowNanos) {
            if (--open[block] == 0) {
                LONG.setOpaque(ends, block, nowNanos);
            }
        }
    }
}
