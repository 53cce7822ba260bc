package org.wskscope.engine.transport.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.spi.SelectorProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.StreamListener;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.transport.TransportProcessor;

/**
 * A TCP connection, or a bound socket that may become one. It outlives the operating system's socket: when a connect fails, the system's socket is dead and a
 * new one is bound to the same address behind this object (C-36); in between the port is free for an instant.
 */
@SuppressWarnings("FutureReturnValueIgnored") // outcomes are taken by listeners
final class NettyStreamChannel implements StreamChannel {
    private static final Logger LOG = LoggerFactory.getLogger(NettyStreamChannel.class);

    private enum Phase {
        UNBOUND,
        BOUND,
        CONNECTING,
        CONNECTED,
        /** Closing in order, queued output still going out. */
        CLOSING,
        CLOSED
    }

    private final ProcessorLoop loop;
    private final OutboundQueue output;
    private final StreamOptions options = new StreamOptions();
    private final List<TransportCompletion> closers = new ArrayList<>();
    private volatile @Nullable StreamListener listener;
    private volatile InetSocketAddress local;
    private volatile InetSocketAddress remote = NettyTransport.UNSPECIFIED;

    private InetSocketAddress bindAddress;
    private @Nullable NioSocketChannel netty;
    private Phase phase = Phase.UNBOUND;
    private boolean reading;
    private boolean inputEnded;
    private boolean finishing;
    private boolean lossUnreported;

    /** A stream that will connect. */
    NettyStreamChannel(ProcessorLoop loop, InetSocketAddress bindAddress, StreamListener listener) {
        this.loop = loop;
        this.bindAddress = bindAddress;
        this.local = NettyTransport.UNSPECIFIED;
        this.listener = listener;
        this.output = new OutboundQueue(loop, (cause, to) -> NtStatus.STATUS_CONNECTION_RESET, this::abort);
    }

    /** An accepted connection; {@link #register} must follow. */
    NettyStreamChannel(ProcessorLoop loop, NioSocketChannel accepted) {
        this.loop = loop;
        this.local = accepted.localAddress();
        this.bindAddress = local;
        this.remote = accepted.remoteAddress();
        this.output = new OutboundQueue(loop, (cause, to) -> NtStatus.STATUS_CONNECTION_RESET, this::abort);
        this.netty = accepted;
        this.phase = Phase.CONNECTED;
        output.open(accepted);
        prepare(accepted);
    }

    @Override
    public TransportProcessor processor() {
        return loop;
    }

    @Override
    public InetSocketAddress localAddress() {
        return local;
    }

    @Override
    public InetSocketAddress remoteAddress() {
        return remote;
    }

    @Override
    public void attach(StreamListener newListener) {
        listener = newListener;
        loop.execute(() -> {
            if (lossUnreported) {
                notifyLoss();
            }
        });
    }

    @Override
    public void connect(InetSocketAddress to, TransportCompletion connected) {
        loop.execute(() -> dial(to, connected));
    }

    @Override
    public void write(ByteBuffer bytes, TransportCompletion written) {
        output.write(loop.copyOf(bytes), written);
    }

    @Override
    public void finish(TransportCompletion finished) {
        output.inOrder(() -> endOutput(finished));
    }

    @Override
    public void reset(TransportCompletion closed) {
        output.inOrder(() -> {
            if (phase == Phase.CLOSED) {
                loop.notifyLater(closed, NtStatus.STATUS_SUCCESS);
            } else {
                closers.add(closed);
                abort();
            }
        });
    }

    @Override
    public void close(TransportCompletion closed) {
        output.inOrder(() -> closeInOrder(closed));
    }

    @Override
    public void setReading(boolean wanted) {
        loop.runHere(() -> {
            reading = wanted;
            if (phase == Phase.CONNECTED && netty != null) {
                netty.config().setAutoRead(wanted);
            }
        });
    }

    @Override
    public void setKeepAlive(boolean on) {
        loop.runHere(() -> options.setKeepAlive(on, netty));
    }

