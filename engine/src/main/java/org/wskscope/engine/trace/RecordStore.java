package org.wskscope.engine.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/** Where the words of a log's records go and how they are published; it knows kinds and numbers, not what they mean. Any thread. */
final class RecordStore {
    /** Moves the tail beyond every limit, so that all later claims are refused; also twice. */
    private static final long SEALED = 1L << 61;

    /** Two counters far apart: writers and readers must not fight for one cache line. */
    private static final int TAIL = 16;

    private static final int PUBLISHED = 32;
    private static final VarHandle COUNTER = MethodHandles.arrayElementVarHandle(long[].class);

    private final long[] counters = new long[48];
    private final long limit;
    private final RecordChunks chunks;
    private final AtomicBoolean sealRequested = new AtomicBoolean();
    private final AtomicBoolean endRequested = new AtomicBoolean();
    private final LongAdder refused = new LongAdder();

    RecordStore(long limit, LogMemory memory) {
        if (limit < 1 || limit > TraceLog.MAX_RECORDS) {
            throw new IllegalArgumentException("a log holds 1 to " + TraceLog.MAX_RECORDS + " records, not " + limit);
        }
        this.limit = limit;
        chunks = new RecordChunks(limit, memory);
    }

    RecordChunks chunks() {
        return chunks;
    }

    /** Allocates memory for {@code records} more than there are now, so that no writer has to. */
    void prepare(long records) {
        chunks.prepare(Math.min(limit, size() + records));
    }

    /** How many records the log takes, the closing one included. */
    long limit() {
        return limit;
    }

    /** How many records were not written because the log was full or sealed. */
    long refused() {
        return refused.sum();
    }

    /**
     * Appends {@link TraceRecord.LogSealed} with CLOSED and refuses what comes later; what memory the log has counts no longer among that of logs that share it. Returns its
     * sequence, or −1 when the log was sealed already.
     */
    long seal(TraceStamp at) {
        if (!sealRequested.compareAndSet(false, true)) {
            return -1;
        }
        long sequence = (long) COUNTER.getAndAdd(counters, TAIL, SEALED);
        boolean stored = sequence < limit
                && store(sequence, at, RecordKind.LOG_SEALED, 0, SealReason.CLOSED.ordinal(), 0, 0, 0, 0);
        chunks.close();
        return stored ? sequence : -1;
    }

    /** As {@link TraceReader#size}. */
    long size() {
        long known = (long) COUNTER.getAcquire(counters, PUBLISHED);
        long size = chunks.firstUnpublished(known);
        if (size > known) {
            chunks.prepareAfter(size);
        }
        while (size > known) {
            long witness = (long) COUNTER.compareAndExchange(counters, PUBLISHED, known, size);
            if (witness == known) {
                return size;
            }
            known = witness;
        }
        return known;
    }

    long word(long sequence, int word) {
        return chunks.forReading(sequence).getLong(RecordChunks.base(sequence) + word);
    }

    /** Appends the record whose words begin at {@code from}; false when there is no room. One thread, before the log is anybody else's. */
    boolean restore(long[] words, int from) {
        long sequence = (long) COUNTER.getAndAdd(counters, TAIL, 1L);
        ByteBuffer chunk = sequence < limit ? chunks.forWriting(sequence) : null;
        if (chunk == null) {
            return false;
        }
        int base = RecordChunks.base(sequence);
        for (int word = 0; word < LogImage.WORDS; word++) {
            if (word != LogImage.HEAD) {
                chunk.putLong(base + word * Long.BYTES, words[from + word]);
            }
        }
        RecordChunks.publish(chunk, base, words[from + LogImage.HEAD]);
        COUNTER.setRelease(counters, PUBLISHED, sequence + 1);
        return true;
    }

    /** The last record that was restored is none. */
    void takeBack(long sequence) {
        COUNTER.setRelease(counters, PUBLISHED, sequence);
        RecordChunks.publish(chunks.forReading(sequence), RecordChunks.base(sequence), 0);
    }

    /** Refuses what comes from now on. */
    void finishRestoring() {
        sealRequested.set(true);
        COUNTER.getAndAdd(counters, TAIL, SEALED);
        chunks.close();
    }

    @SuppressWarnings("checkstyle:ParameterNumber") // one argument for each field: an object would be an allocation
    long append(TraceStamp at, RecordKind kind, int socket, int tag, int number, long a, long b, long c) {
        long sequence = (long) COUNTER.getAndAdd(counters, TAIL, 1L);
        if (sequence >= limit - 1) {
            return refuse(sequence, at);
        }
        if (store(sequence, at, kind, socket, tag, number, a, b, c)) {
            return sequence;
        }
        refused.increment();
        return -1;
    }

    /** False when there is no memory for the record: the log ends before it. */
    @SuppressWarnings("checkstyle:ParameterNumber") // as append
    private boolean store(
            long sequence, TraceStamp at, RecordKind kind, int socket, int tag, int number, long a, long b, long c) {
        ByteBuffer chunk = chunks.forWriting(sequence);
        if (chunk == null) {
            endWithoutMemory(sequence, at);
            return false;
        }
        write(chunk, sequence, at, kind, socket, tag, number, a, b, c);
        return true;
    }

    /** Every record of the chunk that is missing is refused, whoever claimed it; one of its writers says so. */
    private void endWithoutMemory(long sequence, TraceStamp at) {
        if (endRequested.compareAndSet(false, true)) {
            COUNTER.getAndAdd(counters, TAIL, SEALED);
            int reason = SealReason.LIMIT_REACHED.ordinal();
            long start = RecordChunks.chunkStart(sequence);
            write(chunks.lastWords(), start, at, RecordKind.LOG_SEALED, 0, reason, 0, 0, 0, 0);
        }
    }

    @SuppressWarnings("checkstyle:ParameterNumber") // as append
    private static void write(
            ByteBuffer chunk,
            long sequence,
            TraceStamp at,
            RecordKind kind,
            int socket,
            int tag,
            int number,
            long a,
            long b,
            long c) {
        int base = RecordChunks.base(sequence);
        chunk.putLong(base + RecordEncoding.TIME, at.timeNanos);
        chunk.putLong(base + RecordEncoding.LINK, RecordEncoding.link(sequence, at.cause, number));
        chunk.putLong(base + RecordEncoding.A, a);
        chunk.putLong(base + RecordEncoding.B, b);
        chunk.putLong(base + RecordEncoding.C, c);
        RecordChunks.publish(chunk, base, RecordEncoding.head(kind, tag, at, socket));
    }

    private long refuse(long sequence, TraceStamp at) {
        if (sequence == limit - 1) {
            store(sequence, at, RecordKind.LOG_SEALED, 0, SealReason.LIMIT_REACHED.ordinal(), 0, 0, 0, 0);
        }
        refused.increment();
        return -1;
    }
}
