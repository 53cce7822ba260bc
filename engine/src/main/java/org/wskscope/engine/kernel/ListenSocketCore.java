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
import org.wskscope.engine.transport.ListenRequest;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.TransportChannel;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.wsk.AcceptEventFlags;
import org.wskscope.engine.wsk.AcceptSocketParameters;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.InspectId;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskAcceptEvent;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskClientListenDispatch;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;
import org.wskscope.engine.wsk.WskProviderListenDispatch;
import org.wskscope.engine.wsk.WskSocket;

/** A listening socket: connections wait, bounded, for a {@code WskAccept} or the accept event (section 2.4). Conditional accept has its place in the table only. */
final class ListenSocketCore extends TransportSocketCore<TransportChannel>
        implements WskProviderListenDispatch, AcceptListener {
    private static final InetSocketAddress NOWHERE = new InetSocketAddress(0);
    private static final AcceptSocketParameters NOBODY = (context, table) -> {};

    private final ListenHandle handle = new ListenHandle(this);
    private final ArrayDeque<Arrival> ready = new ArrayDeque<>();
    private final ArrayDeque<Request> irps = new ArrayDeque<>();
    private @Nullable WskClientListenDispatch table;
    private boolean deathTold;

    private @Nullable TransportChannel bindTo;
    private @Nullable StreamChannel offeredChannel;
    private @Nullable ConnectionSocketCore offered;
    private @Nullable AcceptParameters offeredParameters;
    private int inheritedBits;

    ListenSocketCore(ClientRegistration client, SocketIdentity identity) {
        super(client, identity);
    }

    void setTable(@Nullable WskClientListenDispatch newTable) {
        table = newTable;
    }

    /** {@code WskAccept}. Any thread. */
    @Override
    public NtStatus accept(
            int flags,
            @Nullable Object acceptSocketContext,
            @Nullable WskClientConnectionDispatch acceptSocketDispatch,
            @Nullable Irp irp) {
        Request request = Request.open(kernel, WskFunction.WSK_ACCEPT, irp);
        request.flags = flags;
        request.context = acceptSocketContext;
        request.table = acceptSocketDispatch;
        return submit(request);
    }

    /** {@code WskInspectComplete}: no listener is conditional, so the answer is STATUS_INVALID_DEVICE_REQUEST (C-18). Any thread. */
    @Override
    public NtStatus inspectComplete(InspectId inspectId, InspectAction action, @Nullable Irp irp) {
        return submit(Request.open(kernel, WskFunction.WSK_INSPECT_COMPLETE, irp));
    }

    @Override
    NtStatus perform(Request request) {
        return switch (request.function) {
            case WSK_BIND -> performBind(request);
            case WSK_GET_LOCAL_ADDRESS -> performGetLocalAddress(request);
            case WSK_ACCEPT -> performAccept(request);
            case WSK_INSPECT_COMPLETE ->
                isWrongState(request) ? NtStatus.STATUS_INVALID_DEVICE_STATE : NtStatus.STATUS_INVALID_DEVICE_REQUEST;
            case WSK_LISTEN -> performListen(request);
            case WSK_RELEASE -> NtStatus.STATUS_INVALID_PARAMETER;
            default -> NtStatus.STATUS_INVALID_DEVICE_STATE;
        };
    }

    /** The role of a stream socket (API-SCK-04): takes over its bound address. */
    void takeOver(TransportChannel bound) {
        bindTo = bound;
        beginIn(SocketState.BOUND);
    }

    private NtStatus performListen(Request request) {
        TransportChannel before = bindTo;
        if (isWrongState(request) || before == null) {
            return NtStatus.STATUS_INVALID_DEVICE_STATE;
        }
        bindTo = null;
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
    }

    private ConnectionSocketCore newSocket(StreamChannel channel) {
        SocketIdentity accepted = new SocketIdentity(
                kernel.nextSocketId(), SocketCategory.CONNECTION, identity.addressFamily(), channel.processor());
        return new ConnectionSocketCore(client, accepted);
    }

    private void announce(ConnectionSocketCore accepted, Arrival arrival, AcceptRoute route) {
        accepted.options.inheritFrom(options);
        accepted.announce(arrival.record());
        synchronized (accepted.lock) {
            kernel.stamp(accepted.stamp, arrival.record());
            accepted.adopt(arrival.channel(), route == AcceptRoute.EVENT);
        }
        stamp.causedBy(arrival.record());
        trace.socketAccepted(stamp, id, accepted.id, route);
    }

    // ---- the transport; on the socket's processor, without the lock

    @Override
    public void connectionArrived(StreamChannel channel) {
        boolean refuse;
        synchronized (lock) {
            refuse = state() != SocketState.LISTENING || ready.size() >= kernel.options.acceptBacklog();
            if (!refuse) {
                kernel.stamp(stamp, RecordHead.NO_CAUSE);
                int waiting = ready.size() + 1;
                long record = trace.connectionArrived(stamp, id, channel.remoteAddress(), waiting);
                ready.add(new Arrival(channel, record));
                stamp.causedBy(record);
                recordWaiting();
            }
        }
        if (refuse) {
            channel.reset(TransportCompletion.NONE);
        } else {
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
        refuseReady();
        closer.fail();
    }

    private void refuseReady() {
        ArrayDeque<Arrival> waiting;
        synchronized (lock) {
            waiting = new ArrayDeque<>(ready);
            ready.clear();
        }
        waiting.forEach(arrival -> arrival.channel().reset(TransportCompletion.NONE));
    }

    @Override
    TransportChannel openChannel(InetSocketAddress local, TransportCompletion bound) {
        ListenRequest request = new ListenRequest(local, kernel.options.acceptBacklog(), options.reuseAddress, false);
        return kernel.transport.openListener(processor, request, this, bound);
    }

    @Override
    void bound(TransportChannel opened, Request request) {
        changeState(SocketState.LISTENING);
        complete(request, NtStatus.STATUS_SUCCESS, 0);
        after(() -> opened.setReading(true));
    }

    @Override
    void transportEnded(Request request, NtStatus status) {
        throw new IllegalStateException("a listener asks the transport for nothing by IRP");
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
    }

    @Override
    boolean tearDown() {
        after(this::refuseReady);
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
        if (!mayCall(WskEvent.WSK_EVENT_ACCEPT)) {
            return null;
        }
        if (state() == SocketState.DEAD) {
            boolean due = !deathTold;
            deathTold = true;
            offeredChannel = null;
            pump.prepare(pump.levelBit(), 0, 0, RecordHead.NO_CAUSE);
            return due ? WskCallback.ACCEPT : null;
        }
        Arrival arrival = ready.poll();
        if (arrival == null) {
            return null;
        }
        ConnectionSocketCore accepted = newSocket(arrival.channel());
        offeredChannel = arrival.channel();
        offered = accepted;
        offeredParameters = new AcceptParameters(accepted);
        inheritedBits = gates.inheritable().bits();
        announce(accepted, arrival, AcceptRoute.EVENT);
        pump.prepare(pump.levelBit(), 0, accepted.id, arrival.record());
        return WskCallback.ACCEPT;
    }

    @Override
    NtStatus invoke(WskCallback callback) {
        WskAcceptEvent acceptEvent = table == null ? null : table.acceptEvent();
        if (acceptEvent == null) {
            throw new IllegalStateException("socket " + id + " has no pointer for " + callback.functionName());
        }
        StreamChannel channel = offeredChannel;
        ConnectionSocketCore accepted = offered;
        AcceptParameters parameters = offeredParameters;
        AcceptEventFlags flags = new AcceptEventFlags(pump.levelBit());
        if (channel == null || accepted == null || parameters == null) {
            return acceptEvent.acceptEvent(context, flags, NOWHERE, NOWHERE, null, NOBODY);
        }
        ConnectionSocket socket = (ConnectionSocket) accepted.handle();
        return acceptEvent.acceptEvent(
                context, flags, channel.localAddress(), channel.remoteAddress(), socket, parameters);
    }

    /** SUCCESS gives the socket to the client; anything else leaves it to WSK (EVT-ACC-05, -06, C-23). */
    @Override
    void returned(WskCallback callback, NtStatus status) {
        ConnectionSocketCore accepted = offered;
        AcceptParameters parameters = offeredParameters;
        offered = null;
        offeredParameters = null;
        offeredChannel = null;
        if (accepted == null || parameters == null) {
            return;
        }
        if (!status.equals(NtStatus.STATUS_SUCCESS)) {
            after(accepted::refused);
            return;
        }
        if (!parameters.isWritten()) {
            violation(Violation.ACCEPT_PARAMETERS_NOT_WRITTEN, pump.entered());
        }
        accepted.accepted(inheritedBits, stamp.cause());
        after(accepted::start);
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

    /** A connection nobody took yet, and the record that told of it. */
    private record Arrival(StreamChannel channel, long record) {}
}
