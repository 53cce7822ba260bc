package org.wskscope.engine.kernel;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.transport.TransportChannel;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.wsk.WskFunction;

/** What sockets with a transport endpoint share: bind and the local address. The channel is opened on the socket's processor. */
abstract class TransportSocketCore<C extends TransportChannel> extends SocketCore {
    private static final InetSocketAddress NOWHERE = new InetSocketAddress(0);

    private @Nullable C channel;
    private InetSocketAddress boundTo = NOWHERE;
    private @Nullable Request bindRequest;
    /** The transport was asked for an endpoint, or has not yet let go of one. */
    private boolean opening;
    /** What is being opened replaces an endpoint of the same address. */
    private boolean again;
    /** {@link #bindRequest} came while a cancelled bind was still under way and begins afterwards. */
    private boolean waits;
    /** The last endpoint asked for could not be opened. */
    private boolean broken;

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
        request.setAddress(localAddress);
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
        return isWrongState(request) || isBinding()
                ? NtStatus.STATUS_INVALID_DEVICE_STATE
                : startBind(request, request.address());
    }

    /** PENDING, or why the address may not be shared (API-SCK-14). A bind that was cancelled ends before the next one begins. */
    final NtStatus startBind(Request request, InetSocketAddress local) {
        request.address = local;
        bindRequest = request;
        waits = opening;
        if (!waits) {
            NtStatus claimed = beginOpening(local);
            if (!claimed.isSuccess()) {
                bindRequest = null;
                return claimed;
            }
        }
        return pend(request, 0);
    }

    private NtStatus beginOpening(InetSocketAddress local) {
        NtStatus claimed = kernel.addresses.claim(this, local);
        if (claimed.isSuccess()) {
            opening = true;
            after(() -> processor.execute(() -> open(local)));
        }
        return claimed;
    }

    /** Listens where {@code before} was bound: that endpoint is closed first, because one address has one endpoint. */
    final NtStatus startListenInstead(Request request, TransportChannel before) {
        InetSocketAddress local = before.localAddress();
        request.address = local;
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
        request.pointer = isOpenNow() ? opened.localAddress() : boundTo;
        return NtStatus.STATUS_SUCCESS;
    }

    /** A bind, or a listen, of the client has not ended. */
    final boolean isBinding() {
        return bindRequest != null;
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

    /** Exchanges the endpoint for a new one at the same address; {@link #openedAgain} tells. With the lock. */
    final void openAgain() {
        C before = openedChannel();
        InetSocketAddress local = boundTo;
        opening = true;
        again = true;
        after(() -> drop(before, () -> open(local)));
    }

    /** The endpoint can be used: it is open, and not being exchanged. */
    final boolean isOpenNow() {
        return !opening && channel != null && !broken;
    }

    /** Ends an endpoint at once, whatever it is doing. Without the lock. */
    void drop(C before, Runnable then) {
        before.close(closed -> then.run());
    }

    /** What {@link #openAgain} came to. With the lock. */
    void openedAgain(NtStatus status) {}

    private void open(InetSocketAddress local) {
        boolean wanted;
        synchronized (lock) {
            wanted = !isClosing() && (again || bindRequest != null && !waits);
        }
        if (!wanted) {
            openingOver();
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
            Request request = bindRequest;
            kernel.stamp(stamp, request == null ? RecordHead.NO_CAUSE : request.called);
            C opened = openedChannel();
            boolean wanted = !isClosing() && (again || request != null && !waits);
            broken = !wanted || !status.isSuccess();
            if (again && wanted) {
                again = false;
                opening = false;
                openedAgain(status);
            } else if (!broken && request != null) {
                opening = false;
                bindRequest = null;
                boundTo = opened.localAddress();
                trace.socketBound(stamp, id, boundTo);
                kernel.addresses.chosen(this, boundTo);
                bound(opened, request);
            } else {
                channel = null;
                after(() -> opened.close(closed -> openingOver()));
                if (request != null && !waits) {
                    bindRequest = null;
                    bindFailed(request, status);
                }
            }
            done = takeDone();
            then = takeAction();
        }
        settle(done, then);
    }

    /** Nothing is open: the address is free, and a bind that waited for that begins. */
    private void openingOver() {
        boolean closing;
        Request done;
        Runnable then;
        synchronized (lock) {
            opening = false;
            again = false;
            kernel.addresses.release(id);
            Request next = waits ? bindRequest : null;
            waits = false;
            closing = isClosing();
            if (next != null && !closing) {
                kernel.stamp(stamp, next.called);
                NtStatus claimed = beginOpening(next.address());
                if (!claimed.isSuccess()) {
                    bindRequest = null;
                    bindFailed(next, claimed);
                }
            }
            done = takeDone();
            then = takeAction();
        }
        settle(done, then);
        if (closing) {
            closer.transportClosed();
        }
    }

    /** The transport could not bind: the socket stays CREATED. */
    void bindFailed(Request request, NtStatus status) {
        complete(request, status, 0);
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
