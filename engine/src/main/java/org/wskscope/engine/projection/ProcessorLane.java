package org.wskscope.engine.projection;

import org.wskscope.engine.trace.RecordCursor;

/** What ran on one processor, coloured by IRQL. */
@ProjectorThread
final class ProcessorLane implements LaneSink {
    private final LaneColumns lane;

    ProcessorLane(int number) {
        lane = new LaneColumns(new LaneKey(LaneKind.PROCESSOR, number));
        lane.listFrom(-1);
    }

    LaneColumns columns() {
        return lane;
    }

    @Override
    public void opened(LaneKind kind, RecordCursor record, long nowNanos, int code, long detail) {
        lane.open(record.sequence(), nowNanos, code, detail, 0);
    }

    @Override
    public void closed(LaneKind kind, long began, RecordCursor record, long nowNanos) {
        lane.close(lane.indexOf(began), record.sequence(), nowNanos);
    }

    @Override
    public void closed(LaneKind kind, long began, RecordCursor record, long nowNanos, int status) {
        throw new IllegalStateException("work on a processor has no status");
    }

    @Override
    public void paused(LaneKind kind, long began, long sequence) {
        throw new IllegalStateException("work on a processor ends when its thread is left");
    }

    @Override
    public void answered(long began, long sequence, int status) {
        throw new IllegalStateException("work on a processor has no answer");
    }
}
