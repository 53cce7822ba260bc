package org.wskscope.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;

/** The file that failures are written to in full. It is made when there is the first of them, so that a run without leaves none. Any thread; named in {@code logback.xml}. */
public final class FailureLog extends FileAppender<ILoggingEvent> {
    private boolean open;

    @Override
    public void start() {
        started = true;
    }

    @Override
    protected void append(ILoggingEvent failure) {
        openOnce();
        super.append(failure);
    }

    private synchronized void openOnce() {
        if (!open) {
            open = true;
            super.start();
        }
    }
}
