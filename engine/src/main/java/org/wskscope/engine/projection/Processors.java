package org.wskscope.engine.projection;

import java.util.Arrays;
import org.wskscope.engine.trace.RecordCursor;

/** What the processors do while it is folded. Work inside other work is part of it. A callback that was deferred has left its processor (C-40). */
@ProjectorThread
final class Processors {
    /** Not on a processor, or inside other work there. */
    static final int NONE = -1;

    private final FoldSink sink;
    private int[] running;

    Processors(FoldSink sink, int[] running) {
        this.sink = sink;
        this.running = running.clone();
    }

    int[] running() {
        return running.clone();
    }

    /** Work begins with this record. Answers the processor that is to be told of its end, or {@link #NONE}. */
    int begin(RecordCursor record, long nowNanos) {
        int number = record.processor();
        if (number < 0) {
            return NONE;
        }
        if (number >= running.length) {
            running = Arrays.copyOf(running, number + 1);
        }
        if (running[number] > 0) {
            return NONE;
        }
        running[number]++;
        sink.ofProcessor(number)
                .opened(LaneKind.PROCESSOR, record, nowNanos, record.irql().ordinal(), record.socket());
        return number;
    }

    /** The work that began with the record {@code began} ends. */
    void end(int number, long began, RecordCursor record, long nowNanos) {
        if (number != NONE) {
            running[number]--;
            sink.ofProcessor(number).closed(LaneKind.PROCESSOR, began, record, nowNanos);
        }
    }
}
