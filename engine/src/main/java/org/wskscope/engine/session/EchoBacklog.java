package org.wskscope.engine.session;

import com.google.errorprone.annotations.concurrent.GuardedBy;

/**
 * How much of a socket's echo is on its way, and whether the client stopped taking data because it is too much. WSK itself does not limit sends (API-SND-01).
 * Any thread.
 */
final class EchoBacklog {
    static final long MAX_BYTES = 1 << 20;
    private static final long RESUME_BYTES = MAX_BYTES / 2;

    @GuardedBy("this")
    private long bytes;

    @GuardedBy("this")
    private int sends;

    @GuardedBy("this")
    private boolean paused;

    /** Counts a send in. False when too much is on its way already: the data must stay with WSK until {@link #ended} says to go on. */
    synchronized boolean begin(long sendBytes) {
        if (sends > 0 && bytes + sendBytes > MAX_BYTES) {
            paused = true;
            return false;
        }
        bytes += sendBytes;
        sends++;
        return true;
    }

    /** Counts a send out. True when the client stopped taking data and can go on now. */
    synchronized boolean ended(long sendBytes) {
        bytes -= sendBytes;
        sends--;
        if (!paused || bytes > RESUME_BYTES) {
            return false;
        }
        paused = false;
        return true;
    }

    synchronized boolean isEmpty() {
        return sends == 0;
    }
}
