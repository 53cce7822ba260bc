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
 *
 * <p>Where a chunk cannot be had, the log ends: in its place stand the last words, room for one record, which was set aside at the beginning.
 */
final class RecordChunks {
    static final int CHUNK_BITS = 15;
    static final int RECORDS_PER_CHUNK = 1 << CHUNK_BITS;

    private static final int MASK = RECORDS_PER_CHUNK - 1;
    private static final VarHandle WORD = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private static final int CHUNK_BYTES = RECORDS_PER_CHUNK * RecordEncoding.RECORD_BYTES;

    private final AtomicReferenceArray<@Nullable ByteBuffer> chunks;
    private final LogMemory memory;
    private final ByteBuffer lastWords =
            ByteBuffer.allocateDirect(RecordEncoding.RECORD_BYTES).order(ByteOrder.nativeOrder());

    /** Makes the first chunk exist; {@link IllegalStateException} when there is no memory for it. */
    RecordChunks(long records, LogMemory memory) {
        this.memory = memory;
        chunks = new AtomicReferenceArray<>((int) (records + MASK >>> CHUNK_BITS));
        if (forWriting(0) == null) {
            throw new IllegalStateException("There is no memory left for another log.");
        }
    }

    /** Where the record begins in its chunk, bytes. */
    static int base(long sequence) {
        return ((int) sequence & MASK) * RecordEncoding.RECORD_BYTES;
    }

    /** Stores a record's head so that a thread that sees it sees the record's other words too. */
    static void publish(ByteBuffer chunk, int base, long head) {
        WORD.setRelease(chunk, base + RecordEncoding.HEAD, head);
    }

    /** The chunk of a record that may not have been written yet; null where there is no memory for it, now and ever after. */
    @Nullable
    ByteBuffer forWriting(long sequence) {
        int index = (int) (sequence >>> CHUNK_BITS);
        ByteBuffer chunk = chunks.get(index);
        if (chunk == null) {
            chunk = allocate(index, true);
        }
        return isLastWords(chunk) ? null : chunk;
    }

    /** Where the last record of a log goes that ran out of memory; it is the first record of the chunk that is missing. */
    ByteBuffer lastWords() {
        return lastWords;
    }

    /** Where a chunk begins, as the sequence of its first record. */
    static long chunkStart(long sequence) {
        return sequence & ~(long) MASK;
    }

    /** Gives the memory back to those who share it, though not to the machine: nothing more will be allocated. */
    void close() {
        for (int index = 0; index < chunks.length(); index++) {
            ByteBuffer chunk = chunks.get(index);
            if (chunk != null && !isLastWords(chunk)) {
                memory.give(CHUNK_BYTES);
            }
        }
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
        if (next < chunks.length() && chunks.get((int) next) == null && !isLastWords(chunks.get((int) next - 1))) {
            allocate((int) next, false);
        }
    }

    /** Makes the chunks of the first {@code records} records exist, as far as there is memory. */
    void prepare(long records) {
        for (int index = 0; (long) index << CHUNK_BITS < records; index++) {
            if (chunks.get(index) == null && allocate(index, false) == null) {
                return;
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
            if (isLastWords(chunk)) {
                boolean said = base(sequence) == 0 && (long) WORD.getAcquire(chunk, RecordEncoding.HEAD) != 0;
                return said ? sequence + 1 : sequence;
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

    private static boolean isLastWords(@Nullable ByteBuffer chunk) {
        return chunk != null && chunk.capacity() != CHUNK_BYTES;
    }

    /** The chunk there is now. A chunk that cannot be had is null, or for a writer, who has claimed a place in it, the end of the log. */
    private @Nullable ByteBuffer allocate(int index, boolean forWriter) {
        ByteBuffer fresh = memory.take(CHUNK_BYTES);
        if (fresh == null && !forWriter) {
            return chunks.get(index);
        }
        ByteBuffer mine = fresh == null ? lastWords : fresh;
        ByteBuffer winner = chunks.compareAndExchange(index, null, mine);
        if (winner == null) {
            return mine;
        }
        if (fresh != null) {
            memory.give(CHUNK_BYTES);
        }
        return winner;
    }
}
