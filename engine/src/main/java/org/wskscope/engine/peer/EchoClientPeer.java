package org.wskscope.engine.peer;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.TransportProcessor;

/** Sends a message, waits for all of it to come back, checks every byte, and after a pause sends the next. */
public final class EchoClientPeer extends StreamPeer {
    /**
     * @param remote the echo server
     * @param messageBytes size of one message, 1 to 65,536
     * @param messageCount how many messages, at least 1; 1 is "once"
     * @param intervalNanos pause between an echo and the next message, 0 for none
     */
    public record Options(InetSocketAddress remote, int messageBytes, long messageCount, long intervalNanos) {
        public Options {
            Range.check(messageBytes, 1, 65_536, "The message size in bytes");
            Range.check(messageCount, 1, Long.MAX_VALUE, "The number of messages");
            Range.check(intervalNanos, 0, Long.MAX_VALUE, "The interval in nanoseconds");
        }
    }

    private final Options options;
    private long sentBytes;
    private long echoedBytes;

    public EchoClientPeer(Transport transport, TransportProcessor processor, Options options) {
        super(transport, processor, options.remote());
        this.options = options;
    }

    @Override
    void connected(StreamChannel to) {
        sendNext(to);
    }

    @Override
    void received(StreamChannel from, ByteBuffer bytes) {
        int length = bytes.remaining();
        if (echoedBytes + length > sentBytes || !BytePattern.matches(bytes, echoedBytes)) {
            fail(NtStatus.STATUS_NO_MATCH);
            return;
        }
        echoedBytes += length;
        if (echoedBytes < sentBytes) {
            return;
        }
        ledger.messageReceived();
        if (echoedBytes / options.messageBytes() >= options.messageCount()) {
            finish();
        } else if (options.intervalNanos() == 0) {
            sendNext(from);
        } else {
            processor.schedule(() -> sendNext(from), options.intervalNanos());
        }
    }

    private void sendNext(StreamChannel to) {
        if (!ledger.is(PeerState.RUNNING)) {
            return;
        }
        int length = options.messageBytes();
        ByteBuffer message = BytePattern.from(sentBytes, length);
        sentBytes += length;
        ledger.sent(length);
        to.write(message, status -> {
            if (!status.isSuccess()) {
                fail(status);
            }
        });
    }
}
