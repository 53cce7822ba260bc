package org.wskscope.engine.testkit.network;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.transport.DatagramChannel;
import org.wskscope.engine.transport.DatagramListener;
import org.wskscope.engine.transport.TransportCompletion;

/** A peer that sends and receives datagrams. What it is told to do happens with the bench's next run. Any thread. */
public final class PeerDatagrams implements DatagramListener {
    private final List<String> received = new ArrayList<>();
    private @Nullable DatagramChannel channel;

    synchronized void opened(DatagramChannel socket) {
        channel = socket;
    }

    /** From now on it may send to everybody ({@code SO_BROADCAST}). */
    public void mayBroadcast() {
        channel().setBroadcast(true);
    }

    /** Sends one datagram for each text, in order. */
    public void sends(InetSocketAddress to, String... texts) {
        for (String text : texts) {
            channel().sendTo(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), to, TransportCompletion.NONE);
        }
    }

    /** What it received so far, as UTF-8. */
    public synchronized List<String> received() {
        return List.copyOf(received);
    }

    public InetSocketAddress address() {
        return channel().localAddress();
    }

    private synchronized DatagramChannel channel() {
        if (channel == null) {
            throw new IllegalStateException("the peer has no socket yet");
        }
        return channel;
    }

    @Override
    public synchronized void datagramArrived(
            DatagramChannel from, ByteBuffer bytes, InetSocketAddress remote, int flags) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(bytes.position(), copy);
        received.add(new String(copy, StandardCharsets.UTF_8));
    }

    @Override
    public void readComplete(DatagramChannel from) {}

    @Override
    public void channelFailed(DatagramChannel from) {}
}
