package org.wskscope.engine.bench.echo;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetSocketAddress;

/** The echo one writes with Netty alone: the buffer that came in goes out, one flush per read loop. */
final class RawNettyEcho {
    private RawNettyEcho() {}

    static InetSocketAddress startStream(EchoSetup setup) throws InterruptedException {
        return (InetSocketAddress) new ServerBootstrap()
                .group(loops(setup))
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childHandler(new StreamEcho())
                .bind(EchoSetup.loopback())
                .sync()
                .channel()
                .localAddress();
    }

    static InetSocketAddress startDatagram(EchoSetup setup) throws InterruptedException {
        return (InetSocketAddress) new Bootstrap()
                .group(loops(setup))
                .channel(NioDatagramChannel.class)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(65_535).maxMessagesPerRead(16))
                .handler(new DatagramEcho())
                .bind(EchoSetup.loopback())
                .sync()
                .channel()
                .localAddress();
    }

    private static MultiThreadIoEventLoopGroup loops(EchoSetup setup) {
        return new MultiThreadIoEventLoopGroup(setup.processors(), NioIoHandler.newFactory());
    }

    @Sharable
    private static final class StreamEcho extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            context.write(message, context.voidPromise());
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }
    }

    private static final class DatagramEcho extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            DatagramPacket packet = (DatagramPacket) message;
            context.write(new DatagramPacket(packet.content(), packet.sender()), context.voidPromise());
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }
    }
}
