package org.wskscope.engine.kernel;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.EnableOrigin;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.DisconnectFlags;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;
import org.wskscope.engine.wsk.WskProviderConnectionDispatch;
import org.wskscope.engine.wsk.WskSocket;

/** A connection-oriented socket: connect, send, receive, disconnect, and the receive, disconnect and send-backlog events (sections 2.3, 3.6–3.8). */
class ConnectionSocketCore extends TransportSocketCore<StreamChannel> implements WskProviderConnectionDispatch {
    private final ConnectionHandle handle = new ConnectionHandle(this);
    private final StreamEvents events = new StreamEvents(this);
    final InputFlow input = new InputFlow(this, events);
    final ReceiveEngine receiver = new ReceiveEngine(this);
    final SendEngine sender = new SendEngine(this);
    final ConnectPhase connecting = new ConnectPhase(this);
    final DisconnectPhase disconnecting = new DisconnectPhase(this);
    final ConnectionControl control = new ConnectionControl(this);
    final ConnectionCallbacks callbacks = new ConnectionCallbacks(this);
    private boolean acceptInProgress;
    private boolean isFinished;

    ConnectionSocketCore(ClientRegistration client, SocketIdentity identity) {
        super(client, identity);
    }

    final void setTable(@Nullable WskClientConnectionDispatch newTable) {
        callbacks.setTable(newTable);
    }

    // ---- functions; any thread

    @Override
    public final NtStatus connect(InetSocketAddress remoteAddress, int flags, @Nullable Irp irp) {
        Request request = Request.open(kernel, WskFunction.WSK_CONNECT, irp);
        request.setAddress(remoteAddress);
        request.flags = flags;
        return submit(request);
    }

    @Override
    public final NtStatus getRemoteAddress(@Nullable Irp irp) {
        return submit(Request.open(kernel, WskFunction.WSK_GET_REMOTE_ADDRESS, irp));
    }

    @Override
    public final NtStatus send(WskBuf buffer, SendFlags flags, @Nullable Irp irp) {
        Request request = Request.data(kernel, WskFunction.WSK_SEND, irp, buffer, flags == null ? 0 : flags.bits());
        request.isMalformed |= flags == null;
        return submit(request);
    }

    @Override
    public final NtStatus receive(WskBuf buffer, ReceiveFlags flags, @Nullable Irp irp) {
        Request request = Request.data(kernel, WskFunction.WSK_RECEIVE, irp, buffer, flags == null ? 0 : flags.bits());
        request.isMalformed |= flags == null;
        return submit(request);
    }

    @Override
    public final NtStatus disconnect(@Nullable WskBuf buffer, DisconnectFlags flags, @Nullable Irp irp) {
        Request request = Request.open(kernel, WskFunction.WSK_DISCONNECT, irp);
        request.buffer = buffer == null ? WskBuf.EMPTY : buffer;
        request.flags = flags == null ? 0 : flags.bits();
        request.detail = request.flags;
        request.isMalformed = flags == null;
        return submit(request);
    }

    @Override
    public final NtStatus release(DataIndication indication) {
        Request request = Request.open(kernel, WskFunction.WSK_RELEASE, null);
        request.list = indication;
        return submit(request);
    }

    /** The connection is there: what a stream socket waited for to know its role. With the lock. */
    void roleTaken() {}

    /** {@code WskConnectEx}: completes when connected and all of {@code buffer} is sent. */
    @Override
    public final NtStatus connectEx(
            InetSocketAddress remoteAddress, @Nullable WskBuf buffer, int flags, @Nullable Irp irp) {
        WskBuf first = buffer == null ? WskBuf.EMPTY : buffer;
        Request request = Request.data(kernel, WskFunction.WSK_CONNECT_EX, irp, first, flags);
        request.setAddress(remoteAddress);
        return submit(request);
    }

    // ---- what the functions do; with the lock

    @Override
    NtStatus perform(Request request) {
        return switch (request.function) {
            case WSK_BIND -> performBind(request);
            case WSK_CONNECT, WSK_CONNECT_EX -> connecting.perform(request);
            case WSK_GET_LOCAL_ADDRESS -> performGetLocalAddress(request);
            case WSK_GET_REMOTE_ADDRESS -> performGetRemoteAddress(request);
            case WSK_SEND -> performSend(request);
            case WSK_RECEIVE -> receiver.receive(request);
            case WSK_DISCONNECT -> disconnecting.perform(request);
            case WSK_RELEASE -> performRelease(request);
            default -> NtStatus.STATUS_INVALID_DEVICE_STATE;
        };
    }

    private NtStatus performGetRemoteAddress(Request request) {
        if (isWrongState(request)) {
            return NtStatus.STATUS_INVALID_DEVICE_STATE;
        }
        request.pointer = openedChannel().remoteAddress();
        return NtStatus.STATUS_SUCCESS;
    }

    private NtStatus performSend(Request request) {
        if ((request.flags & ~SendFlags.WSK_FLAG_NODELAY) != 0) {
            // Which completes the IRP as every other refusal does (C-46).
            return NtStatus.STATUS_NOT_SUPPORTED;
        }
        if (!BufferChain.isSound(request.buffer, false)) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        if (receiver.end() == ReceiveEngine.End.RST) {
            return NtStatus.STATUS_CONNECTION_RESET;
        }
        return isWrongState(request) ? NtStatus.STATUS_INVALID_DEVICE_STATE : sender.submit(request);
    }

    private NtStatus performRelease(Request request) {
        return request.list instanceof DataIndication list
                ? receiver.release(list, request.called)
                : NtStatus.STATUS_INVALID_PARAMETER;
    }

