package org.wskscope.engine.projection;

import org.wskscope.engine.trace.RecordCursor;

/** One processor while it is folded: what runs on it, coloured by IRQL. A callback that was deferred has left the processor (C-40). */
@ProjectorThread
final class ProcessorFold {
    static final int NO_BAR = -1;

    private final LaneColumns lane;
    private int running;

    ProcessorFold(int number) {
        lane = new LaneColumns(new LaneKey(LaneKind.PROCESSOR, number));
    }

    LaneColumns lane() {
        return lane;
    }

    /** Work begins; work inside other work is part of it and gets {@link #NO_BAR}. */
    int begin(RecordCursor record, long nowNanos) {
        if (running > 0) {
            return NO_BAR;
        }
        running++;
        return lane.open(record.sequence(), nowNanos, record.irql().ordinal(), record.socket(), 0);
    }

    void end(int bar, RecordCursor record, long nowNanos) {
        if (bar != NO_BAR) {
            running--;
            lane.close(bar, record.sequence(), nowNanos);
        }
    }
}
