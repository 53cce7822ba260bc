package org.wskscope.engine.time;

/** A source of time in nanoseconds since the session began. Never goes back. Any thread; allocates nothing. */
@FunctionalInterface
public interface NanoClock {
    /** What {@link #workNanos} says where nobody measures it. */
    long UNKNOWN = -1;

    long nanoTime();

    /** How long the calling thread has had a processor so far, nanoseconds; {@link #UNKNOWN} in virtual time, where all of it counts. */
    default long workNanos() {
        return UNKNOWN;
    }

    /** As {@link #workNanos()}, of another thread. */
    default long workNanos(Thread thread) {
        return UNKNOWN;
    }

    /** How often the thread has waited for something so far, asleep or for a lock; 0 where nobody counts. May allocate. */
    default long waitsOf(Thread thread) {
        return 0;
    }
}
