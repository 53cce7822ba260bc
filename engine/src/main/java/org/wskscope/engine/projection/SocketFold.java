package org.wskscope.engine.projection;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.trace.AcceptRoute;
import org.wskscope.engine.trace.EnableOrigin;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/** One socket while it is folded. */
@ProjectorThread
final class SocketFold {
    /** On a listener these are defaults for accepted sockets and cannot be taken back (CTL-INH-04). */
    private static final int CONNECTION_EVENTS = EventMask.of(
                    WskEvent.WSK_EVENT_RECEIVE, WskEvent.WSK_EVENT_DISCONNECT, WskEvent.WSK_EVENT_SEND_BACKLOG)
            .bits();

    /** That code took long is worth knowing, but the socket is not in trouble for it. */
    private static final Set<Violation> ABOUT_TIME =
            Set.of(Violation.CALLBACK_OVER_DISPATCH_BUDGET, Violation.RELEASE_ASAP_HELD_TOO_LONG);

    private final SocketId id;
    private final Tally tally;
    private final Consumer<SocketFold> onRowStale;
    private final Runnable onLaneAdded;
    private final SocketLanes lanes;
    private final CallbacksFold callbacks;
    private final CallsFold calls;
    private final IrpsFold irps;
    private final TrafficFold traffic = new TrafficFold();
    private final InspectionsFold inspections = new InspectionsFold();
    private final WaitsFold waits = new WaitsFold();

    private @Nullable SocketRow row;
    private @Nullable SocketCategory category;
    private String name = "";
    private SocketState state = SocketState.CREATED;
    private int owner;
    private @Nullable InetSocketAddress local;
    private @Nullable InetSocketAddress remote;
    private @Nullable SocketId listener;
    private @Nullable AcceptRoute route;
    private int mask;
    private int lockedMask;
    private int waitingMask;
    private int inheritedMask;
    private boolean gone;
    private boolean stale;
    private long violations;
    private long lastSequence;

    SocketFold(int id, SharedLanes shared, Tally tally, Consumer<SocketFold> onRowStale, Runnable onLaneAdded) {
        this.id = new SocketId(id);
        this.tally = tally;
        this.onRowStale = onRowStale;
        this.onLaneAdded = onLaneAdded;
        lanes = new SocketLanes(this.id, onLaneAdded);
        callbacks = new CallbacksFold(lanes, shared.callbacks(), tally);
        calls = new CallsFold(lanes, shared.control());
        irps = new IrpsFold(lanes, shared.irps(), tally);
    }

    SocketId id() {
        return id;
    }

    /** False until its creation is folded: with several creators at work, another record may mention it first. */
    boolean exists() {
        return category != null;
    }

    void created(RecordCursor record, String newName) {
        category = record.category();
        owner = record.owner();
        name = newName;
        tally.openSockets++;
        onLaneAdded.run();
    }

    /** The listener gave a connection to the client. */
    void handedOver() {
        traffic.accepted();
    }

    void acceptedFrom(SocketId newListener, AcceptRoute newRoute) {
        listener = newListener;
        route = newRoute;
        stale();
    }

    /** What happens on it from now on is on these lanes too. */
    void share(SharedLanes shared) {
        callbacks.share(shared.callbacks());
        calls.share(shared.control());
        irps.share(shared.irps());
    }

    /** A wait inside its code cannot end. */
    void stuck(RecordCursor record) {
        waits.stuck(record);
    }

    void violated(Violation violation) {
        if (!ABOUT_TIME.contains(violation)) {
            violations++;
        }
    }

    /** Called last for every record about this socket. */
    void seen(long sequence) {
        lastSequence = sequence;
        stale();
    }

    void callbackEntered(RecordCursor record, long nowNanos, @Nullable ProcessorFold processor) {
        callbacks.entered(record, nowNanos, processor);
        inspections.entered(record);
        traffic.indicated(record.callback(), record.amount());
    }

    void functionCalled(RecordCursor record, long nowNanos, @Nullable ProcessorFold processor) {
        calls.called(record, nowNanos, processor);
        inspections.called(record);
    }

