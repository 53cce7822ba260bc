package org.wskscope.engine.peer;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.AcceptListener;
import org.wskscope.engine.transport.DatagramChannel;
import org.wskscope.engine.transport.DatagramListener;
import org.wskscope.engine.transport.DatagramRequest;
import org.wskscope.engine.transport.ListenRequest;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.StreamListener;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.TransportChannel;
import org.wskscope.engine.transport.TransportCompletion;

/** The other side of a peer under test: sends everything back and remembers how connections ended. */
final class EchoEnd implements AcceptListener, StreamListener, DatagramListener {
    final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private final Transport transport;

    EchoEnd(Transport transport) {
        this.transport = transport;
    }

    InetSocketAddress listen() {
        CompletableFuture<NtStatus> bound = new CompletableFuture<>();
        ListenRequest request = new ListenRequest(loopback(), 128, false, false);
        TransportChannel channel = transport.openListener(transport.processor(0), request, this, bound::complete);
        bound.join();
        channel.setReading(true);
        return channel.localAddress();
    }

    InetSocketAddress openDatagram() {
        CompletableFuture<NtStatus> bound = new CompletableFuture<>();
        DatagramRequest request = new DatagramRequest(loopback(), false, false);
        DatagramChannel channel = transport.openDatagram(transport.processor(0), request, this, bound::complete);
        bound.join();
        channel.setReading(true);
        return channel.localAddress();
    }

    static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    @Override
    public void connectionArrived(StreamChannel accepted) {
        accepted.attach(this);
        accepted.setReading(true);
    }

    @Override
    public void bytesArrived(StreamChannel channel, ByteBuffer bytes) {
        channel.write(bytes, TransportCompletion.NONE);
    }

    @Override
    public void readComplete(StreamChannel channel, boolean drained) {}

    @Override
    public void inputFinished(StreamChannel channel) {
        ends.add("fin");
        channel.close(TransportCompletion.NONE);
    }

    @Override
    public void connectionReset(StreamChannel channel) {
        ends.add("reset");
    }

    @Override
    public void listenerFailed() {
        ends.add("listener failed");
    }

    @Override
    public void datagramArrived(DatagramChannel channel, ByteBuffer bytes, InetSocketAddress remote, int flags) {
        channel.sendTo(bytes, remote, TransportCompletion.NONE);
    }

    @Override
    public void readComplete(DatagramChannel channel) {}

    @Override
    public void channelFailed(DatagramChannel channel) {
        ends.add("datagram socket failed");
    }
}
