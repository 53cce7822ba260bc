package org.wskscope.app.feed;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread does; the test's own timeout ends the waiting. */
final class Waiting {
    private Waiting() {}

    static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(1_000_000);
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("the condition did not come true in time");
            }
        }
    }
}
