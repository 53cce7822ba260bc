package org.wskscope.engine.peer;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.transport.TransportProcessor;

/** Connects and then sends only what somebody tells it to. What comes back is counted. */
public final class ManualPeer extends StreamPeer {
    /** Most bytes given to the transport and not yet sent. */
    public static final int OUTSTANDING_LIMIT_BYTES = 1 << 20;

    private final AtomicLong outstandingBytes = new AtomicLong();

    public ManualPeer(Transport transport, TransportProcessor processor, InetSocketAddress remote) {
        super(transport, processor, remote);
    }

    /** Sends {@code bytes} after what it was told before. False when it is not connected or too much is on its way. Any thread. */
    public boolean send(ByteBuffer bytes) {
        StreamChannel to = channel();
        int length = bytes.remaining();
        if (to == null || !ledger.is(PeerState.RUNNING)) {
            return false;
        }
        if (outstandingBytes.addAndGet(length) > OUTSTANDING_LIMIT_BYTES) {
            outstandingBytes.addAndGet(-length);
            return false;
        }
        to.write(bytes, status -> written(length, status));
        return true;
    }

    /** Resets the connection (RST) and ends. False when there is none. Any thread. */
    public boolean sendReset() {
        StreamChannel to = channel();
        if (to == null || !ledger.end(PeerState.STOPPED)) {
            return false;
        }
        to.reset(TransportCompletion.NONE);
        return true;
    }

    @Override
    void connected(StreamChannel to) {}

    @Override
    void received(StreamChannel from, ByteBuffer bytes) {}

    private void written(int length, NtStatus status) {
        outstandingBytes.addAndGet(-length);
        if (status.isSuccess()) {
            ledger.sent(length);
        } else {
            fail(status);
        }
    }
}
