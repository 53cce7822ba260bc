package org.wskscope.engine.kernel;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskFunction;

/**
 * From bind to connected: {@code WskConnect}, and {@code WskSocketConnect}, which is create, bind and connect in one request (API-SCK-02). Guarded by the
 * socket's lock.
 */
final class ConnectPhase {
    /** What {@code WskConnectEx} takes along at most, bytes (API-SCK-16). */
    private static final long MAX_FIRST_BYTES = 65_535;

    private final ConnectionSocketCore core;
    private @Nullable Request request;
    private @Nullable InetSocketAddress thenConnectTo;
    /** Connects that went to the transport; what it answers to an earlier one counts no more. */
    private int attempts;

    ConnectPhase(ConnectionSocketCore core) {
        this.core = core;
    }

    /** {@code WskConnect} and {@code WskConnectEx}. */
    NtStatus perform(Request connect) {
        if (connect.flags != 0 || core.isForeign(connect.address())) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        if (connect.buffer.length() > MAX_FIRST_BYTES) {
            return NtStatus.STATUS_BUFFER_OVERFLOW;
        }
        if (!BufferChain.isSound(connect.buffer, false)) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        if (core.isWrongState(connect)) {
            return NtStatus.STATUS_INVALID_DEVICE_STATE;
        }
        start(connect, connect.address());
        return core.pend(connect, connect.buffer.length());
    }

    /** {@code WskSocketConnect}: PENDING, or why it cannot even begin; takes the request through bind and connect. Any thread, without the lock. */
    NtStatus createConnected(Request socketConnect, InetSocketAddress local, InetSocketAddress remote) {
        NtStatus status;
        Runnable then;
        synchronized (core.lock) {
            core.kernel.stamp(core.stamp, socketConnect.called);
            socketConnect.core = core;
            thenConnectTo = remote;
            status = core.startBind(socketConnect, local);
            if (!status.isSuccess()) {
                core.closer.closeUnowned();
            }
            then = core.takeAction();
        }
        core.settle(null, then);
        return status;
    }

    /** The bind is done: completes it, or goes on to connect. */
    void bound(Request bind) {
        InetSocketAddress remote = thenConnectTo;
        if (bind.function == WskFunction.WSK_SOCKET_CONNECT && remote != null) {
            start(bind, remote);
        } else {
            core.complete(bind, NtStatus.STATUS_SUCCESS, 0);
        }
    }

    /** A WskSocketConnect that ends without a connection leaves no socket. */
    void failed(Request ended) {
        if (ended.function == WskFunction.WSK_SOCKET_CONNECT) {
            core.closer.closeUnowned();
        }
    }

    boolean abandon(Request cancelled) {
        boolean found = core.abandonBind(cancelled);
        if (request == cancelled) {
            request = null;
            found = true;
            if (cancelled.function != WskFunction.WSK_SOCKET_CONNECT) {
                giveUp();
            }
        }
        if (found && cancelled.function == WskFunction.WSK_SOCKET_CONNECT) {
            core.after(this::closeCancelled);
        }
        return found;
    }

    /** The socket is BOUND again (C-36): an endpoint that may be connecting, or connected without anybody knowing, is exchanged for a new one at its address. */
    private void giveUp() {
        attempts++;
        core.changeState(SocketState.BOUND);
        if (thenConnectTo == null) {
            core.openAgain();
        }
        thenConnectTo = null;
    }

    /** The new endpoint is there, or its address was taken by others: whoever wants to connect hears of that. */
    void openedAgain(NtStatus status) {
        InetSocketAddress remote = thenConnectTo;
        Request waiting = request;
        thenConnectTo = null;
        if (remote == null || waiting == null) {
            return;
        }
        core.stamp.causedBy(waiting.called);
        if (status.isSuccess()) {
            dial(remote);
        } else {
            request = null;
            core.changeState(SocketState.BOUND);
            core.complete(waiting, status, 0);
        }
    }

    void complete(NtStatus status) {
        core.completeBind(status);
        Request pending = request;
        request = null;
        if (pending != null) {
            core.complete(pending, status, 0);
        }
    }

    private void closeCancelled() {
        Request done;
        Runnable then;
        synchronized (core.lock) {
            core.kernel.stamp(core.stamp, RecordHead.NO_CAUSE);
            core.closer.closeUnowned();
            done = core.takeDone();
            then = core.takeAction();
        }
        core.settle(done, then);
    }

    private void start(Request connect, InetSocketAddress remote) {
        request = connect;
        core.changeState(SocketState.CONNECTING);
        if (core.isOpenNow()) {
            thenConnectTo = null;
            dial(remote);
        } else {
            thenConnectTo = remote;
            if (!core.isOpening()) {
                core.openAgain();
            }
        }
    }

    private void dial(InetSocketAddress remote) {
        StreamChannel channel = core.openedChannel();
        int attempt = ++attempts;
        core.after(() -> channel.connect(remote, status -> connected(attempt, channel, remote, status)));
    }

    private void connected(int attempt, StreamChannel channel, InetSocketAddress remote, NtStatus status) {
        Request done;
        Runnable then;
        synchronized (core.lock) {
            if (core.state() != SocketState.CONNECTING || attempt != attempts) {
                return;
            }
            Request connect = request;
            request = null;
            core.kernel.stamp(core.stamp, connect == null ? RecordHead.NO_CAUSE : connect.called);
            if (!status.isSuccess()) {
                core.changeState(SocketState.BOUND);
                if (connect != null) {
                    core.complete(connect, status, 0);
                    failed(connect);
                }
            } else if (connect == null) {
                // A WskSocketConnect was cancelled and its socket is about to be closed.
                core.after(() -> channel.reset(TransportCompletion.NONE));
            } else {
                enterConnected(connect, channel, remote);
            }
            done = core.takeDone();
            then = core.takeAction();
        }
        core.settle(done, then);
    }

    private void enterConnected(Request connect, StreamChannel channel, InetSocketAddress remote) {
        core.trace.socketBound(core.stamp, core.id, channel.localAddress());
        core.trace.socketConnected(core.stamp, core.id, remote);
        core.changeState(SocketState.CONNECTED);
        core.roleTaken();
        if (connect.function == WskFunction.WSK_SOCKET_CONNECT) {
            connect.pointer = core.handle();
        }
        if (connect.buffer.length() > 0) {
            core.sender.sendFirst(connect);
        } else {
            core.complete(connect, NtStatus.STATUS_SUCCESS, 0);
        }
        core.input.startReading();
    }
}
