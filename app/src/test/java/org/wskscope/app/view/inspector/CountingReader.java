package org.wskscope.app.view.inspector;

import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;

/** Counts how often somebody looks at a record of a log. */
final class CountingReader implements TraceReader {
    private final TraceReader log;
    long looks;

    CountingReader(TraceReader log) {
        this.log = log;
    }

    @Override
    public long size() {
        return log.size();
    }

    @Override
    public TraceRecord read(long sequence) {
        looks++;
        return log.read(sequence);
    }

    @Override
    public RecordCursor cursor() {
        return log.cursor();
    }

    @Override
    public RecordKind kind(long sequence) {
        looks++;
        return log.kind(sequence);
    }

    @Override
    public int socket(long sequence) {
        looks++;
        return log.socket(sequence);
    }

    @Override
    public long timeNanos(long sequence) {
        looks++;
        return log.timeNanos(sequence);
    }
}
