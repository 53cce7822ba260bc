package org.wskscope.engine.transport.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.util.ArrayDeque;

/**
 * Keeps what a peer sends while its connection request waits for an answer. A peer that resets is noticed only by reading from it; what was read on that way
 * must not be lost. So this handler stands before the {@link InboundBridge}, holds the bytes and the peer's FIN back, and gives them up in order once the
 * connection's owner reads; then it leaves the pipeline.
 *
 * <p>It stops reading at {@link #LIMIT_BYTES}, one read more at most: a stranger may cost that much memory and no more. From there on a reset goes unnoticed
 * until the owner reads. Used on the channel's processor only.
 */
final class InputHold extends ChannelDuplexHandler {
    /** As much as one indication carries (C-11): enough for the greeting of any protocol whose client speaks first. */
    static final int LIMIT_BYTES = 64 << 10;

    private final ArrayDeque<ByteBuf> held = new ArrayDeque<>();
    private final Runnable onLost;
    private int heldBytes;
    private boolean finished;
    private boolean handedOver;
    private boolean givingUp;

    /**
     * @param onLost run when the peer resets or the connection breaks, on the channel's processor
     */
    InputHold(Runnable onLost) {
        this.onLost = onLost;
    }

    /** The connection has an owner, who has not begun to read. */
    void handOver(ChannelHandlerContext context) {
        handedOver = true;
        context.channel().config().setAutoRead(false);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.fireChannelActive();
        context.channel().config().setAutoRead(true);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf buffer = (ByteBuf) message;
        try {
            // A copy, because the loop's own buffers are few and are needed by its other channels.
            heldBytes += buffer.readableBytes();
            held.add(Unpooled.copiedBuffer(buffer));
        } finally {
            buffer.release();
        }
        if (!handedOver && heldBytes >= LIMIT_BYTES) {
            context.channel().config().setAutoRead(false);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (handedOver && context.channel().config().isAutoRead()) {
            giveUpLater(context);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            finished = true;
        } else {
            context.fireUserEventTriggered(event);
        }
    }

    @Override
    public void read(ChannelHandlerContext context) {
        if (handedOver) {
            giveUpLater(context);
        } else {
            context.read();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        onLost.run();
        context.fireExceptionCaught(cause);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        onLost.run();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        held.forEach(ByteBuf::release);
        held.clear();
    }

    /** Never inline: whoever turns reading on is not called back meanwhile. */
    private void giveUpLater(ChannelHandlerContext context) {
        if (!givingUp) {
            givingUp = true;
            context.executor().execute(() -> giveUp(context));
        }
    }

    private void giveUp(ChannelHandlerContext context) {
        while (reads(context) && !held.isEmpty()) {
            context.fireChannelRead(held.remove());
            context.fireChannelReadComplete();
        }
        givingUp = false;
        if (!reads(context)) {
            return;
        }
        context.pipeline().remove(this);
        if (finished) {
            context.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        } else {
            context.channel().read();
        }
    }

    private boolean reads(ChannelHandlerContext context) {
        return !context.isRemoved() && context.channel().config().isAutoRead();
    }
}
