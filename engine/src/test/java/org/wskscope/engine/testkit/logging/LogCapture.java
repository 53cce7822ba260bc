package org.wskscope.engine.testkit.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;

/** Keeps our own warnings, and errors of everybody in the process (libraries warn about the machine they run on), until a test asks for them. Any thread logs; the tests' thread asks. */
final class LogCapture extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final List<String> entries = new ArrayList<>();
    private final Logger root;

    LogCapture() {
        root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        setContext(root.getLoggerContext());
        setName("tests");
        start();
        // Nothing is printed any more.
        root.detachAndStopAllAppenders();
        root.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        String logger = event.getLoggerName();
        if (event.getLevel().isGreaterOrEqual(logger.startsWith("org.wskscope.") ? Level.WARN : Level.ERROR)) {
            String failure = event.getThrowableProxy() == null
                    ? ""
                    : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
            synchronized (entries) {
                entries.add(
                        logger.substring(logger.lastIndexOf('.') + 1) + ": " + event.getFormattedMessage() + failure);
                entries.notifyAll();
            }
        }
    }

    /** Waits until something logged since the last {@link #take} is like this, for another thread may be about to log it; at most two seconds. */
    void await(Predicate<String> wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        synchronized (entries) {
            while (entries.stream().noneMatch(wanted)) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return;
                }
                TimeUnit.NANOSECONDS.timedWait(entries, left);
            }
        }
    }

    /** What was logged since the last call. */
    List<String> take() {
        synchronized (entries) {
            List<String> taken = List.copyOf(entries);
            entries.clear();
            return taken;
        }
    }

    @Override
    public void close() {
        root.detachAppender(this);
        stop();
    }
}
