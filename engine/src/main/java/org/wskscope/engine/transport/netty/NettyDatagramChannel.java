package org.wskscope.engine.transport.netty;

import io.netty.channel.ChannelException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.DatagramChannel;
import org.wskscope.engine.transport.DatagramListener;
import org.wskscope.engine.transport.DatagramRequest;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.transport.TransportProcessor;

/** A UDP socket. NIO does not tell broadcast from unicast, so the indication's flags are always clear (FID-8). */
@SuppressWarnings("FutureReturnValueIgnored") // outcomes are taken by listeners
final class NettyDatagramChannel implements DatagramChannel {
    private static final Logger LOG = LoggerFactory.getLogger(NettyDatagramChannel.class);
    private static final int LARGEST_DATAGRAM_BYTES = 65_535;

    /** An allocator that is set reads one datagram a turn unless it is told otherwise; Netty's own reads as many as this. */
    private static final int DATAGRAMS_PER_READ_LOOP = ProcessorLoop.INCOMING_BUFFERS;

    private final ProcessorLoop loop;
    private final DatagramRequest request;
    private final DatagramListener listener;
    private final OutboundQueue output;
    private final List<TransportCompletion> closers = new ArrayList<>();
    /** Taken from the system in the same turn, after reading was stopped; never more than one turn's worth. */
    private final Queue<DatagramPacket> held = new ArrayDeque<>();

    private volatile InetSocketAddress local = NettyTransport.UNSPECIFIED;

    private @Nullable NioDatagramChannel netty;
    private boolean reading;
    private boolean closing;
    private boolean closed;

    NettyDatagramChannel(ProcessorLoop loop, DatagramRequest request, DatagramListener listener) {
        this.loop = loop;
        this.request = request;
        this.listener = listener;
        this.output = new OutboundQueue(
                loop, (cause, remote) -> loop.statuses().datagramFailure(cause, local, remote), this::fail);
    }

    @Override
    public TransportProcessor processor() {
        return loop;
    }

    @Override
    public InetSocketAddress localAddress() {
        return local;
    }

    /** NIO tells nobody; only a socket that is bound to one address knows. */
    @Override
    public @Nullable InetAddress destination() {
        InetAddress own = local.getAddress();
        return own.isAnyLocalAddress() ? null : own;
    }

    @Override
    public void setReading(boolean wanted) {
        loop.runHere(() -> {
            reading = wanted;
            if (wanted && !held.isEmpty()) {
                loop.execute(this::deliverHeld);
            } else {
                applyReading();
            }
        });
    }

    @Override
    public void sendTo(ByteBuffer bytes, InetSocketAddress remote, TransportCompletion sent) {
        if (StatusMapping.isDatagram(bytes.remaining(), remote)) {
            output.write(new DatagramPacket(loop.copyOf(bytes), remote), sent);
        } else {
            loop.notifyLater(sent, NtStatus.STATUS_INVALID_PARAMETER);
        }
    }

    @Override
    public void setBroadcast(boolean on) {
        loop.runHere(() -> {
            NioDatagramChannel open = netty;
            if (open != null && open.isOpen()) {
                open.config().setBroadcast(on);
            }
        });
    }

    @Override
    public void close(TransportCompletion toNotify) {
        output.inOrder(() -> {
            if (closed) {
                loop.notifyLater(toNotify, NtStatus.STATUS_SUCCESS);
                return;
            }
            closers.add(toNotify);
            if (!closing) {
                closing = true;
                releaseHeld();
                output.refuse(NtStatus.STATUS_CANCELLED);
                output.whenDrained(this::shut);
            }
        });
    }

    void open(TransportCompletion bound) {
        loop.execute(() -> {
            if (closing) {
                loop.notifyLater(bound, NtStatus.STATUS_CANCELLED);
                return;
            }
            NioDatagramChannel fresh;
            try {
                fresh = new NioDatagramChannel(NettyTransport.family(request.local()));
            } catch (ChannelException | UnsupportedOperationException failure) {
                loop.notifyLater(bound, loop.statuses().bindFailure(failure, request.local()));
                return;
            }
            bind(fresh, bound);
        });
    }