    @Override
    public void setNoDelay(boolean on) {
        loop.runHere(() -> options.setNoDelay(on, netty));
    }

    void open(TransportCompletion bound) {
        loop.execute(() -> bind(failure -> {
            NtStatus status = NtStatus.STATUS_SUCCESS;
            if (isClosing()) {
                status = NtStatus.STATUS_CANCELLED;
            } else if (failure != null) {
                status = loop.statuses().bindFailure(failure, bindAddress);
                phase = Phase.CLOSED;
            } else {
                phase = Phase.BOUND;
            }
            loop.notifyLater(bound, status);
        }));
    }

    /** Gives an accepted connection to its processor. */
    void register() {
        NioSocketChannel accepted = netty;
        if (accepted != null) {
            loop.register(accepted);
        }
    }

    void arrived(ByteBuffer bytes) {
        StreamListener toNotify = listener;
        if (phase == Phase.CONNECTED && toNotify != null) {
            output.beginReadLoop();
            toNotify.bytesArrived(this, bytes);
        }
    }

    void readLoopEnded(boolean drained) {
        try {
            StreamListener toNotify = listener;
            if (phase == Phase.CONNECTED && toNotify != null) {
                toNotify.readComplete(this, drained);
            }
        } finally {
            output.endReadLoop();
        }
    }

    void inputEnded() {
        StreamListener toNotify = listener;
        if (phase == Phase.CONNECTED && !inputEnded && toNotify != null) {
            inputEnded = true;
            toNotify.inputFinished(this);
        }
    }

    /** The connection behind {@code channel} is gone although nobody here closed it. */
    void lost(Channel channel) {
        if (channel != netty || phase == Phase.CLOSED) {
            return;
        }
        boolean wasConnected = phase == Phase.CONNECTED;
        output.abandon(NtStatus.STATUS_CONNECTION_RESET);
        channel.close();
        if (wasConnected) {
            phase = Phase.CLOSED;
            if (!loop.isEnding()) {
                notifyLoss();
            }
        }
    }

    /** A listener broke its promise not to throw: the connection is reset, the loop goes on. */
    void listenerFailed(Throwable failure) {
        LOG.error("The listener of {} -> {} failed; the connection is reset", local, remote, failure);
        Channel failed = netty;
        if (failed != null && phase == Phase.CONNECTED) {
            lingerNot();
            lost(failed);
        }
    }

    private void notifyLoss() {
        StreamListener toNotify = listener;
        lossUnreported = toNotify == null;
        if (toNotify != null) {
            toNotify.connectionReset(this);
        }
    }

    /** Opens and binds a new system socket; tells what failed, or null. */
    private void bind(Consumer<@Nullable Throwable> bound) {
        if (isClosing()) {
            bound.accept(new ClosedChannelException());
            return;
        }
        NioSocketChannel fresh;
        try {
            fresh = new NioSocketChannel(SelectorProvider.provider(), NettyTransport.family(bindAddress));
        } catch (ChannelException | UnsupportedOperationException failure) {
            bound.accept(failure);
            return;
        }
        prepare(fresh);
        loop.registerAndBind(fresh, bindAddress, failure -> {
            if (failure == null) {
                netty = fresh;
                local = fresh.localAddress();
                bindAddress = local;
            }
            bound.accept(failure);
        });
    }

    private void prepare(NioSocketChannel channel) {
        channel.config().setAutoRead(false).setAllowHalfClosure(true).setAllocator(loop.incoming());
        options.applyTo(channel);
        channel.pipeline().addLast(new InboundBridge(this));
    }

    private void dial(InetSocketAddress to, TransportCompletion connected) {
        if (phase != Phase.BOUND) {
            loop.report(connected, NtStatus.STATUS_INVALID_DEVICE_STATE);
            return;
        }
        phase = Phase.CONNECTING;
        NioSocketChannel ready = netty;
        if (ready != null) {
            dial(ready, to, connected);
            return;
        }
        bind(failure -> {
            NioSocketChannel fresh = netty;
            if (failure == null && fresh != null) {
                dial(fresh, to, connected);
            } else if (failure != null && phase == Phase.CONNECTING) {
                phase = Phase.BOUND;
                loop.report(connected, loop.statuses().bindFailure(failure, bindAddress));
            } else {
                loop.report(connected, NtStatus.STATUS_CANCELLED);
            }
        });
    }

