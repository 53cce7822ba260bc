package org.wskscope.engine.projection;

import org.wskscope.engine.trace.RecordCursor;

/** Told of the intervals of one socket, or of one processor, while they are folded. An interval is named by the sequence of the record that began it. */
interface LaneSink {
    /** Of a fold that only wants to know how things stand. */
    LaneSink NOTHING = new LaneSink() {
        @Override
        public void opened(LaneKind kind, RecordCursor record, long nowNanos, int code, long detail) {}

        @Override
        public void paused(LaneKind kind, long began, long sequence) {}

        @Override
        public void answered(long began, long sequence, int status) {}

        @Override
        public void closed(LaneKind kind, long began, RecordCursor record, long nowNanos) {}

        @Override
        public void closed(LaneKind kind, long began, RecordCursor record, long nowNanos, int status) {}
    };

    /** An interval begins with this record. */
    void opened(LaneKind kind, RecordCursor record, long nowNanos, int code, long detail);

    /** It goes on, but nothing runs any more from the record {@code sequence} on. */
    void paused(LaneKind kind, long began, long sequence);

    /** A call is answered and goes on until what it asked for has happened. */
    void answered(long began, long sequence, int status);

    /** It ends with this record, and keeps the status it was answered with, if it was. */
    void closed(LaneKind kind, long began, RecordCursor record, long nowNanos);

    /** It ends with this record and this status. */
    void closed(LaneKind kind, long began, RecordCursor record, long nowNanos, int status);
}