    private void bind(NioDatagramChannel fresh, TransportCompletion bound) {
        fresh.config()
                .setAutoRead(false)
                .setAllocator(loop.incoming())
                .setRecvByteBufAllocator(new FixedRecvByteBufAllocator(LARGEST_DATAGRAM_BYTES)
                        .maxMessagesPerRead(DATAGRAMS_PER_READ_LOOP))
                .setReuseAddress(request.reuseAddress())
                .setBroadcast(request.broadcast());
        widen(fresh);
        fresh.pipeline().addLast(new DatagramBridge());
        loop.registerAndBind(fresh, request.local(), failure -> {
            if (failure == null) {
                netty = fresh;
                local = fresh.localAddress();
                output.open(fresh);
                applyReading();
                loop.notifyLater(bound, NtStatus.STATUS_SUCCESS);
            } else {
                loop.notifyLater(bound, loop.statuses().bindFailure(failure, request.local()));
            }
        });
    }

    /** Some systems send no datagram that is longer than the buffer, and give it 9,216 bytes. */
    private static void widen(NioDatagramChannel fresh) {
        try {
            if (fresh.config().getSendBufferSize() < LARGEST_DATAGRAM_BYTES) {
                fresh.config().setSendBufferSize(LARGEST_DATAGRAM_BYTES);
            }
        } catch (ChannelException refused) {
            LOG.debug("The send buffer of {} keeps its size", fresh, refused);
        }
    }

    private void applyReading() {
        if (netty != null && !closing) {
            netty.config().setAutoRead(reading);
        }
    }

    private void arrived(DatagramPacket packet) {
        if (closing) {
            packet.release();
        } else if (!reading) {
            held.add(packet);
        } else {
            deliver(packet);
        }
    }

    private void deliver(DatagramPacket packet) {
        try {
            output.beginReadLoop();
            listener.datagramArrived(this, InboundBridge.view(packet.content()), packet.sender(), 0);
        } finally {
            packet.release();
        }
    }

    private void deliverHeld() {
        DatagramPacket packet;
        boolean delivered = false;
        try {
            while (reading && !closing && (packet = held.poll()) != null) {
                delivered = true;
                deliver(packet);
            }
            if (delivered) {
                readLoopEnded();
            }
        } catch (RuntimeException | Error failure) {
            listenerFailed(failure);
        }
        applyReading();
    }

    private void readLoopEnded() {
        try {
            if (!closing) {
                listener.readComplete(this);
            }
        } finally {
            output.endReadLoop();
        }
    }

    private void listenerFailed(Throwable failure) {
        LOG.error("The listener of {} failed; the socket is closed", local, failure);
        fail();
    }

    private void fail() {
        if (!closing) {
            closing = true;
            output.abandon(NtStatus.STATUS_CONNECTION_ABORTED);
            releaseHeld();
            shut();
            if (!loop.isEnding()) {
                listener.channelFailed(this);
            }
        }
    }

    private void shut() {
        if (netty == null) {
            loop.execute(this::closed);
        } else {
            netty.close().addListener(done -> loop.afterSelection(this::closed));
        }
    }

    private void closed() {
        closed = true;
        List<TransportCompletion> waiting = List.copyOf(closers);
        closers.clear();
        waiting.forEach(completion -> loop.report(completion, NtStatus.STATUS_SUCCESS));
    }

    private void releaseHeld() {
        held.forEach(DatagramPacket::release);
        held.clear();
    }

    /** Where Netty's calls about the socket become the transport's own; datagrams are released here. */
    private final class DatagramBridge extends ChannelInboundHandlerAdapter {
        private boolean received;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            received = true;
            arrived((DatagramPacket) message);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            if (received) {
                received = false;
                readLoopEnded();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            releaseHeld();
            fail();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            if (cause instanceof IOException) {
                // One datagram's misfortune; the socket goes on.
                LOG.debug("Receiving at {} failed: {}", local, cause.toString());
            } else {
                listenerFailed(cause);
            }
        }
    }
}
