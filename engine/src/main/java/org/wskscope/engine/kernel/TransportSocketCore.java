package org.wskscope.engine.kernel;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.transport.TransportChannel;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskFunction;

/** What sockets with a transport endpoint share: bind and the local address. The channel is opened on the socket's processor. */
abstract class TransportSocketCore<C extends TransportChannel> extends SocketCore {
    private @Nullable C channel;
    private @Nullable Request bindRequest;
    private boolean opening;

    TransportSocketCore(ClientRegistration client, SocketIdentity identity) {
        super(client, identity);
    }

    /** Opens the endpoint. On the socket's processor, without the lock. */
    abstract C openChannel(InetSocketAddress local, TransportCompletion bound);

    /** The endpoint is bound: enters the state that follows, and completes {@code request} or carries on with it. */
    abstract void bound(C opened, Request request);

    final @Nullable C channel() {
        return channel;
    }

    final C openedChannel() {
        C opened = channel;
        if (opened == null) {
            throw new IllegalStateException("socket " + id + " has no channel in state " + state());
        }
        return opened;
    }

    final void setChannel(C opened) {
        channel = opened;
    }

    /** {@code WskBind}. Any thread. */
    public final NtStatus bind(InetSocketAddress localAddress, int flags, @Nullable Irp irp) {
        Request request = Request.open(kernel, WskFunction.WSK_BIND, irp);
        request.address = localAddress;
        request.flags = flags;
        return submit(request);
    }

    /** {@code WskGetLocalAddress}. Any thread. */
    public final NtStatus getLocalAddress(@Nullable Irp irp) {
        return submit(Request.open(kernel, WskFunction.WSK_GET_LOCAL_ADDRESS, irp));
    }

    final boolean isForeign(InetSocketAddress address) {
        return address.isUnresolved() || ClientProvider.familyOf(address) != identity.addressFamily();
    }

    final boolean isWrongState(Request request) {
        return !LegalityMatrix.allows(request.function, state());
    }

    /** Performs {@code WskBind}: pends until the transport has bound. */
    final NtStatus performBind(Request request) {
        if (request.flags != 0 || isForeign(request.address())) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        if (isWrongState(request) || opening) {
            return NtStatus.STATUS_INVALID_DEVICE_STATE;
        }
        return startBind(request, request.address());
    }

    /** PENDING, or why the address may not be shared (API-SCK-14). */
    final NtStatus startBind(Request request, InetSocketAddress local) {
        NtStatus claimed = kernel.addresses.claim(this, local);
        if (!claimed.isSuccess()) {
            return claimed;
        }
        opening = true;
        bindRequest = request;
        after(() -> processor.execute(() -> open(local)));
        return pend(request, 0);
    }

    /** Listens where {@code before} was bound: that endpoint is closed first, because one address has one endpoint. */
    final NtStatus startListenInstead(Request request, TransportChannel before) {
        InetSocketAddress local = before.localAddress();
        opening = true;
        bindRequest = request;
        after(() -> processor.execute(() -> before.close(closed -> open(local))));
        return pend(request, 0);
    }

    final NtStatus performGetLocalAddress(Request request) {
        C opened = channel;
        if (isWrongState(request) || opened == null) {
            return NtStatus.STATUS_INVALID_DEVICE_STATE;
        }
        request.pointer = opened.localAddress();
        return NtStatus.STATUS_SUCCESS;
    }

    final boolean abandonBind(Request request) {
        if (bindRequest != request) {
            return false;
        }
        bindRequest = null;
        return true;
    }

    final void completeBind(NtStatus status) {
        Request request = bindRequest;
        if (request != null) {
            bindRequest = null;
            complete(request, status, 0);
        }
    }

    /** True while the transport has been asked to bind and has not answered. */
    final boolean isOpening() {
        return opening;
    }

    private void open(InetSocketAddress local) {
        boolean wanted;
        synchronized (lock) {
            wanted = bindRequest != null && !isClosing();
            opening = wanted;
            if (!wanted) {
                kernel.addresses.release(id);
            }
        }
        if (!wanted) {
            transportClosedIfClosing();
            return;
        }
        C opened = openChannel(local, this::boundBy);
        synchronized (lock) {
            channel = opened;
        }
    }

    private void boundBy(NtStatus status) {
        Request done;
        Runnable then;
        synchronized (lock) {
            kernel.stamp(stamp, bindRequest == null ? RecordHead.NO_CAUSE : bindRequest.called);
            opening = false;
            C opened = openedChannel();
            Request request = bindRequest;
            bindRequest = null;
            if (request != null && status.isSuccess()) {
                trace.socketBound(stamp, id, opened.localAddress());
                kernel.addresses.chosen(this, opened.localAddress());
                bound(opened, request);
            } else {
                channel = null;
                kernel.addresses.release(id);
                after(() -> opened.close(ignored -> transportClosedIfClosing()));
                if (request != null) {
                    bindFailed(request, status);
                }
            }
            done = takeDone();
            then = takeAction();
        }
        settle(done, then);
    }

    /** The transport could not bind: the socket stays CREATED. */
    void bindFailed(Request request, NtStatus status) {
        complete(request, status, 0);
    }

    private void transportClosedIfClosing() {
        boolean closing;
        synchronized (lock) {
            closing = state() == SocketState.CLOSING;
        }
        if (closing) {
            closer.transportClosed();
        }
    }

    /** Tears down an endpoint whose address must be free again when the close IRP completes. */
    final boolean tearDownAndWait() {
        C opened = channel;
        if (opened == null) {
            return opening;
        }
        if (!opening) {
            after(() -> opened.close(status -> closer.transportClosed()));
        }
        return true;
    }
}
