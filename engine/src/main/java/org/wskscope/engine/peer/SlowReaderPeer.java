package org.wskscope.engine.peer;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.TransportProcessor;

/**
 * Asks for data and takes it slowly: it reads until this slice of time's share is used up, then lets the rest wait in the system until the next slice, so that
 * the other side's output backs up. One run of bytes may exceed the share; the following slices are shorter of it.
 */
public final class SlowReaderPeer extends StreamPeer {
    private static final int CHUNK_BYTES = 4096;

    /**
     * @param remote whom to read from
     * @param bytesPerSecond 1 to 1 GiB
     * @param sliceNanos how often the share is renewed, 1 ms to 10 s
     * @param requestBytes bytes to send first, so that an echo server has something to send back; 0 to 1 GiB
     */
    public record Options(InetSocketAddress remote, int bytesPerSecond, long sliceNanos, int requestBytes) {
        public Options {
            Range.check(bytesPerSecond, 1, 1 << 30, "The rate in bytes per second");
            Range.check(sliceNanos, 1_000_000, TimeUnit.SECONDS.toNanos(10), "The slice in nanoseconds");
            Range.check(requestBytes, 0, 1 << 30, "The number of bytes to send first");
        }
    }

    private final Options options;
    private final double bytesPerSlice;
    private double share;
    private int requested;

    public SlowReaderPeer(Transport transport, TransportProcessor processor, Options options) {
        super(transport, processor, options.remote());
        this.options = options;
        this.bytesPerSlice = options.bytesPerSecond() * (options.sliceNanos() / 1e9);
    }

    @Override
    void connected(StreamChannel to) {
        request(to);
        slice(to);
    }

    @Override
    void received(StreamChannel from, ByteBuffer bytes) {
        share -= bytes.remaining();
        ledger.messageReceived();
        if (share <= 0) {
            from.setReading(false);
        }
    }

    private void slice(StreamChannel from) {
        if (!ledger.is(PeerState.RUNNING)) {
            return;
        }
        // What a slice did not use is not saved up, otherwise a quiet minute would end in a flood.
        share = Math.min(share, 0) + bytesPerSlice;
        from.setReading(share > 0);
        processor.schedule(() -> slice(from), options.sliceNanos());
    }

    /** One chunk at a time: what is in flight is never more than that. */
    private void request(StreamChannel to) {
        int length = Math.min(CHUNK_BYTES, options.requestBytes() - requested);
        if (length == 0 || !ledger.is(PeerState.RUNNING)) {
            return;
        }
        ByteBuffer chunk = BytePattern.from(requested, length);
        requested += length;
        to.write(chunk, status -> requestWritten(to, length, status));
    }

    private void requestWritten(StreamChannel to, int length, NtStatus status) {
        if (status.isSuccess()) {
            ledger.sent(length);
            request(to);
        } else {
            fail(status);
        }
    }
}
