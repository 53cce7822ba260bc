package org.wskscope.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.app.cli.OwnsThread;

/** The thread on which sessions end that are shown no longer: {@code wsk-ending}. It may take seconds, and nobody waits for it but the end of the program. */
@OwnsThread(reason = "a session that ends waits for its sockets, and nobody else may")
final class EndingThread {
    private static final Logger LOG = LoggerFactory.getLogger(EndingThread.class);
    private static final long PATIENCE_SECONDS = 15;

    private EndingThread() {}

    static ExecutorService start() {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "wsk-ending");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Waits until what is to end has ended. */
    static void finish(ExecutorService thread) {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A session did not end within {} s; it ends with the program.", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
