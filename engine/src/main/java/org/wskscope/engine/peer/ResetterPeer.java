package org.wskscope.engine.peer;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.transport.TransportProcessor;

/** Begins to send and resets the connection in the middle of it, with output still queued (FID-6, FID-7: the other side must not take that for a FIN). */
public final class ResetterPeer extends StreamPeer {
    private static final int CHUNK_BYTES = 4096;

    /**
     * @param remote whom to send to
     * @param resetAfterBytes bytes handed to the system before the reset, 0 to 1 GiB; up to 4,095 more may have gone
     */
    public record Options(InetSocketAddress remote, int resetAfterBytes) {
        public Options {
            Range.check(resetAfterBytes, 0, 1 << 30, "The number of bytes before the reset");
        }
    }

    private final Options options;
    private long sent;
    private boolean reset;

    public ResetterPeer(Transport transport, TransportProcessor processor, Options options) {
        super(transport, processor, options.remote());
        this.options = options;
    }

    @Override
    void connected(StreamChannel to) {
        if (options.resetAfterBytes() == 0) {
            cut(to);
        } else {
            send(to);
        }
    }

    @Override
    void received(StreamChannel from, ByteBuffer bytes) {}

    private void send(StreamChannel to) {
        if (ledger.is(PeerState.RUNNING)) {
            to.write(BytePattern.from(sent, CHUNK_BYTES), status -> written(to, status));
        }
    }

    private void written(StreamChannel to, NtStatus status) {
        if (!status.isSuccess()) {
            if (!reset) {
                fail(status);
            }
            return;
        }
        sent += CHUNK_BYTES;
        ledger.sent(CHUNK_BYTES);
        send(to);
        if (sent >= options.resetAfterBytes()) {
            cut(to);
        }
    }

    private void cut(StreamChannel to) {
        if (!reset) {
            reset = true;
            to.reset(TransportCompletion.NONE);
            finish(PeerNote.SENT_RESET);
        }
    }
}
