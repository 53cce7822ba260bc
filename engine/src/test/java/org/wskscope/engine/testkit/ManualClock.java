package org.wskscope.engine.testkit;

import java.util.concurrent.atomic.AtomicLong;
import org.wskscope.engine.time.NanoClock;

/** A clock that stands still until a test moves it. Any thread. */
public final class ManualClock implements NanoClock {
    private final AtomicLong nowNanos = new AtomicLong();
    private final AtomicLong workNanos = new AtomicLong(UNKNOWN);
    private final AtomicLong waits = new AtomicLong();

    @Override
    public long nanoTime() {
        return nowNanos.get();
    }

    @Override
    public long workNanos() {
        return workNanos.get();
    }

    @Override
    public long workNanos(Thread thread) {
        return workNanos.get();
    }

    @Override
    public long waitsOf(Thread thread) {
        return waits.get();
    }

    /** From now on this clock knows how long threads have worked: that long, all of them. */
    public void work(long nanos) {
        workNanos.set(Math.max(0, workNanos.get()) + nanos);
    }

    /** Whatever thread is asked about has waited once more. */
    public void waitOnce() {
        waits.incrementAndGet();
    }

    /** Moves the clock on; returns the new time. */
    public long advance(long nanos) {
        if (nanos < 0) {
            throw new IllegalArgumentException("a clock never goes back: " + nanos);
        }
        return nowNanos.addAndGet(nanos);
    }
}
