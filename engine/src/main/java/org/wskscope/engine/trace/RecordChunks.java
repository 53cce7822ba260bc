package org.wskscope.engine.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The words of a log, in chunks beside the heap that are allocated once and never move; the memory goes when the log does. Any thread. A thread that needs a chunk nobody has allocated allocates it itself: threads
 * race, none waits for another.
 */
final class RecordChunks {
    static final int CHUNK_BITS = 15;
    static final int RECORDS_PER_CHUNK = 1 << CHUNK_BITS;

    private static final int MASK = RECORDS_PER_CHUNK - 1;
    private static final VarHandle WORD = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final AtomicReferenceArray<@Nullable ByteBuffer> chunks;

    RecordChunks(long records) {
        chunks = new AtomicReferenceArray<>((int) (records + MASK >>> CHUNK_BITS));
        forWriting(0);
    }

    /** Where the record begins in its chunk, bytes. */
    static int base(long sequence) {
        return ((int) sequence & MASK) * RecordEncoding.RECORD_BYTES;
    }

    /** Stores a record's head so that a thread that sees it sees the record's other words too. */
    static void publish(ByteBuffer chunk, int base, long head) {
        WORD.setRelease(chunk, base + RecordEncoding.HEAD, head);
    }

    /** The chunk of a record that may not have been written yet. */
    ByteBuffer forWriting(long sequence) {
        int index = (int) (sequence >>> CHUNK_BITS);
        ByteBuffer chunk = chunks.get(index);
        return chunk == null ? allocate(index) : chunk;
    }

    /** The chunk of a record known to be published. */
    ByteBuffer forReading(long sequence) {
        ByteBuffer chunk = chunks.get((int) (sequence >>> CHUNK_BITS));
        if (chunk == null) {
            throw new IndexOutOfBoundsException("record " + sequence + " is not written yet");
        }
        return chunk;
    }

    /** Makes the chunk behind {@code sequence} exist, so that no writer has to. */
    void prepareAfter(long sequence) {
        long next = (sequence >>> CHUNK_BITS) + 1;
        if (next < chunks.length() && chunks.get((int) next) == null) {
            allocate((int) next);
        }
    }

    /** Makes the chunks of the first {@code records} records exist. */
    void prepare(long records) {
        for (int index = 0; (long) index << CHUNK_BITS < records; index++) {
            if (chunks.get(index) == null) {
                allocate(index);
            }
        }
    }

    /** The first record at or after {@code from} that is not published. */
    long firstUnpublished(long from) {
        long sequence = from;
        while (sequence >>> CHUNK_BITS < chunks.length()) {
            ByteBuffer chunk = chunks.get((int) (sequence >>> CHUNK_BITS));
            if (chunk == null) {
                return sequence;
            }
            long end = (sequence | MASK) + 1;
            for (int head = base(sequence) + RecordEncoding.HEAD; sequence < end; head += RecordEncoding.RECORD_BYTES) {
                if ((long) WORD.getAcquire(chunk, head) == 0) {
                    return sequence;
                }
                sequence++;
            }
        }
        return sequence;
    }

    private ByteBuffer allocate(int index) {
        ByteBuffer fresh = ByteBuffer.allocateDirect(RECORDS_PER_CHUNK * RecordEncoding.RECORD_BYTES)
                .order(ByteOrder.nativeOrder());
        ByteBuffer winner = chunks.compareAndExchange(index, null, fresh);
        return winner == null ? fresh : winner;
    }
}