    /** Every kind that concerns this socket alone. */
    void fold(RecordCursor record, long nowNanos) {
        switch (record.kind()) {
            case SOCKET_BOUND -> local = record.address();
            case SOCKET_CONNECTED -> remote = record.address();
            case SOCKET_STATE_CHANGED -> state = record.to();
            case SOCKET_CLOSED -> closed(record, nowNanos);
            case CONNECTION_ARRIVED,
                    BYTES_ARRIVED,
                    DATAGRAM_ARRIVED,
                    DATAGRAM_DROPPED,
                    BYTES_SENT,
                    INPUT_FINISHED,
                    CONNECTION_RESET,
                    INDICATION_BUFFERED,
                    GATE_CHANGED -> traffic.fold(record);
            case CALLBACK_ENABLED -> enabled(record);
            case CALLBACK_DISABLE_REQUESTED -> {
                waitingMask |= record.event().bit();
                calls.disableRequested(record);
            }
            case CALLBACK_DISABLED -> {
                mask = record.maskBits();
                waitingMask &= ~record.event().bit();
                calls.disabled(record, nowNanos);
            }
            case CALLBACK_DEFERRED -> callbacks.deferred(record, nowNanos);
            case CALLBACK_RETURNED -> {
                inspections.returned(record);
                traffic.returned(record, callbacks.returned(record, nowNanos));
            }
            case CONDITIONAL_ACCEPT_CHANGED -> inspections.changed(record);
            case CONNECTION_REQUESTED -> inspections.requested(record, nowNanos);
            case INSPECTION_ENDED -> inspections.ended(record);
            case FUNCTION_RETURNED -> calls.returned(record, nowNanos);
            case IRP_PENDED -> irps.pended(record, nowNanos);
            case IRP_COMPLETED -> {
                irps.completed(record, nowNanos);
                traffic.completed(record);
            }
            case WAIT_BEGAN -> waits.began(record, nowNanos);
            case WAIT_ENDED -> waits.ended(record);
            case LIST_RETAINED -> callbacks.retained(record, nowNanos, retainingCallback());
            case LIST_RELEASED -> callbacks.released(record, nowNanos);
            default -> {}
        }
    }

    private void enabled(RecordCursor record) {
        int bits = record.enabledBits();
        mask = record.maskBits();
        waitingMask &= ~bits;
        if (record.origin() == EnableOrigin.INHERITED) {
            inheritedMask |= bits;
        } else if (record.origin() == EnableOrigin.STATIC) {
            lockedMask |= bits;
        } else if (category == SocketCategory.LISTEN || state == SocketState.LISTENING) {
            lockedMask |= bits & CONNECTION_EVENTS;
        }
    }

    private void closed(RecordCursor record, long nowNanos) {
        if (gone || !exists()) {
            return;
        }
        gone = true;
        tally.openSockets--;
        tally.closedSockets++;
        state = SocketState.CLOSED;
        traffic.socketClosed();
        inspections.socketClosed();
        calls.socketClosed(record, nowNanos);
        callbacks.socketClosed(record, nowNanos);
    }

    private WskCallback retainingCallback() {
        return category == SocketCategory.DATAGRAM ? WskCallback.RECEIVE_FROM : WskCallback.RECEIVE;
    }

    private void stale() {
        row = null;
        if (!stale) {
            stale = true;
            onRowStale.accept(this);
        }
    }

    void addLanes(List<LaneColumns> page) {
        lanes.addTo(page);
    }

    /** Its row is about to be made: the next change is news again. */
    void listed() {
        stale = false;
    }

    SocketRow row() {
        if (category == null) {
            throw new IllegalStateException("socket " + id.value() + " has no row before its creation is folded");
        }
        if (row == null) {
            row = new SocketRow(
                    id,
                    name,
                    category,
                    state,
                    owner,
                    local,
                    remote,
                    listener,
                    route,
                    new EventMask(mask),
                    new EventMask(lockedMask),
                    new EventMask(waitingMask),
                    new EventMask(inheritedMask),
                    callbacks.inFlight(),
                    irps.pending(),
                    traffic.queued(),
                    callbacks.retained(),
                    traffic.gate(),
                    traffic.finQueued(),
                    inspections.isConditional(),
                    inspections.open(),
                    waits.open(),
                    traffic.counters(callbacks.count(), violations, lastSequence));
        }
        return row;
    }
}
