package org.wskscope.engine.trace;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.chance.ChoicePoint;
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
 * met or there is no memory left its last record is {@link TraceRecord.LogSealed} with LIMIT_REACHED, and what comes later is refused and counted.
 */
public final class TraceLog implements TraceWriter, TraceReader {
    /** Memory one record takes, bytes. */
    public static final int RECORD_BYTES = RecordEncoding.RECORD_BYTES;

    /** The largest limit a log can have. */
    public static final long MAX_RECORDS = 1L << 31;

    private static final long DEFAULT_RECORDS = 32L << 20;

    private static final RecordKind[] KINDS = RecordKind.values();

    final RecordStore records;
    final TextTable texts = new TextTable();

    /** A log that may take as much memory as a third of the heap, but not more than 32 Mi records (1.5 GiB). */
    public TraceLog() {
        this(Math.min(DEFAULT_RECORDS, LogMemory.thirdOfHeap().bytes() / RECORD_BYTES));
    }

    /** A log that shares its memory with others, of which it leaves them a quarter; not more than 32 Mi records (1.5 GiB). */
    public TraceLog(LogMemory memory) {
        this(Math.max(1, Math.min(DEFAULT_RECORDS, memory.bytes() / 4 * 3 / RECORD_BYTES)), memory);
    }

    /**
     * @param limit how many records the log takes, the closing one included
     */
    public TraceLog(long limit) {
        this(limit, new LogMemory(Long.MAX_VALUE));
    }

    /**
     * @param limit how many records the log takes, the closing one included
     * @param memory where it has its memory from; when there is none left the log ends as if its limit was reached
     */
    public TraceLog(long limit, LogMemory memory) {
        records = new RecordStore(limit, memory);
    }

    /** Allocates memory for {@code more} records more than there are now, so that no writer has to. */
    public void prepare(long more) {
        records.prepare(more);
    }

    /** How many records the log takes, the closing one included. */
    public long limit() {
        return records.limit();
    }

    /** How many records were not written because the log was full or sealed. */
    public long refused() {
        return records.refused();
    }

    /**
     * Appends {@link TraceRecord.LogSealed} with CLOSED and refuses what comes later; what memory the log has counts no longer among that of logs that share it. Returns its
     * sequence, or −1 when the log was sealed already.
     */
    public long seal(TraceStamp at) {
        return records.seal(at);
    }

    @Override
    public long size() {
        return records.size();
    }

    @Override
    public TraceRecord read(long sequence) {
        RecordCursor at = cursor().moveTo(sequence);
        return RecordSchema.of(at.kind()).decode(at);
    }

    @Override
    public RecordCursor cursor() {
        return new RecordCursor(this, records.chunks(), texts);
    }

    @Override
    public RecordKind kind(long sequence) {
        return KINDS[RecordEncoding.kind(records.word(sequence, RecordEncoding.HEAD))];
    }

    @Override
    public int socket(long sequence) {
        return RecordEncoding.socket(records.word(sequence, RecordEncoding.HEAD));
    }

    @Override
    public long timeNanos(long sequence) {
        return records.word(sequence, RecordEncoding.TIME);
    }

    @Override
    public long clientRegistered(TraceStamp at, String name, int version) {
        return records.append(at, RecordKind.CLIENT_REGISTERED, 0, 0, 0, texts.add(name), version, 0);
    }

    @Override
    public long clientDeregistered(TraceStamp at, String name) {
        return records.append(at, RecordKind.CLIENT_DEREGISTERED, 0, 0, 0, texts.add(name), 0, 0);
    }

    @Override
    public long socketCreated(TraceStamp at, int socket, SocketCategory category, int addressFamily, int owner) {
        return records.append(at, RecordKind.SOCKET_CREATED, socket, category.ordinal(), 0, addressFamily, owner, 0);
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
        return records.append(at, RecordKind.SOCKET_ACCEPTED, listener, route.ordinal(), 0, accepted, 0, 0);
    }

    @Override
    public long socketStateChanged(TraceStamp at, int socket, SocketState from, SocketState to) {
        return records.append(at, RecordKind.SOCKET_STATE_CHANGED, socket, from.ordinal(), 0, to.ordinal(), 0, 0);
    }

    @Override
    public long socketClosed(TraceStamp at, int socket) {
        return records.append(at, RecordKind.SOCKET_CLOSED, socket, 0, 0, 0, 0, 0);
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
        return records.append(at, RecordKind.BYTES_ARRIVED, socket, shown, 0, bytes.remaining(), high, low);
    }

    @Override
    public long datagramArrived(TraceStamp at, int socket, int bytes, InetSocketAddress remote) {
        return appendAddress(at, RecordKind.DATAGRAM_ARRIVED, socket, bytes, remote);
    }

