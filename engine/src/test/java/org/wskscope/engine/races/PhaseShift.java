package org.wskscope.engine.races;

import java.util.SplittableRandom;

/**
 * How long one side of a race waits before it acts. It seeks the moment at which both sides are equally likely to be first, and scatters around it from a seed. One
 * thread.
 */
final class PhaseShift {
    private static final int STEP = 24;
    private static final int FIRST_STEP = 512;
    private static final int MOVES_PER_STEP = 16;
    private static final int SCATTER = 160;
    private static final int LONG_WORK = 8_000;
    private static final int MOST = 60_000;

    private final SplittableRandom random;
    private int centre = 400;
    private int moves;

    PhaseShift(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Turns to wait this time, at least 0. */
    int next() {
        return Math.max(0, centre + random.nextInt(-SCATTER, SCATTER + 1));
    }

    /** Turns for work inside a callback: few, or so many that the other side finds it in progress. */
    int work() {
        return random.nextInt(random.nextInt(2) == 0 ? LONG_WORK : SCATTER);
    }

    /** The side that does not wait was first: wait less next time. */
    void otherWasFirst() {
        centre = Math.max(0, centre - step());
    }

    /** The side that waits was first: wait longer next time. */
    void selfWasFirst() {
        centre = Math.min(MOST, centre + step());
    }

    /** Large at first, to be near soon. */
    private int step() {
        int halvings = moves++ / MOVES_PER_STEP;
        return halvings > 5 ? STEP : Math.max(STEP, FIRST_STEP >> halvings);
    }
}
