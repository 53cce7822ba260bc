package org.wskscope.engine.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.trace.RecordHead;

/**
 * The completion routines of one socket that run or are about to, on whatever thread completed their IRPs. The close IRP completes after all of them, or a client
 * that frees its context there would pull it from under a routine on another processor (API-CLO-07, API-CLO-10). Ends are counted without the socket's lock.
 */
final class RunningCompletions {
    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean awaited;
    private long newest = RecordHead.NO_CAUSE;

    /** The requests of this list will be finished by the thread that took it. With the socket's lock. */
    void begin(@Nullable Request first) {
        int more = 0;
        for (Request request = first; request != null; request = request.nextDone) {
            more++;
            newest = request.completed;
        }
        if (more > 0) {
            count.addAndGet(more);
        }
    }

    /** The record of the completion whose routine was begun last. With the socket's lock. */
    long newest() {
        return newest;
    }

    /** Whether there is none; if there is, the end of the last one is told from now on. With the socket's lock. */
    boolean isOverOrAwaited() {
        awaited = true;
        boolean over = count.get() == 0;
        awaited = !over;
        return over;
    }

    /** One has returned; true when it was the last and somebody waits for that. Any thread, without the lock. */
    boolean end() {
        return count.decrementAndGet() == 0 && awaited;
    }
}
