package org.wskscope.engine.trace;

import org.wskscope.engine.nt.Irql;

/**
 * Where and when the next records happen, filled in by a writer and re-used for each, so that writing allocates nothing. Owned by one thread or guarded by the
 * owner's lock.
 */
public final class TraceStamp {
    long timeNanos;
    int processor = RecordHead.NO_PROCESSOR;
    Irql irql = Irql.PASSIVE_LEVEL;
    long cause = RecordHead.NO_CAUSE;

    /** Sets all four; returns this. */
    public TraceStamp set(long newTimeNanos, int newProcessor, Irql newIrql, long newCause) {
        timeNanos = newTimeNanos;
        processor = newProcessor;
        irql = newIrql;
        cause = newCause;
        return this;
    }

    /** Changes only the cause; returns this. */
    public TraceStamp causedBy(long newCause) {
        cause = newCause;
        return this;
    }

    public long timeNanos() {
        return timeNanos;
    }

    public long cause() {
        return cause;
    }
}
