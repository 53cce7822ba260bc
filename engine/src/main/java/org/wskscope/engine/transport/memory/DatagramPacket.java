package org.wskscope.engine.transport.memory;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** One datagram: first on the wire, then in the queue of the socket it is for. Used again and again. */
final class DatagramPacket extends Item {
    private final MemoryNetwork network;
    private ByteBuffer bytes = ByteBuffer.allocate(0);
    private InetSocketAddress from = Addresses.UNSPECIFIED;
    private InetSocketAddress to = Addresses.UNSPECIFIED;

    DatagramPacket(MemoryNetwork network) {
        this.network = network;
    }

    /** Copies the bytes between position and limit, which stay where they are. */
    DatagramPacket set(ByteBuffer source, InetSocketAddress newFrom, InetSocketAddress newTo) {
        int length = source.remaining();
        if (bytes.capacity() < length) {
            bytes = ByteBuffer.allocate(Math.max(length, 256));
        }
        bytes.clear();
        bytes.put(0, source, source.position(), length);
        bytes.limit(length);
        from = newFrom;
        to = newTo;
        return this;
    }

    /** Its bytes, from the first on. */
    ByteBuffer bytes() {
        bytes.position(0);
        return bytes;
    }

    int capacity() {
        return bytes.capacity();
    }

    int length() {
        return bytes.limit();
    }

    InetSocketAddress from() {
        return from;
    }

    InetSocketAddress to() {
        return to;
    }

    @Nullable
    DatagramPacket following() {
        return (DatagramPacket) next;
    }

    @Override
    void run() {
        network.datagramArrived(this);
    }
}
