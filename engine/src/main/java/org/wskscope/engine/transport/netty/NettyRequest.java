package org.wskscope.engine.transport.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import org.wskscope.engine.transport.ConnectionRequest;
import org.wskscope.engine.transport.TransportCompletion;

/**
 * A connection that the system has established already and that waits for an inspection all the same (FID-1): rejected, it is reset. A peer that resets drops its
 * request. A peer's FIN alone does not: whoever has said all it wants to say and waits for the answer is a client like others, and finds its words and its FIN
 * delivered in order after the accept. Answers may come on any thread; what they lead to happens on the listener's processor.
 */
final class NettyRequest implements ConnectionRequest {
    /** The listening channel a request came in on. On the listener's processor. */
    interface Owner {
        void accepted(NettyRequest request);

        void dropped(NettyRequest request);

        void rejected(NettyRequest request);
    }

    private final ProcessorLoop loop;
    private final NioSocketChannel channel;
    private final NettyStreamChannel stream;
    private final Owner owner;
    private final InputHold hold;
    private boolean open = true;

    NettyRequest(ProcessorLoop loop, NioSocketChannel channel, NettyStreamChannel stream, Owner owner) {
        this.loop = loop;
        this.channel = channel;
        this.stream = stream;
        this.owner = owner;
        this.hold = new InputHold(() -> loop.execute(this::lost));
        channel.pipeline().addFirst(hold);
    }

    NettyStreamChannel stream() {
        return stream;
    }

    @Override
    public InetSocketAddress localAddress() {
        return stream.localAddress();
    }

    @Override
    public InetSocketAddress remoteAddress() {
        return stream.remoteAddress();
    }

    /** Tells later, never inline. */
    @Override
    public void accept() {
        loop.execute(() -> {
            if (open) {
                open = false;
                channel.eventLoop().execute(this::handOver);
                owner.accepted(this);
            }
        });
    }

    @Override
    public void reject() {
        loop.runHere(() -> {
            if (open) {
                open = false;
                stream.reset(TransportCompletion.NONE);
                owner.rejected(this);
            }
        });
    }

    private void lost() {
        if (open && !loop.isEnding()) {
            open = false;
            owner.dropped(this);
        }
    }

    private void handOver() {
        ChannelHandlerContext context = channel.pipeline().context(hold);
        if (context != null) {
            hold.handOver(context);
        }
    }
}
