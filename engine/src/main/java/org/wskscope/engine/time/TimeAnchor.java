package org.wskscope.engine.time;

import java.time.Instant;

/**
 * The one place where wall-clock time meets session time.
 *
 * @param epochMillis milliseconds since 1970-01-01T00:00Z at session time {@code sessionNanos}
 * @param sessionNanos the session time of the same moment, nanoseconds
 */
public record TimeAnchor(long epochMillis, long sessionNanos) {
    /** Reads both clocks now. */
    public static TimeAnchor of(NanoClock clock) {
        return new TimeAnchor(Instant.now().toEpochMilli(), clock.nanoTime());
    }
}
