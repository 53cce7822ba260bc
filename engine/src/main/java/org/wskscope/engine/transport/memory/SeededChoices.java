package org.wskscope.engine.transport.memory;

/**
 * Chooses by a seed: the same seed gives the same answers on every machine and every JDK, because the arithmetic (SplitMix64) is written out here. Owned by one
 * simulation.
 */
public final class SeededChoices implements Choices {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final long seed;
    private long state;

    public SeededChoices(long seed) {
        this.seed = seed;
        this.state = seed;
    }

    public long seed() {
        return seed;
    }

    @Override
    public int choose(ChoicePoint point, int options) {
        state += STEP;
        long bits = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        bits ^= bits >>> 31;
        // The upper 32 bits as a fraction of 2^32, times the options: no division, and nobody notices the bias.
        return (int) (((bits >>> 32) * options) >>> 32);
    }
}
