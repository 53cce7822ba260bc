package org.wskscope.engine.testkit;

import java.util.concurrent.atomic.AtomicLong;
import org.wskscope.engine.time.NanoClock;

/** A clock that stands still until a test moves it. Any thread. */
public final class ManualClock implements NanoClock {
    private final AtomicLong nowNanos = new AtomicLong();

    @Override
    public long nanoTime() {
        return nowNanos.get();
    }

    /** Moves the clock on; returns the new time. */
    public long advance(long nanos) {
        if (nanos < 0) {
            throw new IllegalArgumentException("a clock never goes back: " + nanos);
        }
        return nowNanos.addAndGet(nanos);
    }
}
