package org.wskscope.engine.time;

/** The machine's monotonic clock, counted from the moment this object was made. */
public final class SystemClock implements NanoClock {
    private final long originNanos = System.nanoTime();

    @Override
    public long nanoTime() {
        return System.nanoTime() - originNanos;
    }
}
