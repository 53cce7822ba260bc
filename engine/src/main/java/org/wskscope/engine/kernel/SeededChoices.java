package org.wskscope.engine.kernel;

import org.wskscope.engine.chance.ChoicePoint;
import org.wskscope.engine.chance.Choices;

/**
 * Chooses by a seed: the same seed gives the same answer to the same choice on every machine and every JDK, because the arithmetic (SplitMix64) is written out here. Keeps nothing
 * but the seed. Any thread.
 */
public final class SeededChoices implements Choices {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final long seed;

    public SeededChoices(long seed) {
        this.seed = seed;
    }

    public long seed() {
        return seed;
    }

    @Override
    public int choose(ChoicePoint point, int key, int ordinal, int options) {
        long bits = mixed(mixed(mixed(seed + STEP * point.salt()) + STEP * key) + STEP * (ordinal + 1L));
        // The upper 32 bits as a fraction of 2^32, times the options: no division, and nobody notices the bias.
        return (int) (((bits >>> 32) * options) >>> 32);
    }

    private static long mixed(long state) {
        long bits = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }
}
