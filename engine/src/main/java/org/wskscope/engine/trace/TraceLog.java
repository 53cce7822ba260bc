package org.wskscope.engine.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

/**
 * The append-only log of one session. A writer claims a sequence number by one fetch-add, stores the record's words and publishes it by one release-store; it never
 * waits for another thread, takes no lock and allocates nothing (a text is kept; an IPv6 address costs one short array). Readers poll {@link #size()}, which
 * passes only over records that are complete, and that also allocates the next chunk ahead of the writers.
 *
 * <p>The log lies beside the heap, 48 bytes a record, and is never shortened: what was read once can be read again, also after the log was sealed. Its memory is
 * given back when nobody holds the log any more. When its limit is
 * met its last record is {@link TraceRecord.LogSealed} with LIMIT_REACHED, and what comes later is refused and counted.
 */
public final class TraceLog implements TraceWriter, TraceReader {
    /** Memory one record takes, bytes. */
    public static final int RECORD_BYTES = RecordEncoding.RECORD_BYTES;

    /** The largest limit a log can have. */
    public static final long MAX_RECORDS = 1L << 31;

    private static final long DEFAULT_RECORDS = 32L << 20;

    /** Moves the tail beyond every limit, so that all later claims are refused. */
    private static final long SEALED = 1L << 62;

    private static final RecordKind[] KINDS = RecordKind.values();

    /** Two counters far apart: writers and readers must not fight for one cache line. */
    private static final int TAIL = 16;

    private static final int PUBLISHED = 32;
    private static final VarHandle COUNTER = MethodHandles.arrayElementVarHandle(long[].class);

    private final long[] counters = new long[48];
    private final long limit;
    private final RecordChunks chunks;
    private final TextTable texts = new TextTable();
    private final AtomicBoolean sealRequested = new AtomicBoolean();
    private final LongAdder refused = new LongAdder();

    /** A log that may take as much memory as a third of the heap, but not more than 32 Mi records (1.5 GiB). */
    public TraceLog() {
        this(Math.min(DEFAULT_RECORDS, Runtime.getRuntime().maxMemory() / 3 / RECORD_BYTES));
    }

    /**
     * @param limit how many records the log takes, the closing one included
     */
    public TraceLog(long limit) {
        if (limit < 1 || limit > MAX_RECORDS) {
            throw new IllegalArgumentException("a log holds 1 to " + MAX_RECORDS + " records, not " + limit);
        }
        this.limit = limit;
        chunks = new RecordChunks(limit);
    }

    /** Allocates memory for {@code records} more than there are now, so that no writer has to. */
    public void prepare(long records) {
        chunks.prepare(Math.min(limit, size() + records));
    }

    /** How many records the log takes, the closing one included. */
    public long limit() {
        return limit;
    }

    /** How many records were not written because the log was full or sealed. */
    public long refused() {
        return refused.sum();
    }

    /** Appends {@link TraceRecord.LogSealed} with CLOSED and refuses what comes later. Returns its sequence, or −1 when the log was sealed already. */
    public long seal(TraceStamp at) {
        if (!sealRequested.compareAndSet(false, true)) {
            return -1;
        }
        long sequence = (long) COUNTER.getAndAdd(counters, TAIL, SEALED);
        if (sequence >= limit) {
            return -1;
        }
        store(sequence, at, RecordKind.LOG_SEALED, 0, SealReason.CLOSED.ordinal(), 0, 0, 0, 0);
        return sequence;
    }

