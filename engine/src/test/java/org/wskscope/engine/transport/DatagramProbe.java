package org.wskscope.engine.transport;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Remembers the datagrams that arrived. */
class DatagramProbe implements DatagramListener {
    record Arrival(byte[] bytes, InetSocketAddress remote, int flags, int processor) {}

    final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    final BlockingQueue<String> failures = new LinkedBlockingQueue<>();
    private final Transport transport;

    DatagramProbe(Transport transport) {
        this.transport = transport;
    }

    @Override
    public void datagramArrived(DatagramChannel channel, ByteBuffer bytes, InetSocketAddress remote, int flags) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        arrivals.add(new Arrival(copy, remote, flags, transport.currentProcessor()));
    }

    @Override
    public void readComplete(DatagramChannel channel) {}

    @Override
    public void channelFailed(DatagramChannel channel) {
        failures.add("failed");
    }
}
