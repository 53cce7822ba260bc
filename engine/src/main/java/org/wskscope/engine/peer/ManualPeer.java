package org.wskscope.engine.peer;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.TransportProcessor;

/** Connects and then does only what somebody tells it to. What comes back is counted, unless it does not read. */
public final class ManualPeer extends StreamPeer implements DirectedPeer {
    /** Most bytes given to the transport and not yet sent. */
    public static final int OUTSTANDING_LIMIT_BYTES = Outbox.LIMIT_BYTES;

    private final Outbox outbox = new Outbox(ledger, this::fail);
    private final boolean reads;

    public ManualPeer(Transport transport, TransportProcessor processor, InetSocketAddress remote) {
        this(transport, processor, remote, true);
    }

    /**
     * @param reads whether it takes what is sent to it; if not, its side of the network fills up
     */
    public ManualPeer(Transport transport, TransportProcessor processor, InetSocketAddress remote, boolean reads) {
        super(transport, processor, remote);
        this.reads = reads;
    }

    @Override
    public boolean send(ByteBuffer bytes) {
        return outbox.send(channel(), bytes);
    }

    @Override
    public boolean sendFin() {
        return outbox.sendFin(channel());
    }

    @Override
    public boolean sendReset() {
        return outbox.sendReset(channel());
    }

    @Override
    boolean reads() {
        return reads;
    }

    @Override
    void connected(StreamChannel to) {}

    @Override
    void received(StreamChannel from, ByteBuffer bytes) {}
}