    @Override
    public long size() {
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

    @Override
    public TraceRecord read(long sequence) {
        return RecordDecoder.decode(cursor().moveTo(sequence));
    }

    @Override
    public RecordCursor cursor() {
        return new RecordCursor(this, chunks, texts);
    }

    @Override
    public RecordKind kind(long sequence) {
        return KINDS[RecordEncoding.kind(word(sequence, RecordEncoding.HEAD))];
    }

    @Override
    public int socket(long sequence) {
        return RecordEncoding.socket(word(sequence, RecordEncoding.HEAD));
    }

    @Override
    public long timeNanos(long sequence) {
        return word(sequence, RecordEncoding.TIME);
    }

    @Override
    public long clientRegistered(TraceStamp at, String name, int version) {
        return append(at, RecordKind.CLIENT_REGISTERED, 0, 0, 0, texts.add(name), version, 0);
    }

    @Override
    public long clientDeregistered(TraceStamp at, String name) {
        return append(at, RecordKind.CLIENT_DEREGISTERED, 0, 0, 0, texts.add(name), 0, 0);
    }

    @Override
    public long socketCreated(TraceStamp at, int socket, SocketCategory category, int addressFamily, int owner) {
        return append(at, RecordKind.SOCKET_CREATED, socket, category.ordinal(), 0, addressFamily, owner, 0);
    }

    @Override
    public long socketBound(TraceStamp at, int socket, InetSocketAddress local) {
        return appendAddress(at, RecordKind.SOCKET_BOUND, socket, 0, local);
    }

    @Override
    public long socketConnected(TraceStamp at, int socket, InetSocketAddress remote) {
        return appendAddress(at, RecordKind.SOCKET_CONNECTED, socket, 0, remote);
    }

    @Override
    public long socketAccepted(TraceStamp at, int listener, int accepted, AcceptRoute route) {
        return append(at, RecordKind.SOCKET_ACCEPTED, listener, route.ordinal(), 0, accepted, 0, 0);
    }

    @Override
    public long socketStateChanged(TraceStamp at, int socket, SocketState from, SocketState to) {
        return append(at, RecordKind.SOCKET_STATE_CHANGED, socket, from.ordinal(), 0, to.ordinal(), 0, 0);
    }

    @Override
    public long socketClosed(TraceStamp at, int socket) {
        return append(at, RecordKind.SOCKET_CLOSED, socket, 0, 0, 0, 0, 0);
    }

    @Override
    public long connectionArrived(TraceStamp at, int listener, InetSocketAddress remote, int waiting) {
        return appendAddress(at, RecordKind.CONNECTION_ARRIVED, listener, waiting, remote);
    }

    @Override
    public long bytesArrived(TraceStamp at, int socket, ByteBuffer bytes) {
        int shown = Math.min(bytes.remaining(), TraceRecord.PREVIEW_BYTES);
        long high = RecordEncoding.pack(bytes, 0);
        long low = RecordEncoding.pack(bytes, 8);
        return append(at, RecordKind.BYTES_ARRIVED, socket, shown, 0, bytes.remaining(), high, low);
    }

    @Override
    public long datagramArrived(TraceStamp at, int socket, int bytes, InetSocketAddress remote) {
        return appendAddress(at, RecordKind.DATAGRAM_ARRIVED, socket, bytes, remote);
    }

    @Override
    public long datagramDropped(TraceStamp at, int socket, int bytes, long total) {
        return append(at, RecordKind.DATAGRAM_DROPPED, socket, 0, 0, bytes, total, 0);
    }

    @Override
    public long bytesSent(TraceStamp at, int socket, long bytes, int irp) {
        return append(at, RecordKind.BYTES_SENT, socket, 0, irp, bytes, 0, 0);
    }

    @Override
    public long inputFinished(TraceStamp at, int socket) {
        return append(at, RecordKind.INPUT_FINISHED, socket, 0, 0, 0, 0, 0);
    }

    @Override
    public long connectionReset(TraceStamp at, int socket) {
        return append(at, RecordKind.CONNECTION_RESET, socket, 0, 0, 0, 0, 0);
    }

    @Override
    public long indicationBuffered(TraceStamp at, int socket, long queued, BufferReason reason) {
        return append(at, RecordKind.INDICATION_BUFFERED, socket, reason.ordinal(), 0, queued, 0, 0);
    }

    @Override
    public long callbackEnabled(TraceStamp at, int socket, int enabledBits, int maskBits, EnableOrigin origin) {
        return append(at, RecordKind.CALLBACK_ENABLED, socket, origin.ordinal(), 0, enabledBits, maskBits, 0);
    }

    @Override
    public long callbackDisableRequested(TraceStamp at, int socket, WskEvent event, int inProgress, int irp) {
        return append(at, RecordKind.CALLBACK_DISABLE_REQUESTED, socket, event.ordinal(), irp, inProgress, 0, 0);
    }

    @Override
    public long callbackDisabled(TraceStamp at, int socket, WskEvent event, int maskBits, DisableReason reason) {
        return append(at, RecordKind.CALLBACK_DISABLED, socket, event.ordinal(), 0, maskBits, reason.ordinal(), 0);
    }

    @Override
    public long callbackEntered(TraceStamp at, int socket, WskCallback callback, int flags, long amount, int subject) {
        return append(at, RecordKind.CALLBACK_ENTERED, socket, callback.ordinal(), 0, flags, amount, subject);
    }

    @Override
    public long callbackDeferred(TraceStamp at, int socket, WskCallback callback, long entered) {
        return append(at, RecordKind.CALLBACK_DEFERRED, socket, callback.ordinal(), 0, entered, 0, 0);
    }

    @Override
    public long callbackReturned(
            TraceStamp at, int socket, WskCallback callback, long entered, NtStatus status, long bytesAccepted) {
        return append(
                at, RecordKind.CALLBACK_RETURNED, socket, callback.ordinal(), 0, entered, status.code(), bytesAccepted);
    }

    @Override
    public long functionCalled(TraceStamp at, int socket, WskFunction function, int irp, int code, long detail) {
        return append(at, RecordKind.FUNCTION_CALLED, socket, function.ordinal(), irp, code, detail, 0);
    }

    @Override
    public long functionReturned(
            TraceStamp at, int socket, WskFunction function, int irp, NtStatus status, long called) {
        return append(at, RecordKind.FUNCTION_RETURNED, socket, function.ordinal(), irp, called, status.code(), 0);
    }

    @Override
    public long irpPended(TraceStamp at, int socket, WskFunction function, int irp, long length) {
        return append(at, RecordKind.IRP_PENDED, socket, function.ordinal(), irp, length, 0, 0);
    }

    @Override
    public long irpCancelRequested(TraceStamp at, int socket, WskFunction function, int irp) {
        return append(at, RecordKind.IRP_CANCEL_REQUESTED, socket, function.ordinal(), irp, 0, 0, 0);
    }

    @Override
    public long irpCompleted(
            TraceStamp at, int socket, WskFunction function, int irp, NtStatus status, long information) {
        return append(at, RecordKind.IRP_COMPLETED, socket, function.ordinal(), irp, information, status.code(), 0);
    }

    @Override
    public long listRetained(TraceStamp at, int socket, long entered, long bytes, long retained) {
        return append(at, RecordKind.LIST_RETAINED, socket, 0, 0, entered, bytes, retained);
    }

    @Override
    public long listReleased(TraceStamp at, int socket, long entered, long bytes, long retained) {
        return append(at, RecordKind.LIST_RELEASED, socket, 0, 0, entered, bytes, retained);
    }

    @Override
    public long gateChanged(TraceStamp at, int socket, boolean open, long queued) {
        return append(at, RecordKind.GATE_CHANGED, socket, open ? 1 : 0, 0, queued, 0, 0);
    }

    @Override
    public long backlogChanged(TraceStamp at, int socket, long bytes) {
        return append(at, RecordKind.BACKLOG_CHANGED, socket, 0, 0, bytes, 0, 0);
    }

    @Override
    public long violationFound(TraceStamp at, int socket, Violation violation, long about) {
        return append(at, RecordKind.VIOLATION_FOUND, socket, violation.ordinal(), 0, about, 0, 0);
    }

    @Override
    public long commandIssued(TraceStamp at, int socket, long command, String text) {
        return append(at, RecordKind.COMMAND_ISSUED, socket, 0, 0, command, texts.add(text), 0);
    }

    @Override
    public long commandSettled(TraceStamp at, int socket, long command, NtStatus status, String message) {
        return append(at, RecordKind.COMMAND_SETTLED, socket, 0, 0, command, status.code(), texts.add(message));
    }

    @Override
    public long conditionalAcceptChanged(TraceStamp at, int listener, boolean on) {
        return append(at, RecordKind.CONDITIONAL_ACCEPT_CHANGED, listener, on ? 1 : 0, 0, 0, 0, 0);
    }

    @Override
    public long connectionRequested(TraceStamp at, int listener, InetSocketAddress remote, int inspection) {
        return appendAddress(at, RecordKind.CONNECTION_REQUESTED, listener, inspection, remote);
    }

    @Override
    public long inspectionEnded(TraceStamp at, int listener, int inspection, InspectionOutcome outcome) {
        return append(at, RecordKind.INSPECTION_ENDED, listener, outcome.ordinal(), inspection, 0, 0, 0);
    }

    @Override
    public long connectionRefused(TraceStamp at, int listener, InetSocketAddress remote, int waiting) {
        return appendAddress(at, RecordKind.CONNECTION_REFUSED, listener, waiting, remote);
    }

    @Override
    public long waitBegan(TraceStamp at, int socket, WaitFor what, int irp, long within) {
        return append(at, RecordKind.WAIT_BEGAN, socket, what.ordinal(), irp, within, 0, 0);
    }

    @Override
    public long waitEnded(TraceStamp at, int socket, long began, NtStatus status) {
        return append(at, RecordKind.WAIT_ENDED, socket, 0, 0, began, status.code(), 0);
    }

    @Override
    public long deadlockFound(TraceStamp at, int socket, long began, String text) {
        return append(at, RecordKind.DEADLOCK_FOUND, socket, 0, 0, began, texts.add(text), 0);
    }

    private long word(long sequence, int word) {
        return chunks.forReading(sequence).getLong(RecordChunks.base(sequence) + word);
    }

    @SuppressWarnings("checkstyle:ParameterNumber") // one argument for each field: an object would be an allocation
    private long append(TraceStamp at, RecordKind kind, int socket, int tag, int number, long a, long b, long c) {
        long sequence = (long) COUNTER.getAndAdd(counters, TAIL, 1L);
        if (sequence >= limit - 1) {
            return refuse(sequence, at);
        }
        store(sequence, at, kind, socket, tag, number, a, b, c);
        return sequence;
    }

    @SuppressWarnings("checkstyle:ParameterNumber") // as append
    private void store(
            long sequence, TraceStamp at, RecordKind kind, int socket, int tag, int number, long a, long b, long c) {
        ByteBuffer chunk = chunks.forWriting(sequence);
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

    private long appendAddress(TraceStamp at, RecordKind kind, int socket, int number, InetSocketAddress address) {
        InetAddress numeric = RecordEncoding.resolved(address);
        byte[] bytes = numeric.getAddress();
        return append(
                at,
                kind,
                socket,
                RecordEncoding.family(numeric),
                number,
                RecordEncoding.pack(bytes, 0),
                RecordEncoding.pack(bytes, 8),
                RecordEncoding.port(numeric, address.getPort()));
    }
}
