package org.wskscope.engine.session;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one thread of a simulated session. Who calls waits for the answer, so the queue holds no more than there are callers; its limit only makes the next one wait for its
 * place. Any thread; on this one itself, what is asked is done at once.
 */
final class SimulationThread {
    static final String NAME = "wsk-simulation";

    private static final int MOST_WAITING = 64;

    private final BlockingQueue<FutureTask<?>> work = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread = new Thread(this::run, NAME);
    /** Nobody is let in any more. */
    private volatile boolean ended;
    /** Nothing more will come. The thread's own. */
    private boolean over;

    SimulationThread() {
        // A client's routine that never ends must not keep the program from ending.
        thread.setDaemon(true);
        thread.start();
    }

    boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    /** The answer of {@code asked}, or that of {@code otherwise} when the thread has ended. What {@code asked} throws is thrown here. */
    <T> T call(Supplier<T> asked, Supplier<T> otherwise) {
        if (isCurrent()) {
            return asked.get();
        }
        FutureTask<T> task = new FutureTask<>(asked::get);
        if (ended || !put(task, Long.MAX_VALUE)) {
            return otherwise.get();
        }
        return answer(task);
    }

    /**
     * What was asked before is answered, then {@code last} is done and the thread ends. A thread that a client's routine keeps longer than {@code nanos} is interrupted and
     * left to end by itself. Not on this thread. Once is enough.
     *
     * @return whether {@code last} was done
     */
    boolean end(Runnable last, long nanos) {
        FutureTask<Boolean> task = new FutureTask<>(
                () -> {
                    over = true;
                    last.run();
                },
                true);
        synchronized (this) {
            if (ended) {
                return true;
            }
            ended = true;
        }
        boolean done = put(task, nanos) && answered(task, nanos);
        if (!done) {
            thread.interrupt();
            done = answered(task, nanos / 5);
        }
        return done;
    }

    /** Does what was asked next, if it comes within {@code nanos}, inside of what is being done; answers whether it did. This thread only. */
    boolean serve(long nanos) {
        try {
            FutureTask<?> next = work.poll(nanos, TimeUnit.NANOSECONDS);
            if (next != null) {
                next.run();
            }
            return next != null;
        } catch (InterruptedException ignored) {
            // Nobody interrupts this thread to end it; end() does that.
            return false;
        }
    }

    private boolean put(FutureTask<?> task, long nanos) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return work.offer(task, nanos, TimeUnit.NANOSECONDS);
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean answered(FutureTask<Boolean> task, long nanos) {
        try {
            task.get(nanos, TimeUnit.NANOSECONDS);
            thread.join(TimeUnit.NANOSECONDS.toMillis(nanos));
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException failed) {
            throw unchecked(failed);
        }
    }

    /** Waits also when interrupted: the thread is at work for nobody else, and a half-done command has no answer. */
    private static <T extends @Nullable Object> T answer(FutureTask<T> task) {
        boolean interrupted = false;
        while (true) {
            try {
                T answer = task.get();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                return answer;
            } catch (InterruptedException again) {
                interrupted = true;
            } catch (ExecutionException failed) {
                throw unchecked(failed);
            }
        }
    }

    private static RuntimeException unchecked(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
    }

    private void run() {
        while (!over) {
            try {
                work.take().run();
            } catch (InterruptedException ignored) {
                // Nobody interrupts this thread to end it; end() does that.
            }
        }
        // Who came at the last moment gets the answer of an ended session.
        for (FutureTask<?> late = work.poll(); late != null; late = work.poll()) {
            late.run();
        }
    }
}
