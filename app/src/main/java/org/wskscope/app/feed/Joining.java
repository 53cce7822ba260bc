package org.wskscope.app.feed;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for a thread of this package to end. */
final class Joining {
    private static final Logger LOG = LoggerFactory.getLogger(Joining.class);

    private Joining() {}

    static void join(Thread thread, long millis) {
        if (thread == Thread.currentThread()) {
            throw new IllegalStateException(thread.getName() + " cannot wait for itself");
        }
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("The thread {} did not end within {} ms; it is left behind.", thread.getName(), millis);
        }
    }
}