    @Override
    public long datagramDropped(TraceStamp at, int socket, int bytes, long total, DropReason reason) {
        return records.append(at, RecordKind.DATAGRAM_DROPPED, socket, reason.ordinal(), 0, bytes, total, 0);
    }

    @Override
    public long bytesSent(TraceStamp at, int socket, long bytes, int irp) {
        return records.append(at, RecordKind.BYTES_SENT, socket, 0, irp, bytes, 0, 0);
    }

    @Override
    public long inputFinished(TraceStamp at, int socket, long queued, boolean eager) {
        return records.append(at, RecordKind.INPUT_FINISHED, socket, eager ? 1 : 0, 0, queued, 0, 0);
    }

    @Override
    public long connectionReset(TraceStamp at, int socket) {
        return records.append(at, RecordKind.CONNECTION_RESET, socket, 0, 0, 0, 0, 0);
    }

    @Override
    public long indicationBuffered(TraceStamp at, int socket, long queued, BufferReason reason) {
        return records.append(at, RecordKind.INDICATION_BUFFERED, socket, reason.ordinal(), 0, queued, 0, 0);
    }

    @Override
    public long callbackEnabled(TraceStamp at, int socket, int enabledBits, int maskBits, EnableOrigin origin) {
        return records.append(at, RecordKind.CALLBACK_ENABLED, socket, origin.ordinal(), 0, enabledBits, maskBits, 0);
    }

    @Override
    public long callbackDisableRequested(TraceStamp at, int socket, WskEvent event, int inProgress, int irp) {
        return records.append(
                at, RecordKind.CALLBACK_DISABLE_REQUESTED, socket, event.ordinal(), irp, inProgress, 0, 0);
    }

    @Override
    public long callbackDisabled(TraceStamp at, int socket, WskEvent event, int maskBits, DisableReason reason) {
        return records.append(
                at, RecordKind.CALLBACK_DISABLED, socket, event.ordinal(), 0, maskBits, reason.ordinal(), 0);
    }

    @Override
    public long callbackEntered(TraceStamp at, int socket, WskCallback callback, int flags, long amount, int subject) {
        return records.append(at, RecordKind.CALLBACK_ENTERED, socket, callback.ordinal(), 0, flags, amount, subject);
    }

    @Override
    public long callbackDeferred(TraceStamp at, int socket, WskCallback callback, long entered) {
        return records.append(at, RecordKind.CALLBACK_DEFERRED, socket, callback.ordinal(), 0, entered, 0, 0);
    }

    @Override
    public long callbackReturned(
            TraceStamp at, int socket, WskCallback callback, long entered, NtStatus status, long bytesAccepted) {
        return records.append(
                at, RecordKind.CALLBACK_RETURNED, socket, callback.ordinal(), 0, entered, status.code(), bytesAccepted);
    }

    @Override
    public long functionCalled(TraceStamp at, int socket, WskFunction function, int irp, int code, long detail) {
        return records.append(at, RecordKind.FUNCTION_CALLED, socket, function.ordinal(), irp, code, detail, 0);
    }

    @Override
    public long functionReturned(
            TraceStamp at, int socket, WskFunction function, int irp, NtStatus status, long called) {
        return records.append(
                at, RecordKind.FUNCTION_RETURNED, socket, function.ordinal(), irp, called, status.code(), 0);
    }

    @Override
    public long irpPended(TraceStamp at, int socket, WskFunction function, int irp, long length, Hindrance hindrance) {
        long why = hindrance.packed();
        return records.append(
                at, RecordKind.IRP_PENDED, socket, function.ordinal(), irp, length, hindrance.record(), why);
    }

    @Override
    public long irpCancelRequested(TraceStamp at, int socket, WskFunction function, int irp) {
        return records.append(at, RecordKind.IRP_CANCEL_REQUESTED, socket, function.ordinal(), irp, 0, 0, 0);
    }

    @Override
    public long irpCompleted(
            TraceStamp at, int socket, WskFunction function, int irp, NtStatus status, long information) {
        return records.append(
                at, RecordKind.IRP_COMPLETED, socket, function.ordinal(), irp, information, status.code(), 0);
    }

    @Override
    public long listRetained(TraceStamp at, int socket, long entered, long bytes, long retained) {
        return records.append(at, RecordKind.LIST_RETAINED, socket, 0, 0, entered, bytes, retained);
    }

    @Override
    public long listReleased(TraceStamp at, int socket, long entered, long bytes, long retained) {
        return records.append(at, RecordKind.LIST_RELEASED, socket, 0, 0, entered, bytes, retained);
    }

