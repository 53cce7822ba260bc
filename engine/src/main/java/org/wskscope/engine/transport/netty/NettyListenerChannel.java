package org.wskscope.engine.transport.netty;

import io.netty.channel.ChannelException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannelRecvByteBufAllocator;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.spi.SelectorProvider;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.AcceptListener;
import org.wskscope.engine.transport.ListenRequest;
import org.wskscope.engine.transport.TransportChannel;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.transport.TransportProcessor;

/** A listening TCP socket. When the system cannot accept again and again (no file descriptors left), it waits longer and longer, up to a second, before it tries again. */
@SuppressWarnings("FutureReturnValueIgnored") // outcomes are taken by listeners
final class NettyListenerChannel implements TransportChannel, NettyRequest.Owner {
    private static final Logger LOG = LoggerFactory.getLogger(NettyListenerChannel.class);
    private final ProcessorLoop loop;
    private final ListenRequest request;
    private final AcceptListener listener;
    private final Supplier<ProcessorLoop> nextProcessor;
    private final AcceptPace pace = new AcceptPace();
    private final List<TransportCompletion> closers = new ArrayList<>();
    /** Requests without an answer; the listener limits them. */
    private final Set<NettyRequest> requests = new LinkedHashSet<>();

    private volatile InetSocketAddress local = NettyTransport.UNSPECIFIED;

    private @Nullable NioServerSocketChannel netty;
    private boolean reading;
    private boolean pausing;
    private boolean closing;
    private boolean closed;

    NettyListenerChannel(
            ProcessorLoop loop, ListenRequest request, AcceptListener listener, Supplier<ProcessorLoop> nextProcessor) {
        this.loop = loop;
        this.request = request;
        this.listener = listener;
        this.nextProcessor = nextProcessor;
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
    public void setReading(boolean wanted) {
        loop.runHere(() -> {
            reading = wanted;
            applyReading();
        });
    }

    @Override
    public void close(TransportCompletion toNotify) {
        loop.runHere(() -> {
            if (closed) {
                loop.notifyLater(toNotify, NtStatus.STATUS_SUCCESS);
                return;
            }
            closers.add(toNotify);
            closing = true;
            List.copyOf(requests).forEach(NettyRequest::reject);
            if (netty == null) {
                loop.execute(this::closed);
            } else {
                netty.close().addListener(done -> loop.afterSelection(this::closed));
            }
        });
    }

    void open(TransportCompletion bound) {
        loop.execute(() -> {
            if (closing) {
                loop.notifyLater(bound, NtStatus.STATUS_CANCELLED);
                return;
            }
            NioServerSocketChannel fresh;
            try {
                fresh = new NioServerSocketChannel(SelectorProvider.provider(), NettyTransport.family(request.local()));
            } catch (ChannelException | UnsupportedOperationException failure) {
                loop.notifyLater(bound, loop.statuses().bindFailure(failure, request.local()));
                return;
            }
            bind(fresh, bound);
        });
    }

    private void bind(NioServerSocketChannel fresh, TransportCompletion bound) {
        // One at a time, so that a listener told to stop takes not one more.
        fresh.config()
                .setAutoRead(false)
                .setBacklog(request.backlog())
                .setRecvByteBufAllocator(new ServerChannelRecvByteBufAllocator());
        if (request.reuseAddress()) {
            fresh.config().setReuseAddress(true);
        }
        fresh.pipeline().addLast(new AcceptBridge());
        loop.registerAndBind(fresh, request.local(), failure -> {
            if (failure == null) {
                netty = fresh;
                local = fresh.localAddress();
                applyReading();
                loop.notifyLater(bound, NtStatus.STATUS_SUCCESS);
            } else {
                loop.notifyLater(bound, loop.statuses().bindFailure(failure, request.local()));
            }
        });
    }

    private void applyReading() {
        if (netty != null && !closing) {
            netty.config().setAutoRead(reading && !pausing);
        }
    }

    private void arrived(NioSocketChannel accepted) {
        pace.accepted();
        if (closing) {
            accepted.unsafe().closeForcibly();
            return;
        }
        NettyStreamChannel stream = new NettyStreamChannel(nextProcessor.get(), accepted);
        NettyRequest asking = request.inspecting() ? new NettyRequest(loop, accepted, stream, this) : null;
        stream.register();
        if (asking == null) {
            report(stream, () -> listener.connectionArrived(stream));
        } else {
            requests.add(asking);
            report(stream, () -> listener.connectionRequested(asking));
        }
    }

    @Override
    public void accepted(NettyRequest inspected) {
        requests.remove(inspected);
        report(inspected.stream(), () -> listener.connectionEstablished(inspected, inspected.stream()));
    }

    @Override
    public void dropped(NettyRequest inspected) {
        requests.remove(inspected);
        report(inspected.stream(), () -> listener.requestDropped(inspected));
    }

    @Override
    public void rejected(NettyRequest inspected) {
        requests.remove(inspected);
    }

    private void report(NettyStreamChannel stream, Runnable news) {
        try {
            news.run();
        } catch (RuntimeException | Error failure) {
            LOG.error("The listener of {} failed; the new connection is reset", local, failure);
            stream.reset(TransportCompletion.NONE);
        }
    }

    /** Netty goes on by itself as long as nobody stops it. */
    private void acceptFailed(IOException cause) {
        long pauseNanos = pace.failed();
        if (pauseNanos == 0) {
            LOG.debug("{} could not accept a connection and tries again at once", local, cause);
            return;
        }
        if (pauseNanos == AcceptPace.FIRST_PAUSE_NANOS) {
            LOG.warn("{} cannot accept and tries again in a while: {}", local, cause.toString());
        }
        pausing = true;
        applyReading();
        loop.schedule(
                () -> {
                    pausing = false;
                    applyReading();
                },
                pauseNanos);
    }

    private void lost() {
        if (!closing && !loop.isEnding()) {
            closing = true;
            closed = true;
            listener.listenerFailed();
        }
    }

    private void closed() {
        closed = true;
        List<TransportCompletion> waiting = List.copyOf(closers);
        closers.clear();
        waiting.forEach(completion -> loop.report(completion, NtStatus.STATUS_SUCCESS));
    }

    /** Where Netty's calls about the listening socket become the transport's own. */
    private final class AcceptBridge extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            arrived((NioSocketChannel) message);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            lost();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            if (cause instanceof IOException failure) {
                acceptFailed(failure);
            } else {
                LOG.error("Listening at {} failed", local, cause);
                context.close();
            }
        }
    }
}
