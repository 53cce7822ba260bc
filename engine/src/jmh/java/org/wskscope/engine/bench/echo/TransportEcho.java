package org.wskscope.engine.bench.echo;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.AcceptListener;
import org.wskscope.engine.transport.DatagramChannel;
import org.wskscope.engine.transport.DatagramListener;
import org.wskscope.engine.transport.DatagramRequest;
import org.wskscope.engine.transport.ListenRequest;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.StreamListener;
import org.wskscope.engine.transport.TransportChannel;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.transport.netty.NettyTransport;

/** An echo on the transport's own interface. Every write tells its completion, as the kernel's do. */
final class TransportEcho implements AcceptListener, StreamListener, DatagramListener {
    private final EchoSetup setup;
    private final NettyTransport transport;
    private final TransportCompletion notified = status -> {};

    TransportEcho(EchoSetup setup) {
        this.setup = setup;
        this.transport = new NettyTransport(setup.processors());
    }

    InetSocketAddress start() {
        CompletableFuture<NtStatus> bound = new CompletableFuture<>();
        TransportChannel channel = setup.udp()
                ? transport.openDatagram(
                        transport.processor(0),
                        new DatagramRequest(EchoSetup.loopback(), false, false),
                        this,
                        bound::complete)
                : transport.openListener(
                        transport.processor(0),
                        new ListenRequest(EchoSetup.loopback(), 1024, false, false),
                        this,
                        bound::complete);
        if (!bound.join().isSuccess()) {
            throw new IllegalStateException("Cannot bind: " + bound.join());
        }
        channel.setReading(true);
        return channel.localAddress();
    }

    @Override
    public void connectionArrived(StreamChannel accepted) {
        accepted.attach(this);
        accepted.setReading(true);
    }

    @Override
    public void bytesArrived(StreamChannel channel, ByteBuffer bytes) {
        channel.write(bytes, notified);
    }

    @Override
    public void readComplete(StreamChannel channel, boolean drained) {}

    @Override
    public void inputFinished(StreamChannel channel) {
        channel.close(TransportCompletion.NONE);
    }

    @Override
    public void connectionReset(StreamChannel channel) {}

    @Override
    public void listenerFailed() {}

    @Override
    public void datagramArrived(DatagramChannel channel, ByteBuffer bytes, InetSocketAddress remote, int flags) {
        channel.sendTo(bytes, remote, notified);
    }

    @Override
    public void readComplete(DatagramChannel channel) {}

    @Override
    public void channelFailed(DatagramChannel channel) {}
}
