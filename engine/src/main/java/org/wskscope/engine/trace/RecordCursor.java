package org.wskscope.engine.trace;

import java.net.InetSocketAddress;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

/**
 * A place in a log whose record is read field by field without allocating: for folds. Owned by one thread. Each getter says which kinds have that field; on another
 * kind its answer means nothing or it throws, so ask {@link #kind()} first. Field meanings and units: {@link TraceRecord}.
 */
public final class RecordCursor extends EnvironmentFields {
    private static final SocketCategory[] CATEGORIES = SocketCategory.values();
    private static final SocketState[] STATES = SocketState.values();
    private static final WskEvent[] EVENTS = WskEvent.values();
    private static final WskCallback[] CALLBACKS = WskCallback.values();
    private static final WskFunction[] FUNCTIONS = WskFunction.values();
    private static final Violation[] VIOLATIONS = Violation.values();
    private static final AcceptRoute[] ROUTES = AcceptRoute.values();
    private static final BufferReason[] BUFFER_REASONS = BufferReason.values();
    private static final EnableOrigin[] ORIGINS = EnableOrigin.values();
    private static final WaitFor[] WAITS = WaitFor.values();
    private static final Hindrance.Kind[] HINDRANCES = Hindrance.Kind.values();

    private final TextTable texts;

    RecordCursor(TraceReader log, RecordChunks chunks, TextTable texts) {
        super(log, chunks);
        this.texts = texts;
    }

    /** Stands on the record at {@code newSequence}; returns this. Throws {@link IndexOutOfBoundsException} when the log does not reach that far yet. */
    public RecordCursor moveTo(long newSequence) {
        standOn(newSequence);
        return this;
    }

    /** BYTES_SENT, CALLBACK_DISABLE_REQUESTED, FUNCTION_*, IRP_*: the submission number, 0 for none. */
    public int irp() {
        return number();
    }

    /** CALLBACK_ENTERED, _DEFERRED, _RETURNED. */
    public WskCallback callback() {
        return CALLBACKS[tag()];
    }

    /** FUNCTION_*, IRP_*. */
    public WskFunction function() {
        return FUNCTIONS[tag()];
    }

    /** CALLBACK_DISABLE_REQUESTED, CALLBACK_DISABLED. */
    public WskEvent event() {
        return EVENTS[tag()];
    }

    /** CALLBACK_RETURNED, FUNCTION_RETURNED, IRP_COMPLETED, COMMAND_SETTLED, WAIT_ENDED, PEER_CHANGED: the code. */
    public int statusCode() {
        return kind() == RecordKind.PEER_CHANGED ? RecordEncoding.highHalf(c()) : (int) b();
    }

    /** As {@link #statusCode()}; allocates for statuses {@link NtStatus#of} has no shared value for. */
    public NtStatus status() {
        return NtStatus.of(statusCode());
    }

    /** CALLBACK_DEFERRED, CALLBACK_RETURNED, LIST_*: the sequence of the CALLBACK_ENTERED record. */
    public long entered() {
        return a();
    }

    /** FUNCTION_RETURNED: the sequence of the FUNCTION_CALLED record. */
    public long called() {
        return a();
    }

    /** CALLBACK_ENTERED. */
    public int flags() {
        return (int) a();
    }

    /** CALLBACK_ENTERED: bytes, datagrams, backlog size or inspection. */
    public long amount() {
        return b();
    }

    /** CALLBACK_ENTERED: the accepted socket's id value, 0 for none. */
    public int subject() {
        return (int) c();
    }

    /** CALLBACK_RETURNED. */
    public long bytesAccepted() {
        return c();
    }

    /** FUNCTION_CALLED: the control code, 0 for other functions. */
    public int code() {
        return (int) a();
    }

    /** FUNCTION_CALLED. */
    public long detail() {
        return b();
    }

    /** IRP_PENDED. */
    public long length() {
        return a();
    }

    /** IRP_COMPLETED. */
    public long information() {
        return a();
    }

    /** BYTES_ARRIVED, BYTES_SENT, DATAGRAM_*, LIST_*, BACKLOG_CHANGED. */
    public long bytes() {
        return switch (kind()) {
            case DATAGRAM_ARRIVED -> number();
            case LIST_RETAINED, LIST_RELEASED -> b();
            default -> a();
        };
    }

    /** LIST_*: bytes retained on the socket afterwards. */
    public long retained() {
        return c();
    }

    /** DATAGRAM_DROPPED: dropped so far on the socket. */
    public long total() {
        return b();
    }

