package org.wskscope.engine.session;

import java.util.concurrent.TimeUnit;
import org.wskscope.engine.trace.TraceReader;

/** The log did not show in time what was awaited; the message says what, and how the log ends. */
public final class RecordMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LAST_RECORDS = 12;

    RecordMissingException(String what, long limitNanos, TraceReader log) {
        super("Within " + TimeUnit.NANOSECONDS.toMillis(limitNanos) + " ms the log did not show " + what
                + ". It ends with:" + end(log));
    }

    private static String end(TraceReader log) {
        StringBuilder text = new StringBuilder();
        long size = log.size();
        for (long sequence = Math.max(0, size - LAST_RECORDS); sequence < size; sequence++) {
            text.append(System.lineSeparator()).append("  ").append(log.read(sequence));
        }
        return text.toString();
    }
}
