package org.wskscope.engine.transport.memory;

/**
 * What the stack thinks worth keeping outstanding on one stream (FID-4): twice as much after each time that twice the present amount was acknowledged without a
 * stall, half as much at each stall, never below where it began. A model, not Windows' algorithm, which nobody has published.
 */
final class IdealBacklog {
    private static final long MOST_BYTES = 8 << 20;

    private final long leastBytes;
    private long bytes;
    private long acknowledgedBytes;
    private boolean stalled;

    /**
     * @param initialBytes where it begins; 0 when nobody is told
     */
    IdealBacklog(long initialBytes) {
        this.leastBytes = initialBytes;
        this.bytes = initialBytes;
    }

    boolean isReported() {
        return leastBytes > 0;
    }

    long bytes() {
        return bytes;
    }

    /** The peer's stack got {@code more} bytes; true when that changed the amount. */
    boolean acknowledged(long more) {
        acknowledgedBytes += more;
        stalled = false;
        if (!isReported() || acknowledgedBytes < 2 * bytes || bytes >= MOST_BYTES) {
            return false;
        }
        acknowledgedBytes = 0;
        bytes = Math.min(2 * bytes, MOST_BYTES);
        return true;
    }

    /** The peer's window is closed and there is more to send; true when that changed the amount. */
    boolean stalled() {
        if (!isReported() || stalled) {
            return false;
        }
        stalled = true;
        acknowledgedBytes = 0;
        long before = bytes;
        bytes = Math.max(leastBytes, bytes / 2);
        return bytes != before;
    }
}
