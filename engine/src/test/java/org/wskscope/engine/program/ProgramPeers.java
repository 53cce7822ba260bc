package org.wskscope.engine.program;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.transport.AcceptListener;
import org.wskscope.engine.transport.DatagramChannel;
import org.wskscope.engine.transport.DatagramListener;
import org.wskscope.engine.transport.DatagramRequest;
import org.wskscope.engine.transport.ListenRequest;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.TransportChannel;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.transport.TransportProcessor;
import org.wskscope.engine.transport.memory.MemoryNetwork;
import org.wskscope.engine.transport.memory.MemoryTransport;

/** Everybody the program talks to: listeners that accept all, connectors, and a datagram socket, for both families. Used on the run's thread. */
final class ProgramPeers implements AcceptListener {
    static final InetAddress LOOPBACK_4 = address(127, 0, 0, 1);
    static final InetAddress LOOPBACK_6 = address(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);

    private static final DatagramListener NOBODY = new DatagramListener() {
        @Override
        public void datagramArrived(DatagramChannel channel, ByteBuffer bytes, InetSocketAddress from, int flags) {}

        @Override
        public void readComplete(DatagramChannel channel) {}

        @Override
        public void channelFailed(DatagramChannel channel) {}
    };

    private final MemoryTransport transport;
    private final TransportProcessor processor;
    private final List<PeerStream> streams = new ArrayList<>();
    private final TransportChannel[] listeners;
    private final DatagramChannel[] datagrams;
    private int datagramsSent;

    ProgramPeers(MemoryNetwork network) {
        transport = new MemoryTransport(network, 1);
        processor = transport.processor(0);
        listeners = new TransportChannel[] {listen(LOOPBACK_4), listen(LOOPBACK_6)};
        datagrams = new DatagramChannel[] {openDatagram(LOOPBACK_4), openDatagram(LOOPBACK_6)};
        network.scheduler().runUntilIdle();
        for (TransportChannel channel : List.of(listeners[0], listeners[1], datagrams[0], datagrams[1])) {
            channel.setReading(true);
        }
    }

    private TransportChannel listen(InetAddress at) {
        ListenRequest request = new ListenRequest(new InetSocketAddress(at, 0), 128, false, false);
        return transport.openListener(processor, request, this, TransportCompletion.NONE);
    }

    private DatagramChannel openDatagram(InetAddress at) {
        DatagramRequest request = new DatagramRequest(new InetSocketAddress(at, 0), false, false);
        return transport.openDatagram(processor, request, NOBODY, TransportCompletion.NONE);
    }

    static InetAddress address(int... bytes) {
        byte[] raw = new byte[bytes.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) bytes[i];
        }
        try {
            return InetAddress.getByAddress(raw);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    InetSocketAddress listening(boolean overIpv6) {
        return listeners[overIpv6 ? 1 : 0].localAddress();
    }

    InetSocketAddress datagram(boolean overIpv6) {
        return datagrams[overIpv6 ? 1 : 0].localAddress();
    }

    /** The peer's end of the connection between these addresses; null when no peer has it. */
    @Nullable
    PeerStream find(@Nullable InetSocketAddress ofClient, @Nullable InetSocketAddress ofPeer) {
        for (int i = streams.size() - 1; i >= 0; i--) {
            PeerStream stream = streams.get(i);
            if (stream.channel().localAddress().equals(ofPeer)
                    && stream.channel().remoteAddress().equals(ofClient)) {
                return stream;
            }
        }
        return null;
    }

    void connectTo(InetSocketAddress listener) {
        boolean overIpv6 = listener.getAddress() instanceof java.net.Inet6Address;
        InetAddress target = listener.getAddress().isAnyLocalAddress()
                ? (overIpv6 ? LOOPBACK_6 : LOOPBACK_4)
                : listener.getAddress();
        PeerStream stream = new PeerStream();
        InetSocketAddress from = new InetSocketAddress(overIpv6 ? LOOPBACK_6 : LOOPBACK_4, 0);
        StreamChannel[] channel = new StreamChannel[1];
        channel[0] = transport.openStream(processor, from, stream, bound -> {
            if (bound.isSuccess()) {
                channel[0].connect(new InetSocketAddress(target, listener.getPort()), connected -> {
                    if (connected.isSuccess()) {
                        stream.begin(channel[0]);
                        streams.add(stream);
                    }
                });
            }
        });
    }

    /** The next datagram: its number in the first four bytes, as far as it is that long. */
    void sendDatagram(InetSocketAddress to, int size) {
        boolean overIpv6 = to.getAddress() instanceof java.net.Inet6Address;
        ByteBuffer bytes = ByteBuffer.wrap(Pattern.datagram(++datagramsSent, size));
        InetAddress target =
                to.getAddress().isAnyLocalAddress() ? (overIpv6 ? LOOPBACK_6 : LOOPBACK_4) : to.getAddress();
        datagrams[overIpv6 ? 1 : 0].sendTo(
                bytes, new InetSocketAddress(target, to.getPort()), TransportCompletion.NONE);
    }

    @Override
    public void connectionArrived(StreamChannel accepted) {
        PeerStream stream = new PeerStream();
        accepted.attach(stream);
        stream.begin(accepted);
        streams.add(stream);
    }

    @Override
    public void listenerFailed() {}

    void close() {
        transport.close();
    }
}