    @Override
    public long gateChanged(TraceStamp at, int socket, boolean open, long queued) {
        return records.append(at, RecordKind.GATE_CHANGED, socket, open ? 1 : 0, 0, queued, 0, 0);
    }

    @Override
    public long backlogChanged(TraceStamp at, int socket, long bytes) {
        return records.append(at, RecordKind.BACKLOG_CHANGED, socket, 0, 0, bytes, 0, 0);
    }

    @Override
    public long violationFound(TraceStamp at, int socket, Violation violation, long about, long first, long end) {
        return records.append(at, RecordKind.VIOLATION_FOUND, socket, violation.ordinal(), 0, about, first, end);
    }

    @Override
    public long commandIssued(TraceStamp at, int socket, long command, String text) {
        return records.append(at, RecordKind.COMMAND_ISSUED, socket, 0, 0, command, texts.add(text), 0);
    }

    @Override
    public long commandSettled(TraceStamp at, int socket, long command, NtStatus status, String message) {
        return records.append(at, RecordKind.COMMAND_SETTLED, socket, 0, 0, command, status.code(), texts.add(message));
    }

    @Override
    public long conditionalAcceptChanged(TraceStamp at, int listener, boolean on) {
        return records.append(at, RecordKind.CONDITIONAL_ACCEPT_CHANGED, listener, on ? 1 : 0, 0, 0, 0, 0);
    }

    @Override
    public long connectionRequested(TraceStamp at, int listener, InetSocketAddress remote, int inspection) {
        return appendAddress(at, RecordKind.CONNECTION_REQUESTED, listener, inspection, remote);
    }

    @Override
    public long inspectionEnded(TraceStamp at, int listener, int inspection, InspectionOutcome outcome) {
        return records.append(at, RecordKind.INSPECTION_ENDED, listener, outcome.ordinal(), inspection, 0, 0, 0);
    }

    @Override
    public long connectionRefused(TraceStamp at, int listener, InetSocketAddress remote, int waiting) {
        return appendAddress(at, RecordKind.CONNECTION_REFUSED, listener, waiting, remote);
    }

    @Override
    public long waitBegan(TraceStamp at, int socket, WaitFor what, int irp, long within, Hindrance hindrance) {
        return records.append(
                at, RecordKind.WAIT_BEGAN, socket, what.ordinal(), irp, within, hindrance.record(), hindrance.packed());
    }

    @Override
    public long waitEnded(TraceStamp at, int socket, long began, NtStatus status) {
        return records.append(at, RecordKind.WAIT_ENDED, socket, 0, 0, began, status.code(), 0);
    }

    @Override
    public long deadlockFound(TraceStamp at, int socket, long began, String text) {
        return records.append(at, RecordKind.DEADLOCK_FOUND, socket, 0, 0, began, texts.add(text), 0);
    }

    @Override
    public long choicesSet(TraceStamp at, String choices, long seed) {
        return records.append(at, RecordKind.CHOICES_SET, 0, 0, 0, texts.add(choices), seed, 0);
    }

    @Override
    public long behaviourSet(
            TraceStamp at, int socket, BehaviourOrigin origin, @Nullable WskCallback callback, String text, int from) {
        int which = callback == null ? 0 : callback.ordinal() + 1;
        return records.append(
                at, RecordKind.BEHAVIOUR_SET, socket, origin.ordinal(), which, texts.intern(text), from, 0);
    }

    @Override
    public long peerStarted(TraceStamp at, int peer, String text) {
        return records.append(at, RecordKind.PEER_STARTED, 0, 0, peer, texts.intern(text), 0, 0);
    }

    @Override
    public long peerBound(TraceStamp at, int peer, InetSocketAddress local) {
        return appendAddress(at, RecordKind.PEER_BOUND, 0, peer, local);
    }

    @Override
    public long peerChanged(
            TraceStamp at,
            int peer,
            PeerChange change,
            NtStatus status,
            long bytesSent,
            long bytesReceived,
            long messagesSent) {
        long messagesAndStatus = RecordEncoding.halves(status.code(), (int) messagesSent);
        return records.append(
                at, RecordKind.PEER_CHANGED, 0, change.ordinal(), peer, bytesSent, bytesReceived, messagesAndStatus);
    }

    @Override
    public long choiceTaken(
            TraceStamp at, int socket, ChoicePoint point, int key, int ordinal, int options, int taken) {
        long which = RecordEncoding.halves(options, taken);
        return records.append(at, RecordKind.CHOICE_TAKEN, socket, point.ordinal(), ordinal, key, which, 0);
    }

    private long appendAddress(TraceStamp at, RecordKind kind, int socket, int number, InetSocketAddress address) {
        InetAddress numeric = RecordEncoding.resolved(address);
        byte[] bytes = numeric.getAddress();
        return records.append(
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
