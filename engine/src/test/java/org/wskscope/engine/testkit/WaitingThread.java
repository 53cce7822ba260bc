package org.wskscope.engine.testkit;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.time.SystemClock;

/** A thread of a client inside a function that waits: it is known to wait before the test goes on. Used on the test's thread. */
public final class WaitingThread {
    private static final long LIMIT_SECONDS = 20;

    private final Thread thread;
    private volatile @Nullable Throwable thrown;

    private WaitingThread(Runnable call) {
        thread = new Thread(call, "a client that waits");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((self, failure) -> thrown = failure);
    }

    /** Makes the call on a thread of its own and returns once that thread waits; fails when the call comes back instead. */
    public static WaitingThread inside(Runnable call) {
        WaitingThread started = new WaitingThread(call);
        started.thread.start();
        NanoClock clock = new SystemClock();
        long limit = clock.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!started.isWaiting()) {
            if (!started.thread.isAlive()) {
                throw new AssertionError("the call came back without waiting", started.thrown);
            }
            if (clock.nanoTime() > limit) {
                throw new AssertionError("the call neither waits nor comes back");
            }
            Thread.onSpinWait();
        }
        return started;
    }

    private boolean isWaiting() {
        Thread.State state = thread.getState();
        return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
    }

    /** The call comes back now. */
    public void returns() {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        if (thread.isAlive() || thrown != null) {
            throw new AssertionError("the call does not come back", thrown);
        }
    }
}
