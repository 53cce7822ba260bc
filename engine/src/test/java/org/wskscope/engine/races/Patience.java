package org.wskscope.engine.races;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting that is over quickly where it can be, and at last gives up. */
final class Patience {
    private static final int SPINS = 5_000;
    private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(20);
    private static final int PAUSES = 200_000;

    private Patience() {}

    /** Returns when {@code condition} holds; fails after some twenty seconds. */
    static void await(BooleanSupplier condition, String what) {
        for (int i = 0; i < SPINS; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            Thread.onSpinWait();
        }
        for (int i = 0; i < PAUSES; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new AssertionError("waited in vain for " + what);
    }

    /** Lets {@code turns} of the processor's pause instruction pass: some ten nanoseconds each. */
    static void spin(int turns) {
        for (int i = 0; i < turns; i++) {
            Thread.onSpinWait();
        }
    }
}