    @Override
    final NtStatus ioctl(int code, Request request) {
        return control.ioctl(code, request);
    }

    @Override
    final void optionWritten(int code) {
        control.optionWritten(code);
    }

    @Override
    final boolean isSilenced() {
        return control.isSilent();
    }

    // ---- pending requests and the transport; with the lock

    @Override
    boolean abandon(Request request) {
        return receiver.abandon(request) || sender.abandon(request) || connecting.abandon(request);
    }

    @Override
    void completeAll(NtStatus status) {
        connecting.complete(status);
        receiver.completeAll(status);
        sender.completeAll(status);
    }

    /** Abortive unless both sides have finished and nothing of ours is still on its way (API-CLO-06). */
    @Override
    boolean tearDown() {
        StreamChannel opened = channel();
        if (opened != null && !isOpening()) {
            after(
                    isFinished
                            ? () -> opened.close(TransportCompletion.NONE)
                            : () -> opened.reset(TransportCompletion.NONE));
        }
        return false;
    }

    @Override
    final void closing(SocketState from) {
        isFinished = from == SocketState.DISCONNECTED && !sender.isDisconnecting();
    }

    @Override
    void bound(StreamChannel opened, Request request) {
        changeState(SocketState.BOUND);
        control.applyOptions();
        connecting.bound(request);
    }

    /** A connection that nobody here knows of yet must not look like one that ended in order. */
    @Override
    final void drop(StreamChannel before, Runnable then) {
        before.reset(closed -> then.run());
    }

    @Override
    final void openedAgain(NtStatus status) {
        control.applyOptions();
        connecting.openedAgain(status);
    }

    @Override
    final void bindFailed(Request request, NtStatus status) {
        complete(request, status, 0);
        connecting.failed(request);
    }

    @Override
    final StreamChannel openChannel(InetSocketAddress local, TransportCompletion bound) {
        return kernel.transport.openStream(processor, local, events, bound);
    }

    // ---- accepted sockets

    /** Born connected (section 2.1): no event until the accept callback has returned SUCCESS (C-17). */
    final void adopt(StreamChannel accepted, boolean inCallback) {
        setChannel(accepted);
        acceptInProgress = inCallback;
        trace.socketBound(stamp, id, accepted.localAddress());
        trace.socketConnected(stamp, id, accepted.remoteAddress());
        changeState(SocketState.CONNECTED);
    }

    /** The accept callback returned SUCCESS: what the listener hands down is on now (CTL-INH-01, -07); then input flows. */
    final void accepted(int inheritedBits, long cause) {
        synchronized (lock) {
            acceptInProgress = false;
            if (isClosing()) {
                return;
            }
            kernel.stamp(stamp, cause);
            int added = 0;
            for (WskEvent event : WskEvent.values()) {
                boolean handedDown = (inheritedBits & event.bit()) != 0 && hasCallback(event);
                if (handedDown && gates.of(event).enable()) {
                    added |= event.bit();
                }
            }
            if (added != 0) {
                trace.callbackEnabled(stamp, id, added, maskBits(), EnableOrigin.INHERITED);
            }
        }
    }

    /** The client refused the socket: WSK closes it; a peer sees a reset (EVT-ACC-06). */
    final void refused() {
        Request done;
        Runnable then;
        synchronized (lock) {
            kernel.stamp(stamp, RecordHead.NO_CAUSE);
            acceptInProgress = false;
            closer.closeUnowned();
            done = takeDone();
            then = takeAction();
        }
        settle(done, then);
    }

    final boolean isAcceptInProgress() {
        return acceptInProgress;
    }

    /** An event was asked for inside the accept callback: with the option it need not wait for that to return (C-17). */
    @Override
    final void eventsEnabled(int bits) {
        if (acceptInProgress && kernel.options.earlyAcceptedEvents()) {
            acceptInProgress = false;
            after(this::start);
        }
    }

    /** Lets input flow, once. Any thread, without the lock. */
    final void start() {
        input.start();
    }

    // ---- the pump; with the lock except invoke

    @Override
    void advance() {
        receiver.advance();
        input.advance();
    }

    @Override
    @Nullable
    WskCallback nextCall() {
        return acceptInProgress ? null : callbacks.next();
    }

    @Override
    final NtStatus invoke(WskCallback callback) {
        return callbacks.invoke(callback);
    }

    @Override
    final void returned(WskCallback callback, NtStatus status) {
        if (callback == WskCallback.RECEIVE) {
            receiver.returned(status);
        }
    }

    @Override
    final long bytesAccepted(WskCallback callback) {
        return callback == WskCallback.RECEIVE ? receiver.acceptedBytes() : 0;
    }

    @Override
    boolean hasCallback(WskEvent event) {
        return callbacks.has(event);
    }

    /** The probe of C-27. Any thread, without the lock. */
    final void setIdealSendBacklog(long bytes) {
        Runnable then;
        synchronized (lock) {
            if (isClosing() || bytes == callbacks.idealSendBacklog()) {
                // What did not change is not told (EVT-BKL-01).
                return;
            }
            kernel.stamp(stamp, RecordHead.NO_CAUSE);
            callbacks.changeBacklog(bytes, trace.backlogChanged(stamp, id, bytes));
            pump.request();
            then = takeAction();
        }
        settle(null, then);
    }

    @Override
    EventScope eventScope() {
        return EventScope.CONNECTION;
    }

    @Override
    final void inspect(long nowNanos) {
        receiver.inspect(nowNanos);
    }

    @Override
    final boolean hasRetainedLists() {
        return receiver.hasRetainedLists();
    }

    @Override
    WskSocket handle() {
        return handle;
    }
}
