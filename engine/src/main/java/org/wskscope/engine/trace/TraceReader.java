package org.wskscope.engine.trace;

/**
 * The reading end of a log. Any thread; a reader keeps its own position and never blocks a writer. Word access is for folds and indexes on hot paths; {@link
 * #read} is for showing one record. The word methods take sequences smaller than {@link #size()} and do not check that.
 */
public interface TraceReader {
    /** How many records can be read now: all with a smaller sequence are complete. Grows only. */
    long size();

    /** The record at {@code sequence}, decoded (allocates). Throws {@link IndexOutOfBoundsException} when it cannot be read now. */
    TraceRecord read(long sequence);

    /** A cursor of the caller's own, to read fields without decoding. */
    RecordCursor cursor();

    /** The kind without decoding. */
    RecordKind kind(long sequence);

    /** The value of the socket id, 0 for none. */
    int socket(long sequence);

    /** Session time, nanoseconds. */
    long timeNanos(long sequence);
}
