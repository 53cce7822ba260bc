package org.wskscope.engine.transport.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Where Netty's calls about one stream become the transport's own; buffers are released here. */
final class InboundBridge extends ChannelInboundHandlerAdapter {
    private final NettyStreamChannel stream;
    private boolean received;

    InboundBridge(NettyStreamChannel stream) {
        this.stream = stream;
    }

    /** The readable bytes of {@code buffer} without a copy; valid until the buffer is released. */
    static ByteBuffer view(ByteBuf buffer) {
        int start = buffer.readerIndex();
        int length = buffer.readableBytes();
        return buffer.nioBufferCount() == 1 ? buffer.internalNioBuffer(start, length) : buffer.nioBuffer();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf buffer = (ByteBuf) message;
        try {
            received = true;
            stream.arrived(view(buffer));
        } finally {
            buffer.release();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (received) {
            received = false;
            var last = context.channel().unsafe().recvBufAllocHandle();
            stream.readLoopEnded(last.lastBytesRead() < last.attemptedBytesRead());
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            stream.inputEnded();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stream.lost(context.channel());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException) {
            stream.lost(context.channel());
        } else {
            stream.listenerFailed(cause);
        }
    }
}
