package org.wskscope.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Puts things in order when the process is told to end (SIGINT, SIGTERM); Java then ends it with the status 128 + signal, as other programs do.
 */
@OwnsThread(reason = "a shutdown hook is a thread that was not started")
final class InterruptHook implements AutoCloseable {
    private static final long LAST_WORDS_SECONDS = 2;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch lastWordsSaid = new CountDownLatch(1);
    private final Thread hook;

    /** Runs {@code orderly} when the process is told to end. */
    InterruptHook(Runnable orderly) {
        hook = new Thread(() -> end(orderly), "wsk-shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Waits until the process was told to end and everything is in order; false when the time ran out first. */
    boolean awaitEnd(long millis) throws InterruptedException {
        return ended.await(millis, TimeUnit.MILLISECONDS);
    }

    /** The process may end: what there was to print is printed. */
    @Override
    public void close() {
        lastWordsSaid.countDown();
        if (ended.getCount() > 0) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private void end(Runnable orderly) {
        orderly.run();
        ended.countDown();
        try {
            // A terminal that takes no more output must not keep the process alive.
            boolean said = lastWordsSaid.await(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
            assert said || lastWordsSaid.getCount() > 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
