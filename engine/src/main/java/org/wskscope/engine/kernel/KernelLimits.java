package org.wskscope.engine.kernel;

import java.util.concurrent.TimeUnit;

/**
 * How long a client may take before the kernel notes it. All in nanoseconds of the kernel's clock, not negative. Immutable.
 *
 * @param deadlockNanos a wait this old is looked at for a circle (THR-13)
 * @param dispatchBudgetNanos a callback may occupy its processor at DISPATCH_LEVEL this long (VIO-11, THR-04)
 * @param releaseAsapNanos a list indicated with RELEASE_ASAP may be kept this long (VIO-13, API-REL-07)
 * @param deadSocketNanos a client told of a dead socket may take this long to close it (VIO-17, EVT-GEN-10)
 */
public record KernelLimits(long deadlockNanos, long dispatchBudgetNanos, long releaseAsapNanos, long deadSocketNanos) {
    /** A second for circles, 100 ms at DISPATCH (a garbage collection fits in), 5 s for lists and dead sockets. */
    public static final KernelLimits DEFAULTS = new KernelLimits(
            TimeUnit.SECONDS.toNanos(1),
            TimeUnit.MILLISECONDS.toNanos(100),
            TimeUnit.SECONDS.toNanos(5),
            TimeUnit.SECONDS.toNanos(5));

    public KernelLimits {
        if (deadlockNanos < 0 || dispatchBudgetNanos < 0 || releaseAsapNanos < 0 || deadSocketNanos < 0) {
            throw new IllegalArgumentException("a limit is negative");
        }
    }
}
