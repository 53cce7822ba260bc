package org.wskscope.engine.kernel;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.BufferReason;
import org.wskscope.engine.trace.DisableReason;
import org.wskscope.engine.trace.DropReason;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.transport.DatagramChannel;
import org.wskscope.engine.transport.DatagramListener;
import org.wskscope.engine.transport.DatagramRequest;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.DatagramIndication;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.ReceiveFromEventFlags;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskBufList;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskClientDatagramDispatch;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;
import org.wskscope.engine.wsk.WskProviderDatagramDispatch;
import org.wskscope.engine.wsk.WskReceiveFromEvent;
import org.wskscope.engine.wsk.WskSocket;

/** A datagram socket: send-to, receive-from, and the receive-from event (sections 2.5, 3.5). */
final class DatagramSocketCore extends TransportSocketCore<DatagramChannel>
        implements WskProviderDatagramDispatch, DatagramListener {
    private final DatagramHandle handle = new DatagramHandle(this);
    final DatagramQueue queue = new DatagramQueue(this);
    private final ArrayDeque<Request> irps = new ArrayDeque<>(2);
    private final DatagramSender sender = new DatagramSender(this);
    private final DatagramAddresses addresses = new DatagramAddresses(this);
    private final ReceiveFromLane lane = new ReceiveFromLane(this, pump);
    private final @Nullable ParallelLanes parallel;
    private @Nullable WskClientDatagramDispatch table;
    private long lastArrival = RecordHead.NO_CAUSE;
    private boolean deathReported;

    DatagramSocketCore(ClientRegistration client, SocketIdentity identity) {
        super(client, identity);
        parallel = kernel.options.parallelDatagram() ? new ParallelLanes(this) : null;
    }

    void setTable(@Nullable WskClientDatagramDispatch newTable) {
        table = newTable;
    }

    // ---- functions; any thread

    @Override
    public NtStatus sendTo(WskBuf buffer, int sendFlags, @Nullable InetSocketAddress remoteAddress, @Nullable Irp irp) {
        Request request = Request.data(kernel, WskFunction.WSK_SEND_TO, irp, buffer, sendFlags);
        request.address = remoteAddress;
        return submit(request);
    }

    @Override
    public NtStatus receiveFrom(WskBuf buffer, int receiveFlags, @Nullable ByteBuffer controlInfo, @Nullable Irp irp) {
        Request request = Request.data(kernel, WskFunction.WSK_RECEIVE_FROM, irp, buffer, receiveFlags);
        request.controlRoom = controlInfo;
        return submit(request);
    }

    @Override
    public NtStatus release(DatagramIndication indication) {
        Request request = Request.open(kernel, WskFunction.WSK_RELEASE, null);
        request.list = indication;
        return submit(request);
    }

    /** {@code WskSendMessages}. */
    @Override
    public NtStatus sendMessages(
            @Nullable WskBufList buffers, int sendFlags, @Nullable InetSocketAddress remoteAddress, @Nullable Irp irp) {
        Request request = Request.data(kernel, WskFunction.WSK_SEND_MESSAGES, irp, WskBuf.EMPTY, sendFlags);
        request.address = remoteAddress;
        request.list = buffers;
        request.detail = MessageBatch.bytes(buffers);
        return submit(request);
    }

    // ---- what the functions do; with the lock

    @Override
    NtStatus perform(Request request) {
        return switch (request.function) {
            case WSK_BIND -> performBind(request);
            case WSK_GET_LOCAL_ADDRESS -> performGetLocalAddress(request);
            case WSK_SEND_TO, WSK_SEND_MESSAGES -> performSend(request);
            case WSK_RECEIVE_FROM -> performReceiveFrom(request);
            case WSK_RELEASE ->
                request.list instanceof DatagramIndication list
                        ? queue.release(list, request.called)
                        : NtStatus.STATUS_INVALID_PARAMETER;
            default -> NtStatus.STATUS_INVALID_DEVICE_STATE;
        };
    }

    private NtStatus performSend(Request request) {
        boolean sound = request.list instanceof WskBufList messages
                ? MessageBatch.isSound(messages)
                : request.function == WskFunction.WSK_SEND_TO && BufferChain.isSound(request.buffer, false);
        if (request.flags != 0 || !sound) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        if (isWrongState(request)) {
            return NtStatus.STATUS_INVALID_DEVICE_STATE;
        }
        InetSocketAddress remote = addresses.target(request.address);
        NtStatus permission = addresses.permission(remote);
        return permission.isSuccess() && remote != null ? sender.submit(request, remote) : permission;
    }

    private NtStatus performReceiveFrom(Request request) {
        ByteBuffer room = request.controlRoom;
        boolean readOnly = room != null && room.isReadOnly();
        if (request.flags != 0 || readOnly || !BufferChain.isSound(request.buffer, true)) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        if (isWrongState(request)) {
            return NtStatus.STATUS_INVALID_DEVICE_STATE;
        }
        if (irps.isEmpty() && mayServe()) {
            if (kernel.mayCompleteInline()) {
                serve(request);
                request.information = request.transferred;
                return NtStatus.STATUS_SUCCESS;
            }
            pump.request();
        }
        irps.add(request);
        return pend(request, request.buffer.length());
    }

    /** Requests wait while a list is lent, because it may come back and be older; among parallel calls there is no such order (C-15). */
    private boolean mayServe() {
        return queue.size() > 0 && (parallel != null || !queue.isLent());
    }

    /** One datagram for one request; what does not fit is lost and MSG_TRUNC says so (API-RCV-07). */
    private void serve(Request request) {
        Datagram datagram = queue.remove();
        int fits = (int) Math.min(datagram.length(), request.buffer.length());
        BufferChain.write(request.buffer, 0, datagram.bytes, 0, fits);
        request.transferred = fits;
        int bits = datagram.flags | (fits < datagram.length() ? ReceiveFromEventFlags.MSG_TRUNC : 0);
        request.pointer = ControlInfo.received(request.controlRoom, datagram, bits);
        queue.recycle(datagram);
    }

    @Override
    NtStatus ioctl(int code, Request request) {
        return addresses.ioctl(code, request);
    }

    @Override
    void optionWritten(int code) {
        DatagramChannel opened = channel();
        if (code == ControlCode.SO_BROADCAST && opened != null && !isOpening()) {
            boolean on = options.broadcast;
            after(() -> opened.setBroadcast(on));
        }
    }

    // ---- the transport; on the socket's processor, without the lock

    @Override
    public void datagramArrived(DatagramChannel channel, ByteBuffer bytes, InetSocketAddress remote, int newFlags) {
        synchronized (lock) {
            if (state() != SocketState.BOUND) {
                return;
            }
            kernel.stamp(stamp, RecordHead.NO_CAUSE);
            int length = bytes.remaining();
            lastArrival = trace.datagramArrived(stamp, id, length, remote);
            stamp.causedBy(lastArrival);
            if (addresses.isUnheard(remote)) {
                queue.recordDrop(length, DropReason.OTHER_SENDER);
            } else if (!queue.add(bytes, remote, options.packetInfo ? channel.destination() : null, newFlags)) {
                queue.recordDrop(length, DropReason.QUEUE_FULL);
            } else {
                recordWaiting();
            }
        }
    }

    private void recordWaiting() {
        boolean inFlight = parallel == null ? pump.isInFlight() : parallel.free() == 0;
        if (!irps.isEmpty() && !inFlight) {
            return;
        }
        if (inFlight || !mayCall(WskEvent.WSK_EVENT_RECEIVE_FROM)) {
            trace.indicationBuffered(
                    stamp, id, queue.size(), inFlight ? BufferReason.CALLBACK_IN_FLIGHT : BufferReason.EVENT_DISABLED);
        }
    }

    @Override
    public void readComplete(DatagramChannel channel) {
        pump.run();
    }

    @Override
    public void channelFailed(DatagramChannel channel) {
        closer.fail();
    }

    @Override
    DatagramChannel openChannel(InetSocketAddress local, TransportCompletion bound) {
        return kernel.transport.openDatagram(
                processor,
                new DatagramRequest(local, options.reuseAddress, options.everyInterface, options.broadcast),
                this,
                bound);
    }

    @Override
    void bound(DatagramChannel opened, Request request) {
        changeState(SocketState.BOUND);
        complete(request, NtStatus.STATUS_SUCCESS, 0);
        after(() -> opened.setReading(true));
    }

    /** The transport's answer to a send. On the socket's processor, without the lock. */
    void sent(Request request, NtStatus status) {
        sender.finished(request, status);
    }

    @Override
    boolean abandon(Request request) {
        return irps.remove(request) || sender.abandon(request) || abandonBind(request);
    }

    @Override
    void completeAll(NtStatus status) {
        for (Request request = irps.poll(); request != null; request = irps.poll()) {
            complete(request, status, 0);
        }
        sender.completeAll(status);
        completeBind(status);
    }

    @Override
    boolean tearDown() {
        queue.clear();
        return tearDownAndWait();
    }

    // ---- the pump; with the lock except invoke

    @Override
    void advance() {
        serveRequests();
        if (parallel != null && queue.size() > 0 && mayCall(WskEvent.WSK_EVENT_RECEIVE_FROM)) {
            parallel.request();
        }
    }

    private void serveRequests() {
        while (!irps.isEmpty() && mayServe()) {
            if (mayCall(WskEvent.WSK_EVENT_RECEIVE_FROM) && races.eventOvertakes()) {
                return;
            }
            Request request = irps.remove();
            if (conduct.isBufferGone(request, stamp)) {
                complete(request, NtStatus.STATUS_INVALID_PARAMETER, 0);
                continue;
            }
            serve(request);
            stamp.causedBy(lastArrival);
            complete(request, NtStatus.STATUS_SUCCESS, request.transferred);
        }
    }

    @Override
    @Nullable
    WskCallback nextCall() {
        if (state() != SocketState.DEAD) {
            boolean leaveIt = parallel != null && queue.size() < parallel.free();
            return leaveIt ? null : lane.next(share());
        }
        boolean due = !deathReported && mayCall(WskEvent.WSK_EVENT_RECEIVE_FROM);
        deathReported |= due;
        return due ? lane.death() : null;
    }

    /** How many datagrams the next call may have: the longest list, or its share of what waits when calls run at once. */
    int share() {
        int most = kernel.options.maxDatagramsPerList();
        int free = parallel == null ? 1 : Math.max(1, parallel.free());
        return free == 1 ? most : Math.min(most, (queue.size() + free - 1) / free);
    }

    @Override
    NtStatus invoke(WskCallback callback) {
        return invoke(lane);
    }

    /** Calls the client with what {@code from} lends. On the lane's processor, without the lock. */
    NtStatus invoke(ReceiveFromLane from) {
        WskReceiveFromEvent receiveFromEvent = table == null ? null : table.receiveFromEvent();
        if (receiveFromEvent == null) {
            throw new IllegalStateException("socket " + id + " has no pointer for WskReceiveFromEvent");
        }
        return receiveFromEvent.receiveFromEvent(context, from.flags(), from.list());
    }

    @Override
    void returned(WskCallback callback, NtStatus status) {
        lane.returned(status);
    }

    /** A list that was refused turns the event off, unless a disable is under way already (EVT-RFR-06). */
    void refused() {
        trace.indicationBuffered(stamp, id, queue.size(), BufferReason.NOT_TAKEN);
        CallbackGate gate = gates.of(WskEvent.WSK_EVENT_RECEIVE_FROM);
        if (gate.switchOff()) {
            disabled(WskEvent.WSK_EVENT_RECEIVE_FROM, DisableReason.DATA_NOT_ACCEPTED);
        }
    }

    /** The record that told of the newest datagram. */
    long lastArrival() {
        return lastArrival;
    }

    /** What makes its callbacks: one, or several with {@code parallelDatagram}. */
    List<CallbackPump> pumps() {
        return parallel == null ? List.of(pump) : parallel.pumps();
    }

    @Override
    boolean isCallInProgress() {
        return super.isCallInProgress() || (parallel != null && parallel.isAnyInFlight());
    }

    @Override
    long callInProgress() {
        for (CallbackPump each : pumps()) {
            if (each.isInFlight()) {
                return each.entered();
            }
        }
        return RecordHead.NO_CAUSE;
    }

    @Override
    DeferredReturn defer() {
        CallbackPump calling = null;
        if (parallel != null) {
            synchronized (lock) {
                calling = parallel.ofThisThread();
            }
        }
        return calling == null ? super.defer() : calling.defer();
    }

    @Override
    boolean hasCallback(WskEvent event) {
        return event == WskEvent.WSK_EVENT_RECEIVE_FROM && table != null && table.receiveFromEvent() != null;
    }

    @Override
    EventScope eventScope() {
        return EventScope.DATAGRAM;
    }

    @Override
    boolean hasRetainedLists() {
        return queue.hasRetainedLists();
    }

    @Override
    WskSocket handle() {
        return handle;
    }
}