    private void dial(NioSocketChannel from, InetSocketAddress to, TransportCompletion connected) {
        NettyConnectAttempt attempt = new NettyConnectAttempt(loop.statuses(), bindAddress, to);
        from.connect(to).addListener(done -> {
            if (phase != Phase.CONNECTING) {
                loop.report(connected, NtStatus.STATUS_CANCELLED);
            } else if (done.isSuccess()) {
                phase = Phase.CONNECTED;
                // The channel remembers what it was bound to; only now the system chose which of its addresses that is.
                local = (InetSocketAddress) from.unsafe().localAddress();
                remote = from.remoteAddress();
                output.open(from);
                if (loop.report(connected, NtStatus.STATUS_SUCCESS)) {
                    from.config().setAutoRead(reading && phase == Phase.CONNECTED);
                } else {
                    abort();
                }
            } else {
                dialFailed(from, attempt.failed(done.cause()), connected);
            }
        });
    }

    private void dialFailed(NioSocketChannel dead, NtStatus status, TransportCompletion connected) {
        netty = null;
        dead.close();
        loop.afterSelection(() -> bind(failure -> {
            // When the port was taken meanwhile, the next connect tries to bind again and says so.
            if (phase == Phase.CONNECTING) {
                phase = Phase.BOUND;
                loop.report(connected, status);
            } else {
                loop.report(connected, NtStatus.STATUS_CANCELLED);
            }
        }));
    }

    private void endOutput(TransportCompletion finished) {
        NioSocketChannel channel = netty;
        if (phase != Phase.CONNECTED || finishing || channel == null) {
            loop.notifyLater(finished, NtStatus.STATUS_INVALID_DEVICE_STATE);
            return;
        }
        finishing = true;
        output.refuse(NtStatus.STATUS_INVALID_DEVICE_STATE);
        output.whenDrained(() -> channel.shutdownOutput()
                .addListener(done -> loop.report(
                        finished, done.isSuccess() ? NtStatus.STATUS_SUCCESS : NtStatus.STATUS_CONNECTION_RESET)));
    }

    private void closeInOrder(TransportCompletion closed) {
        if (phase == Phase.CLOSED) {
            // A lost connection's socket may not be let go yet.
            loop.afterSelection(() -> loop.report(closed, NtStatus.STATUS_SUCCESS));
            return;
        }
        closers.add(closed);
        if (phase == Phase.CLOSING) {
            return;
        }
        boolean mayHaveOutput = phase == Phase.CONNECTED;
        phase = Phase.CLOSING;
        output.refuse(NtStatus.STATUS_CANCELLED);
        if (mayHaveOutput && netty != null) {
            netty.config().setAutoRead(false);
            output.whenDrained(this::shut);
        } else {
            shut();
        }
    }

    private void abort() {
        if (phase != Phase.CLOSED) {
            phase = Phase.CLOSING;
            output.abandon(NtStatus.STATUS_CANCELLED);
            lingerNot();
            shut();
        }
    }

    private void lingerNot() {
        try {
            if (netty != null) {
                netty.config().setSoLinger(0);
            }
        } catch (ChannelException alreadyClosed) {
            LOG.trace("No linger option on a closed socket", alreadyClosed);
        }
    }

    private boolean isClosing() {
        return phase == Phase.CLOSING || phase == Phase.CLOSED;
    }

    private void shut() {
        if (netty == null) {
            loop.execute(this::closed);
        } else {
            netty.close().addListener(done -> loop.afterSelection(this::closed));
        }
    }

    private void closed() {
        phase = Phase.CLOSED;
        List<TransportCompletion> waiting = List.copyOf(closers);
        closers.clear();
        waiting.forEach(completion -> loop.report(completion, NtStatus.STATUS_SUCCESS));
    }
}
