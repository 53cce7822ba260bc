package org.wskscope.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.wskscope.engine.projection.TraceNotation;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;

/**
 * Prints a log in the trace notation with a reading position of its own, so that a slow terminal keeps nobody waiting but this printer. Owned by one thread.
 */
final class TracePrinter {
    private static final int RECORDS_PER_FLUSH = 256;

    private final TraceReader log;
    private final TraceNotation notation = new TraceNotation();
    private final PrintWriter out;
    private long position;

    TracePrinter(TraceReader log, PrintWriter out) {
        this.log = log;
        this.out = out;
    }

    /** Prints what the log has and this printer has not printed. */
    void printNew() {
        printTo(log.size());
    }

    /** Prints the records before {@code end}. */
    void printTo(long end) {
        while (position < end) {
            append(Math.min(end, position + RECORDS_PER_FLUSH), out);
            out.flush();
        }
    }

    /** Reads the records before {@code end} without printing them. */
    void skipTo(long end) {
        append(end, new StringBuilder());
    }

    /** True when what was printed ends with the end of the log. */
    boolean reachedEnd() {
        return position > 0 && log.kind(position - 1) == RecordKind.LOG_SEALED;
    }

    private void append(long end, Appendable target) {
        try {
            notation.append(log, position, end, target);
            position = Math.max(position, end);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text in memory could not be written", impossible);
        }
    }
}
