package org.wskscope.engine.session;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * The one thread of a simulated session. Who calls waits for the answer, so the queue holds no more than there are callers; its limit only makes the next one wait for its
 * place. Any thread but this one.
 */
final class SimulationThread {
    static final String NAME = "wsk-simulation";

    private static final int MOST_WAITING = 64;

    private final BlockingQueue<FutureTask<?>> work = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread = new Thread(this::run, NAME);
    /** Nobody is let in any more. Guarded by this. */
    private boolean ended;
    /** Nothing more will come. The thread's own. */
    private boolean over;

    SimulationThread() {
        thread.start();
    }

    /** The answer of {@code asked}, or that of {@code otherwise} when the thread has ended. What {@code asked} throws is thrown here. */
    <T> T call(Supplier<T> asked, Supplier<T> otherwise) {
        FutureTask<T> task = new FutureTask<>(asked::get);
        synchronized (this) {
            if (ended) {
                return otherwise.get();
            }
            put(task);
        }
        return answer(task);
    }

    /** What was asked before is answered; the thread ends. Once is enough. */
    void end() {
        FutureTask<Boolean> last = new FutureTask<>(() -> over = true);
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            put(last);
        }
        answer(last);
    }

    private void put(FutureTask<?> task) {
        boolean interrupted = false;
        while (true) {
            try {
                work.put(task);
                break;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits also when interrupted: the thread is at work for nobody else, and a half-done command has no answer. */
    private static <T> T answer(FutureTask<T> task) {
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
    }
}
