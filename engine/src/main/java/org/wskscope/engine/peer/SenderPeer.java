package org.wskscope.engine.peer;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.TransportProcessor;

/** Sends messages at a chosen rate. When the other side does not take them, it holds back at its limit and catches up later. What comes back is counted. */
public final class SenderPeer extends StreamPeer {
    private static final long SHORTEST_TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /**
     * @param remote whom to send to
     * @param messageBytes size of one message, 1 to 65,536
     * @param messagesPerSecond 1 to 1,000,000
     * @param messageCount how many messages, at least 1
     * @param outstandingLimitBytes most bytes given to the transport and not yet sent; at least one message, at most 16 MiB
     */
    public record Options(
            InetSocketAddress remote,
            int messageBytes,
            int messagesPerSecond,
            long messageCount,
            int outstandingLimitBytes) {
        public Options {
            Range.check(messageBytes, 1, 65_536, "The message size in bytes");
            Range.check(messagesPerSecond, 1, 1_000_000, "The rate in messages per second");
            Range.check(messageCount, 1, Long.MAX_VALUE, "The number of messages");
            Range.check(outstandingLimitBytes, messageBytes, 16 << 20, "The limit of outstanding bytes");
        }
    }

    private final Options options;
    private final NanoClock clock;
    private final long tickNanos;
    private final ByteBuffer message;
    private long startNanos;
    private long given;
    private long settled;
    private int outstandingBytes;

    public SenderPeer(Transport transport, TransportProcessor processor, NanoClock clock, Options options) {
        super(transport, processor, options.remote());
        this.options = options;
        this.clock = clock;
        this.tickNanos = Math.max(SHORTEST_TICK_NANOS, TimeUnit.SECONDS.toNanos(1) / options.messagesPerSecond());
        this.message = BytePattern.from(0, options.messageBytes());
    }

    @Override
    void connected(StreamChannel to) {
        startNanos = clock.nanoTime();
        tick(to);
    }

    @Override
    void received(StreamChannel from, ByteBuffer bytes) {}

    private void tick(StreamChannel to) {
        if (!ledger.is(PeerState.RUNNING)) {
            return;
        }
        double elapsedSeconds = (clock.nanoTime() - startNanos) / 1e9;
        long due = Math.min(options.messageCount(), 1 + (long) (elapsedSeconds * options.messagesPerSecond()));
        while (given < due && outstandingBytes + options.messageBytes() <= options.outstandingLimitBytes()) {
            given++;
            outstandingBytes += options.messageBytes();
            to.write(message.rewind(), this::written);
        }
        if (given < options.messageCount()) {
            processor.schedule(() -> tick(to), tickNanos);
        }
    }

    private void written(NtStatus status) {
        outstandingBytes -= options.messageBytes();
        if (!status.isSuccess()) {
            fail(status);
            return;
        }
        ledger.sent(options.messageBytes());
        if (++settled == options.messageCount()) {
            finish();
        }
    }
}
