package org.wskscope.engine.projection;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.trace.AcceptRoute;
import org.wskscope.engine.trace.BehaviourOrigin;
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

    /** What the folds of all sockets of one state share. */
    interface Owner {
        TotalsBuilder tally();

        Processors processors();

        /** Something about the socket is not what it was; called once, until {@link #listed}. */
        void stale(SocketFold socket);

        /** As {@link #stale}, until {@link #kept}. */
        void unkept(SocketFold socket);
    }

    private final SocketId id;
    private final @Nullable Owner owner;
    private final CallbacksFold callbacks;
    private final CallsFold calls;
    private final IrpsFold irps;
    private final TrafficFold traffic;
    private final InspectionsFold inspections;
    private final WaitsFold waits;

    private @Nullable SocketRow row;
    private @Nullable SocketCategory category;
    private String name = "";
    private SocketState state = SocketState.CREATED;
    private int processor;
    private @Nullable InetSocketAddress local;
    private @Nullable InetSocketAddress remote;
    private @Nullable SocketId listener;
    private @Nullable AcceptRoute route;
    private @Nullable SocketBehaviours behaviours;
    private int mask;
    private int lockedMask;
    private int waitingMask;
    private int inheritedMask;
    private boolean gone;
    private boolean stale;
    private boolean unkept;
    private long violations;
    private long lastSequence;

    SocketFold(int id, Owner owner, LaneSink sink) {
        this.id = new SocketId(id);
        this.owner = owner;
        callbacks = new CallbacksFold(sink);
        calls = new CallsFold(sink);
        irps = new IrpsFold(sink);
        traffic = new TrafficFold();
        inspections = new InspectionsFold();
        waits = new WaitsFold();
    }

    /** A copy that goes on by itself; one without an owner is kept as it is and never folded. */
    SocketFold(SocketFold other, @Nullable Owner owner, LaneSink sink) {
        id = other.id;
        this.owner = owner;
        callbacks = new CallbacksFold(other.callbacks, sink);
        calls = new CallsFold(other.calls, sink);
        irps = new IrpsFold(other.irps, sink);
        traffic = new TrafficFold(other.traffic);
        inspections = new InspectionsFold(other.inspections);
        waits = new WaitsFold(other.waits);
        row = other.row;
        category = other.category;
        name = other.name;
        state = other.state;
        processor = other.processor;
        local = other.local;
        remote = other.remote;
        listener = other.listener;
        route = other.route;
        behaviours = other.behaviours;
        mask = other.mask;
        lockedMask = other.lockedMask;
        waitingMask = other.waitingMask;
        inheritedMask = other.inheritedMask;
        gone = other.gone;
        violations = other.violations;
        lastSequence = other.lastSequence;
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
        processor = record.owner();
        name = newName;
        owner().tally().openSockets++;
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

    /** What the client does in its callbacks is said; a copy is that of {@code from}. */
    void behaves(RecordCursor record, SocketFold from) {
        WskCallback callback = record.notifiedCallback();
        if (callback != null) {
            SocketBehaviours before = behaviours;
            behaviours = (before == null ? asNew() : before).with(callback, record.text());
        } else {
            behaviours = record.behaviourOrigin() == BehaviourOrigin.INHERITED ? from.behaviours : asNew();
        }
    }

    private SocketBehaviours asNew() {
        return SocketBehaviours.asNew(category == null ? SocketCategory.CONNECTION : category);
    }

    /** A wait inside its code cannot end. */
    void stuck(RecordCursor record) {
        waits.stuck(record);
    }

    /** Not over yet, oldest first. */
    List<OpenWait> waits() {
        return waits.open();
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

    void callbackEntered(RecordCursor record, long nowNanos) {
        callbacks.entered(record, nowNanos, owner().tally(), owner().processors());
        inspections.entered(record);
        traffic.indicated(record.callback(), record.amount());
    }

    void functionCalled(RecordCursor record, long nowNanos) {
        calls.called(record, nowNanos, owner().processors());
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
            case CALLBACK_DEFERRED -> callbacks.deferred(record, nowNanos, owner().tally(), owner().processors());
            case CALLBACK_RETURNED -> {
                inspections.returned(record);
                traffic.returned(record, callbacks.returned(record, nowNanos, owner().tally(), owner().processors()));
            }
            case CONDITIONAL_ACCEPT_CHANGED -> inspections.changed(record);
            case CONNECTION_REQUESTED -> inspections.requested(record, nowNanos);
            case INSPECTION_ENDED -> inspections.ended(record);
            case FUNCTION_RETURNED -> calls.returned(record, nowNanos, owner().processors());
            case IRP_PENDED -> irps.pended(record, nowNanos, owner().tally());
            case IRP_COMPLETED -> {
                irps.completed(record, nowNanos, owner().tally());
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
        owner().tally().openSockets--;
        owner().tally().closedSockets++;
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
            owner().stale(this);
        }
        if (!unkept) {
            unkept = true;
            owner().unkept(this);
        }
    }

    /** Its row is about to be made: the next change is news again. */
    void listed() {
        stale = false;
    }

    /** A copy of it is about to be made. */
    void kept() {
        unkept = false;
    }

    /** Everything that decides how it goes on. */
    void describe(StringBuilder text) {
        text.append(id.value()).append(' ');
        if (category != null) {
            text.append(row());
        } else {
            text.append(state).append(' ').append(mask).append(' ').append(waitingMask);
            text.append(' ')
                    .append(lockedMask)
                    .append(' ')
                    .append(inheritedMask)
                    .append(' ')
                    .append(route)
                    .append(behaviours);
            text.append(listener)
                    .append(local)
                    .append(remote)
                    .append(violations)
                    .append(' ')
                    .append(lastSequence);
        }
        text.append(gone);
        callbacks.describe(text);
        calls.describe(text);
        irps.describe(text);
        traffic.describe(text);
        inspections.describe(text);
        text.append(waits.open()).append('\n');
    }

    private Owner owner() {
        if (owner == null) {
            throw new IllegalStateException("socket " + id.value() + " is kept as it was");
        }
        return owner;
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
                    processor,
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
                    traffic.counters(callbacks.count(), violations, lastSequence),
                    behaviours);
        }
        return row;
    }
}
