package org.wskscope.engine.time;

/** A source of time in nanoseconds since the session began. Never goes back. Any thread; allocates nothing. */
@FunctionalInterface
public interface NanoClock {
    long nanoTime();
}
