package org.wskscope.engine.testkit.network;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.transport.DatagramChannel;
import org.wskscope.engine.transport.DatagramListener;
import org.wskscope.engine.transport.TransportCompletion;

/** A datagram socket that counts what it sends where and what it delivers. The counts are guarded by the ledger. */
final class MeteredDatagrams extends MeteredChannel<DatagramChannel> implements DatagramChannel, DatagramListener {
    private final DatagramListener notified;
    private final Map<Integer, Long> sent = new HashMap<>();
    private long delivered;

    MeteredDatagrams(WireLedger ledger, DatagramListener notified) {
        super(ledger);
        this.notified = notified;
    }

    MeteredDatagrams around(DatagramChannel channel) {
        wrap(channel);
        ledger.add(this);
        return this;
    }

    // ---- guarded by the ledger

    int port() {
        return closed ? -2 : localAddress().getPort();
    }

    long sentTo(int port) {
        return sent.getOrDefault(port, 0L);
    }

    void underWay(long expected, List<String> lines) {
        if (operations > 0) {
            lines.add("datagrams " + port() + ": " + operations + " operations not told");
        }
        if (reading && !closed && delivered < expected) {
            lines.add("datagrams " + port() + ": " + expected + " sent, " + delivered + " delivered");
        }
    }

    // ---- the channel

    @Override
    public void sendTo(ByteBuffer bytes, InetSocketAddress remote, TransportCompletion completion) {
        channel().sendTo(bytes, remote, operation(status -> {
            if (status.isSuccess()) {
                ledger.note(() -> sent.merge(remote.getPort(), 1L, Long::sum));
            }
            completion.completed(status);
        }));
    }

    @Override
    public @Nullable InetAddress destination() {
        return channel().destination();
    }

    @Override
    public void setBroadcast(boolean on) {
        channel().setBroadcast(on);
    }

    // ---- the listener

    @Override
    public void datagramArrived(DatagramChannel channel, ByteBuffer bytes, InetSocketAddress remote, int flags) {
        notified.datagramArrived(this, bytes, remote, flags);
        ledger.note(() -> delivered++);
    }

    @Override
    public void readComplete(DatagramChannel channel) {
        notified.readComplete(this);
        ledger.note(() -> {});
    }

    @Override
    public void channelFailed(DatagramChannel channel) {
        notified.channelFailed(this);
    }
}
