package org.wskscope.engine.transport.netty;

import java.util.concurrent.TimeUnit;

/**
 * How long a listener rests after it could not accept. A peer that reset its connection while it waited makes an accept fail on some systems, and takes the connection with it: the
 * next one may well succeed, so the first failures in a row cost no rest. When the system has no file descriptors left, every accept fails, and the rests grow up to a second. The listener's processor.
 */
final class AcceptPace {
    static final int AT_ONCE = 8;
    static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private int failures;
    private long pauseNanos = FIRST_PAUSE_NANOS;

    void accepted() {
        failures = 0;
        pauseNanos = FIRST_PAUSE_NANOS;
    }

    /** One more accept failed; how long to rest, in nanoseconds, 0 for not at all. */
    long failed() {
        if (failures < AT_ONCE) {
            failures++;
            return 0;
        }
        long pause = pauseNanos;
        pauseNanos = Math.min(pauseNanos * 2, LONGEST_PAUSE_NANOS);
        return pause;
    }
}
