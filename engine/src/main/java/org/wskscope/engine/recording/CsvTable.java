package org.wskscope.engine.recording;

import java.io.IOException;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordField;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.RecordSchema;
import org.wskscope.engine.trace.TraceReader;

/** One row a record (RFC 4180): what all records have in columns of their own, what a kind has in one column as {@code name=value}. Owned by one thread. */
public final class CsvTable implements RecordForm {
    /** The first row. */
    public static final String HEADER = "sequence,time_ns,kind,processor,irql,socket,cause,fields\r\n";

    private final RecordCursor at;
    private final StringBuilder line = new StringBuilder(256);
    private final StringBuilder own = new StringBuilder(128);

    public CsvTable(TraceReader log) {
        at = log.cursor();
    }

    @Override
    public void append(long sequence, Appendable target) throws IOException {
        at.moveTo(sequence);
        line.setLength(0);
        line.append(sequence).append(',').append(at.timeNanos()).append(',');
        line.append(at.kind().name()).append(',');
        line.append(at.processor() == RecordHead.NO_PROCESSOR ? "" : Integer.toString(at.processor()));
        line.append(',').append(at.irql().name()).append(',');
        line.append(at.socket() == 0 ? "" : Integer.toString(at.socket()));
        line.append(',').append(at.cause() == RecordHead.NO_CAUSE ? "" : Long.toString(at.cause()));
        own.setLength(0);
        for (RecordField field : RecordSchema.of(at.kind()).fields()) {
            own.append(own.isEmpty() ? "" : " ")
                    .append(field.name())
                    .append('=')
                    .append(field.text(at));
        }
        target.append(line.append(',').append(quoted(own.toString())).append("\r\n"));
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }
}
