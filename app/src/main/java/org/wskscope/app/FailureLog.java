package org.wskscope.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.jspecify.annotations.Nullable;

/** The file that failures are written to in full. It is made when there is the first of them, so that a run without leaves none. Any thread; put in its place by {@link LogSetup}. */
public final class FailureLog extends AppenderBase<ILoggingEvent> {
    private @Nullable String file;
    private @Nullable Encoder<ILoggingEvent> encoder;
    private @Nullable OpenFile open;

    /** Logback lets no appender be called through another one's front door: it takes that for a loop. */
    private static final class OpenFile extends FileAppender<ILoggingEvent> {
        void write(ILoggingEvent failure) {
            append(failure);
        }
    }

    /** Where failures go. */
    public void setFile(String path) {
        file = path;
    }

    /** How they are written. */
    public void setEncoder(Encoder<ILoggingEvent> given) {
        encoder = given;
    }

    @Override
    protected void append(ILoggingEvent failure) {
        OpenFile to = open;
        if (to == null) {
            to = new OpenFile();
            to.setName(getName());
            to.setContext(getContext());
            to.setFile(file);
            to.setEncoder(encoder);
            to.start();
            open = to;
        }
        to.write(failure);
    }

    @Override
    public void stop() {
        if (open != null) {
            open.stop();
        }
        super.stop();
    }
}
