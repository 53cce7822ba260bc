package org.wskscope.engine.kernel;

import org.wskscope.engine.time.NanoClock;

/**
 * Whether a thread of the kernel's took its time itself: it worked that long, or waited inside for something. Time in which the system gave the processor to somebody else is nobody's misuse
 * (VIO-11). One thread's; begun by that thread, judged by any one at a time.
 */
final class WorkOfThread {
    /** A mark may be that old: so much more is taken for the callback's own work, a small part of any budget. */
    private static final long MARK_NANOS = 100_000;

    private final NanoClock clock;
    private final Thread thread = Thread.currentThread();
    /** At the last look of the watchdog: waiting since then is the fault of what ran since then. */
    private volatile long waits;

    private long markNanos;
    private long mark = NanoClock.UNKNOWN;

    /** Of the calling thread. */
    WorkOfThread(NanoClock clock) {
        this.clock = clock;
        waits = clock.waitsOf(thread);
    }

    /** How long the thread has worked so far; by any thread. */
    long nanos() {
        return clock.workNanos(thread);
    }

    /** How long the thread has worked until now or a moment ago: asked at each callback, while asking the system costs as much as a whole one. By the thread itself. */
    long mark(long nowNanos) {
        if (mark == NanoClock.UNKNOWN || nowNanos - markNanos > MARK_NANOS) {
            mark = clock.workNanos();
            markNanos = nowNanos;
        }
        return mark;
    }

    /** Whether it worked longer than {@code budgetNanos} since it had worked {@code before}, or waits, or has waited since the last look. */
    boolean tookItself(long before, long budgetNanos) {
        long now = nanos();
        if (before == NanoClock.UNKNOWN || now == NanoClock.UNKNOWN || now - before > budgetNanos) {
            return true;
        }
        boolean elsewhere = Thread.currentThread() != thread;
        return elsewhere && thread.getState() != Thread.State.RUNNABLE || clock.waitsOf(thread) != waits;
    }

    /** The watchdog has looked. */
    void looked() {
        waits = clock.waitsOf(thread);
    }
}
