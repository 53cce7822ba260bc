package org.wskscope.engine.kernel;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.AcceptRoute;
import org.wskscope.engine.trace.BufferReason;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.transport.AcceptListener;
import org.wskscope.engine.transport.ConnectionRequest;
import org.wskscope.engine.transport.ListenRequest;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.TransportChannel;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.InspectId;
import org.wskscope.engine.wsk.SocketAddressOut;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskAcceptEvent;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskClientListenDispatch;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;
import org.wskscope.engine.wsk.WskProviderListenDispatch;
import org.wskscope.engine.wsk.WskSocket;

/** A listening socket: connections wait, bounded, for a {@code WskAccept} or the accept event (section 2.4). Conditional accept is the business of its {@link InspectionEngine}. */
final class ListenSocketCore extends TransportSocketCore<TransportChannel>
        implements WskProviderListenDispatch, AcceptListener {
    private final ListenHandle handle = new ListenHandle(this);
    private final ArrayDeque<Arrival> ready = new ArrayDeque<>();
    private final ArrayDeque<Request> irps = new ArrayDeque<>();
    private final AcceptOffer acceptOffer = new AcceptOffer(this);
    private final InspectionEngine inspections = new InspectionEngine(this);
    private @Nullable WskClientListenDispatch table;
    private boolean deathReported;

    private @Nullable TransportChannel bindTo;
    private InetSocketAddress listenAt = new InetSocketAddress(0);

    ListenSocketCore(ClientRegistration client, SocketIdentity identity) {
        super(client, identity);
    }

    void setTable(@Nullable WskClientListenDispatch newTable) {
        table = newTable;
    }

    @Nullable
    WskClientListenDispatch table() {
        return table;
    }

    /** {@code WskAccept}. Any thread. */
    @Override
    @SuppressWarnings("checkstyle:ParameterNumber") // as many as in C
    public NtStatus accept(
            int flags,
            @Nullable Object acceptSocketContext,
            @Nullable WskClientConnectionDispatch acceptSocketDispatch,
            @Nullable SocketAddressOut localAddress,
            @Nullable SocketAddressOut remoteAddress,
            @Nullable Irp irp) {
        Request request = Request.open(kernel, WskFunction.WSK_ACCEPT, irp);
        request.flags = flags;
        request.context = acceptSocketContext;
        request.table = acceptSocketDispatch;
        request.localOut = localAddress;
        request.remoteOut = remoteAddress;
        return submit(request);
    }

    /** {@code WskInspectComplete}. Any thread. */
    @Override
    public NtStatus inspectComplete(InspectId inspectId, InspectAction action, @Nullable Irp irp) {
        Request request = Request.open(kernel, WskFunction.WSK_INSPECT_COMPLETE, irp);
        request.list = inspectId;
        request.isMalformed = inspectId == null || action == null;
        if (!request.isMalformed) {
            request.code = action.ordinal();
            request.detail = Integer.toUnsignedLong(inspectId.serialNumber());
        }
        return submit(request);
    }

    @Override
    NtStatus perform(Request request) {
        return switch (request.function) {
            case WSK_BIND -> performBind(request);
            case WSK_GET_LOCAL_ADDRESS -> performGetLocalAddress(request);
            case WSK_ACCEPT -> performAccept(request);
            case WSK_INSPECT_COMPLETE -> inspections.complete(request);
            case WSK_LISTEN -> performListen(request);
            case WSK_RELEASE -> NtStatus.STATUS_INVALID_PARAMETER;
            default -> NtStatus.STATUS_INVALID_DEVICE_STATE;
        };
    }

    @Override
    NtStatus ioctl(int code, Request request) {
        return code == ControlCode.SO_CONDITIONAL_ACCEPT ? inspections.option(request) : NtStatus.STATUS_NOT_SUPPORTED;
    }

    /** The role of a stream socket (API-SCK-04): takes over its bound address. */
    void takeOver(TransportChannel bound) {
        bindTo = bound;
        beginIn(SocketState.BOUND);
    }

    private NtStatus performListen(Request request) {
        if (isWrongState(request) || isBinding()) {
            return NtStatus.STATUS_INVALID_DEVICE_STATE;
        }
        TransportChannel before = bindTo;
        if (before == null) {
            // An earlier WskListen failed or was cancelled.
            return startBind(request, listenAt);
        }
        bindTo = null;
        listenAt = before.localAddress();
        return startListenInstead(request, before);
    }

    private NtStatus performAccept(Request request) {
        if (request.flags != 0) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        if (isWrongState(request)) {
            return NtStatus.STATUS_INVALID_DEVICE_STATE;
        }
        if (irps.isEmpty() && !ready.isEmpty()) {
            if (kernel.mayCompleteInline()) {
                handOver(request, ready.remove());
                return NtStatus.STATUS_SUCCESS;
            }
            pump.request();
        }
        irps.add(request);
        return pend(request, 0);
    }

    /** The function route: nothing is inherited (CTL-INH-03), static events apply (CTL-STC-07). */
    private void handOver(Request request, Arrival arrival) {
        ConnectionSocketCore accepted = newSocket(arrival.channel());
        accepted.context = request.context;
        accepted.setTable(request.table);
        announce(accepted, arrival, AcceptRoute.IRP);
        request.pointer = accepted.handle();
        request.accepted = accepted;
        if (request.localOut != null) {
            request.localOut.set(arrival.channel().localAddress());
        }
        if (request.remoteOut != null) {
            request.remoteOut.set(arrival.channel().remoteAddress());
        }
    }

    private ConnectionSocketCore newSocket(StreamChannel channel) {
        SocketIdentity accepted = new SocketIdentity(
                kernel.nextSocketId(), SocketCategory.CONNECTION, identity.addressFamily(), channel.processor());
        return new ConnectionSocketCore(client, accepted);
    }

    private void announce(ConnectionSocketCore accepted, Arrival arrival, AcceptRoute route) {
        accepted.options.inheritFrom(options);
        accepted.inspectId = arrival.inspectId();
        accepted.announce(arrival.record());
        synchronized (accepted.lock) {
            kernel.stamp(accepted.stamp, arrival.record());
            accepted.adopt(arrival.channel(), route == AcceptRoute.EVENT);
        }
        // What was recorded of the accepted socket is later than what this socket was stamped with.
        kernel.stamp(stamp, arrival.record());
        trace.socketAccepted(stamp, id, accepted.id, route);
    }

    // ---- the transport; on the socket's processor, without the lock

    @Override
    public void connectionArrived(StreamChannel channel) {
        arrived(channel, null);
    }

    @Override
    public void connectionRequested(ConnectionRequest request) {
        inspections.requested(request);
    }

    @Override
    public void connectionEstablished(ConnectionRequest request, StreamChannel channel) {
        arrived(channel, request);
    }

    @Override
    public void requestDropped(ConnectionRequest request) {
        inspections.dropped(request);
    }

    private void arrived(StreamChannel channel, @Nullable ConnectionRequest request) {
        boolean taken;
        synchronized (lock) {
            kernel.stamp(stamp, RecordHead.NO_CAUSE);
            boolean listening = state() == SocketState.LISTENING;
            boolean room = listening && ready.size() < kernel.options.acceptBacklog();
            if (listening && !room) {
                trace.connectionRefused(stamp, id, channel.remoteAddress(), ready.size());
            }
            InspectId inspected = request == null ? null : inspections.established(request, room);
            taken = room && (request == null || inspected != null);
            if (taken) {
                int waiting = ready.size() + 1;
                long record = trace.connectionArrived(stamp, id, channel.remoteAddress(), waiting);
                ready.add(new Arrival(channel, record, inspected));
                stamp.causedBy(record);
                recordWaiting();
            }
        }
        if (!taken) {
            channel.reset(TransportCompletion.NONE);
        }
        if (taken || request != null) {
            pump.run();
        }
    }

    private void recordWaiting() {
        if (!irps.isEmpty()) {
            return;
        }
        boolean enabled = mayCall(WskEvent.WSK_EVENT_ACCEPT);
        if (!enabled || pump.isInFlight()) {
            trace.indicationBuffered(
                    stamp, id, ready.size(), enabled ? BufferReason.CALLBACK_IN_FLIGHT : BufferReason.EVENT_DISABLED);
        }
    }

    @Override
    public void listenerFailed() {
        closer.fail();
    }

    @Override
    TransportChannel openChannel(InetSocketAddress local, TransportCompletion bound) {
        boolean inspecting;
        synchronized (lock) {
            inspecting = inspections.isOn();
        }
        ListenRequest request = new ListenRequest(
                local, kernel.options.acceptBacklog(), options.reuseAddress, options.everyInterface, inspecting);
        return kernel.transport.openListener(processor, request, this, bound);
    }

    @Override
    void bound(TransportChannel opened, Request request) {
        changeState(SocketState.LISTENING);
        complete(request, NtStatus.STATUS_SUCCESS, 0);
        after(() -> opened.setReading(true));
    }

    @Override
    boolean abandon(Request request) {
        return irps.remove(request) || abandonBind(request);
    }

    @Override
    void completeAll(NtStatus status) {
        for (Request request = irps.poll(); request != null; request = irps.poll()) {
            complete(request, status, 0);
        }
        completeBind(status);
        inspections.vanish();
        turnAwayWhoeverWaits();
    }

    private void turnAwayWhoeverWaits() {
        for (Arrival arrival = ready.poll(); arrival != null; arrival = ready.poll()) {
            StreamChannel waiting = arrival.channel();
            after(() -> waiting.reset(TransportCompletion.NONE));
        }
    }

    @Override
    boolean tearDown() {
        return tearDownAndWait();
    }

    // ---- the pump; with the lock except invoke

    @Override
    void advance() {
        while (!irps.isEmpty() && !ready.isEmpty()) {
            if (mayCall(WskEvent.WSK_EVENT_ACCEPT) && !pump.isInFlight() && races.eventOvertakes()) {
                return;
            }
            Request request = irps.remove();
            handOver(request, ready.remove());
            complete(request, NtStatus.STATUS_SUCCESS, 0);
        }
    }

    @Override
    @Nullable
    WskCallback nextCall() {
        if (state() == SocketState.DEAD) {
            return nextOfDead();
        }
        // Whoever is further along goes first, so that nobody who was let in waits for those who still ask.
        WskCallback abort = inspections.nextAbort();
        if (abort != null) {
            return abort;
        }
        Arrival arrival = mayCall(WskEvent.WSK_EVENT_ACCEPT) ? ready.poll() : null;
        return arrival == null ? inspections.nextInspect() : offer(arrival);
    }

    /** One NULL call: on the accept event if it is on, else on the inspect event (C-35). */
    private @Nullable WskCallback nextOfDead() {
        boolean accepts = mayCall(WskEvent.WSK_EVENT_ACCEPT);
        if (deathReported || !accepts && !inspections.isOn()) {
            return null;
        }
        deathReported = true;
        if (!accepts) {
            return inspections.nextOfDead();
        }
        pump.prepare(pump.levelBit(), 0, 0, RecordHead.NO_CAUSE);
        return WskCallback.ACCEPT;
    }

    private WskCallback offer(Arrival arrival) {
        ConnectionSocketCore accepted = newSocket(arrival.channel());
        acceptOffer.make(arrival.channel(), accepted);
        announce(accepted, arrival, AcceptRoute.EVENT);
        pump.prepare(pump.levelBit(), 0, accepted.id, arrival.record());
        return WskCallback.ACCEPT;
    }

    @Override
    NtStatus invoke(WskCallback callback) {
        WskClientListenDispatch given = table;
        WskAcceptEvent acceptEvent = given == null ? null : given.acceptEvent();
        if (callback == WskCallback.ACCEPT && acceptEvent != null) {
            return acceptOffer.invoke(acceptEvent);
        }
        if (callback == WskCallback.ACCEPT || given == null) {
            throw new IllegalStateException("socket " + id + " has no pointer for " + callback.functionName());
        }
        return inspections.invoke(callback, given);
    }

    @Override
    void returned(WskCallback callback, NtStatus status) {
        if (callback == WskCallback.ACCEPT) {
            acceptOffer.returned(status);
        } else {
            inspections.returned(callback, status);
        }
    }

    @Override
    boolean hasCallback(WskEvent event) {
        return event == WskEvent.WSK_EVENT_ACCEPT && table != null && table.acceptEvent() != null;
    }

    @Override
    EventScope eventScope() {
        return EventScope.LISTEN;
    }

    @Override
    WskSocket handle() {
        return handle;
    }

    /** A connection nobody took yet, the record that told of it, and the id its request was inspected under. */
    private record Arrival(
            StreamChannel channel, long record, @Nullable InspectId inspectId) {}
}
