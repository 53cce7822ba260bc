package org.wskscope.engine.session;

import java.util.concurrent.TimeUnit;

/** The log did not show in time what was awaited; the message says what, and for how long. */
public final class RecordMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RecordMissingException(String what, long limitNanos) {
        super("within " + TimeUnit.NANOSECONDS.toMillis(limitNanos) + " ms the log did not show " + what);
    }
}
