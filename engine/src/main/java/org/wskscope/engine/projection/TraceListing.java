package org.wskscope.engine.projection;

import java.io.IOException;
import java.util.Locale;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;

/** Prints a log, one line for each record: number, session time in seconds, processor, socket, and its {@link TraceNotation} or a summary. Owned by one thread. */
public final class TraceListing {
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long MICROS_PER_SECOND = 1_000_000;

    private final SocketNames names = new SocketNames();
    private final NotationFold fold = new NotationFold(names);

    /** Appends the lines of the records {@code from} … {@code to} − 1; each record must be given once, in order. */
    public void append(TraceReader log, long from, long to, Appendable out) throws IOException {
        for (long sequence = from; sequence < to; sequence++) {
            out.append(line(log.read(sequence))).append('\n');
        }
    }

    private String line(TraceRecord record) {
        TraceLine line = record.accept(fold);
        RecordHead head = record.head();
        long micros = head.timeNanos() / NANOS_PER_MICRO;
        int socket = head.socket().value();
        return String.format(
                Locale.ROOT,
                "#%-6d %4d.%06d %-2s %-4s %s",
                head.sequence(),
                micros / MICROS_PER_SECOND,
                micros % MICROS_PER_SECOND,
                head.processor() == RecordHead.NO_PROCESSOR ? "-" : "p" + head.processor(),
                socket == 0 ? "-" : names.name(socket),
                line.step() ? line.text() : "    " + line.text());
    }
}
