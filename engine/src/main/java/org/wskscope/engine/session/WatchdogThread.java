package org.wskscope.engine.session;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.engine.kernel.Watchdog;

/**
 * Calls a kernel's watchdog four times a second on {@code wsk-watchdog}, a thread of its own because every processor may be stuck in a client's wait (SCN-06). Owned by the
 * session; one task, no queue.
 */
final class WatchdogThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WatchdogThread.class);
    private static final long PERIOD_MILLIS = 250;

    private final Watchdog watchdog;
    private final ScheduledExecutorService thread;

    WatchdogThread(Watchdog watchdog) {
        this.watchdog = watchdog;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread created = new Thread(work, "wsk-watchdog");
            created.setDaemon(true);
            return created;
        });
        thread.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            watchdog.inspect();
        } catch (RuntimeException failed) {
            LOG.error("The watchdog could not look at everything; it tries again", failed);
        }
    }

    /** Waits for a look that is under way: it only reads and writes records. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.warn("The watchdog is still looking");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
