package org.wskscope.engine.trace;

import java.nio.ByteBuffer;
import org.wskscope.engine.nt.Irql;

/** A place in a log: what every record has, and its words for those who know what they mean. Owned by one thread. */
abstract class RecordPlace {
    private static final RecordKind[] KINDS = RecordKind.values();
    private static final Irql[] LEVELS = Irql.values();

    private final TraceReader log;
    private final RecordChunks chunks;
    private long readable;
    private long sequence = -1;
    private ByteBuffer chunk;
    private int base;
    private long head;

    RecordPlace(TraceReader log, RecordChunks chunks) {
        this.log = log;
        this.chunks = chunks;
        this.chunk = chunks.forReading(0);
    }

    final void standOn(long newSequence) {
        if (newSequence < 0 || newSequence >= readable && newSequence >= (readable = log.size())) {
            throw new IndexOutOfBoundsException("record " + newSequence + " of " + readable);
        }
        sequence = newSequence;
        chunk = chunks.forReading(newSequence);
        base = RecordChunks.base(newSequence);
        head = chunk.getLong(base + RecordEncoding.HEAD);
    }

    /** Appends the record's words as they are stored, {@link TraceLog#RECORD_BYTES} bytes, whatever the machine's byte order. */
    public final void copyWords(ByteBuffer target) {
        for (int at = 0; at < RecordEncoding.RECORD_BYTES; at += Long.BYTES) {
            target.putLong(chunk.getLong(base + at));
        }
    }

    public final long sequence() {
        return sequence;
    }

    public final RecordKind kind() {
        return KINDS[RecordEncoding.kind(head)];
    }

    public final long timeNanos() {
        return chunk.getLong(base + RecordEncoding.TIME);
    }

    public final int processor() {
        return RecordEncoding.processor(head);
    }

    public final Irql irql() {
        return LEVELS[RecordEncoding.irql(head)];
    }

    /** The value of the socket id, 0 for none. */
    public final int socket() {
        return RecordEncoding.socket(head);
    }

    public final long cause() {
        return RecordEncoding.cause(sequence, chunk.getLong(base + RecordEncoding.LINK));
    }

    final int tag() {
        return RecordEncoding.tag(head);
    }

    final int number() {
        return RecordEncoding.number(chunk.getLong(base + RecordEncoding.LINK));
    }

    final long a() {
        return chunk.getLong(base + RecordEncoding.A);
    }

    final long b() {
        return chunk.getLong(base + RecordEncoding.B);
    }

    final long c() {
        return chunk.getLong(base + RecordEncoding.C);
    }
}