    /** INDICATION_BUFFERED, GATE_CHANGED, INPUT_FINISHED. */
    public long queued() {
        return a();
    }

    /** GATE_CHANGED; of INPUT_FINISHED whether it is told at once. */
    public boolean open() {
        return tag() != 0;
    }

    /** CONNECTION_ARRIVED, CONNECTION_REFUSED. */
    public int waiting() {
        return number();
    }

    /** CONNECTION_REQUESTED, INSPECTION_ENDED: the serial number of the inspect id. */
    public int inspection() {
        return number();
    }

    /** CONDITIONAL_ACCEPT_CHANGED. */
    public boolean conditional() {
        return tag() != 0;
    }

    /** CALLBACK_ENABLED: the bits turned on. */
    public int enabledBits() {
        return (int) a();
    }

    /** CALLBACK_ENABLED, CALLBACK_DISABLED: the socket's mask afterwards. */
    public int maskBits() {
        return kind() == RecordKind.CALLBACK_ENABLED ? (int) b() : (int) a();
    }

    /** CALLBACK_ENABLED. */
    public EnableOrigin origin() {
        return ORIGINS[tag()];
    }

    /** INDICATION_BUFFERED. */
    public BufferReason bufferReason() {
        return BUFFER_REASONS[tag()];
    }

    /** SOCKET_CREATED. */
    public SocketCategory category() {
        return CATEGORIES[tag()];
    }

    /** SOCKET_CREATED: the processor its events are delivered on. */
    public int owner() {
        return (int) b();
    }

    /** SOCKET_ACCEPTED: the accepted socket's id value. */
    public int accepted() {
        return (int) a();
    }

    /** SOCKET_ACCEPTED. */
    public AcceptRoute route() {
        return ROUTES[tag()];
    }

    /** SOCKET_STATE_CHANGED. */
    public SocketState from() {
        return STATES[tag()];
    }

    /** SOCKET_STATE_CHANGED. */
    public SocketState to() {
        return STATES[(int) a()];
    }

    /** VIOLATION_FOUND. */
    public Violation violation() {
        return VIOLATIONS[tag()];
    }

    /** IRP_PENDED, WAIT_BEGAN: for what it waits; allocates where that is known. */
    public Hindrance hindrance() {
        long packed = c();
        Hindrance.Kind by = HINDRANCES[(int) packed & 0xFF];
        return by == Hindrance.Kind.NONE
                ? Hindrance.NONE
                : new Hindrance(by, b(), (int) (packed >>> 32), (int) (packed >>> 8) & 0xFF_FFFF);
    }

    /** VIOLATION_FOUND: the first byte of lent memory that changed. */
    public long firstByte() {
        return b();
    }

    /** VIOLATION_FOUND: behind the last byte of lent memory that changed; 0 when it is of something else. */
    public long endByte() {
        return c();
    }

    /** VIOLATION_FOUND: the sequence of the record it is about, or −1. */
    public long about() {
        return a();
    }

    /** WAIT_BEGAN. */
    public WaitFor waitFor() {
        return WAITS[tag()];
    }

    /** WAIT_BEGAN: the sequence of the record of the callback or completion the thread runs, or −1. */
    public long within() {
        return a();
    }

    /** WAIT_ENDED, DEADLOCK_FOUND: the sequence of the WAIT_BEGAN record. */
    public long began() {
        return a();
    }

    /** CLIENT_*: the name; COMMAND_ISSUED, DEADLOCK_FOUND: the text; COMMAND_SETTLED: the message; CHOICES_SET, BEHAVIOUR_SET, PEER_STARTED: what is set. */
    public String text() {
        return switch (kind()) {
            case COMMAND_ISSUED, DEADLOCK_FOUND -> texts.get(b());
            case COMMAND_SETTLED -> texts.get(c());
            default -> texts.get(a());
        };
    }

    /** The text that is kept under this number; empty for 0. */
    String textAt(int index) {
        return texts.get(index);
    }

    /** SOCKET_BOUND, SOCKET_CONNECTED, CONNECTION_ARRIVED, _REQUESTED, _REFUSED, DATAGRAM_ARRIVED, PEER_BOUND. Allocates. */
    public InetSocketAddress address() {
        return RecordEncoding.address(tag(), a(), b(), c());
    }

    /** BYTES_ARRIVED: the first bytes, at most {@link TraceRecord#PREVIEW_BYTES}. Allocates. */
    public byte[] preview() {
        byte[] bytes = new byte[tag()];
        RecordEncoding.unpack(b(), c(), bytes);
        return bytes;
    }
}
