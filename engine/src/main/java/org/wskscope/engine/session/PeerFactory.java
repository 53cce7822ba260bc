package org.wskscope.engine.session;

import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.peer.DatagramBurstPeer;
import org.wskscope.engine.peer.EchoClientPeer;
import org.wskscope.engine.peer.ManualPeer;
import org.wskscope.engine.peer.Peer;
import org.wskscope.engine.peer.ResetterPeer;
import org.wskscope.engine.peer.SenderPeer;
import org.wskscope.engine.peer.ServerPeer;
import org.wskscope.engine.peer.SlowReaderPeer;
import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.TransportProcessor;

/** Turns what a user says about a peer into one. */
final class PeerFactory {
    private static final int MAX_DATAGRAM_BYTES = 65_507;
    private static final int MAX_MESSAGE_BYTES = 65_536;
    private static final int MAX_PER_SECOND = 100_000;
    private static final long MAX_MESSAGES = 1_000_000_000;
    private static final int SENDER_OUTSTANDING_BYTES = 1 << 20;
    private static final int SLOW_READER_REQUEST_BYTES = 4 << 20;
    private static final long MAX_SLICE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private PeerFactory() {}

    /** Why a peer with these settings cannot be made; null when it can. */
    static @Nullable CommandOutcome refusal(PeerKind kind, PeerSettings settings) {
        InetSocketAddress target = settings.target();
        if (target.isUnresolved() || !target.getAddress().isLoopbackAddress()) {
            return CommandOutcome.refused(
                    NtStatus.STATUS_ACCESS_DENIED,
                    CommandMessage.of("command.refused.peerTarget", Refusals.host(target)));
        }
        int maxBytes = kind == PeerKind.DATAGRAM_BURST ? MAX_DATAGRAM_BYTES : MAX_MESSAGE_BYTES;
        long minMessages = kind == PeerKind.DATAGRAM_BURST ? 1 : 0;
        if (settings.messageBytes() < 1 || settings.messageBytes() > maxBytes) {
            return outOfRange("messageBytes", 1, maxBytes);
        }
        if (!(settings.messagesPerSecond() >= 1 && settings.messagesPerSecond() <= MAX_PER_SECOND)) {
            return outOfRange("messagesPerSecond", 1, MAX_PER_SECOND);
        }
        if (settings.messages() < minMessages || settings.messages() > MAX_MESSAGES) {
            return outOfRange("messages", minMessages, MAX_MESSAGES);
        }
        return null;
    }

    static Peer make(Transport transport, NanoClock clock, PeerKind kind, PeerSettings settings) {
        TransportProcessor processor = transport.processor(0);
        InetSocketAddress target = settings.target();
        int bytes = settings.messageBytes();
        long messages = settings.messages() == 0 ? Long.MAX_VALUE : settings.messages();
        long intervalNanos = (long) (TimeUnit.SECONDS.toNanos(1) / settings.messagesPerSecond());
        return switch (kind) {
            case MANUAL -> new ManualPeer(transport, processor, target);
            case UNREADING -> new ManualPeer(transport, processor, target, false);
            case SERVER -> new ServerPeer(transport, processor, target);
            case ECHO_CLIENT ->
                new EchoClientPeer(
                        transport, processor, new EchoClientPeer.Options(target, bytes, messages, intervalNanos));
            case SENDER ->
                new SenderPeer(
                        transport,
                        processor,
                        clock,
                        new SenderPeer.Options(
                                target, bytes, (int) settings.messagesPerSecond(), messages, SENDER_OUTSTANDING_BYTES));
            case SLOW_READER -> new SlowReaderPeer(transport, processor, slowReader(settings, intervalNanos));
            case RESETTER ->
                new ResetterPeer(transport, processor, new ResetterPeer.Options(target, total(settings, bytes)));
            case DATAGRAM_BURST ->
                new DatagramBurstPeer(
                        transport, processor, new DatagramBurstPeer.Options(target, messages, bytes, true));
        };
    }

    private static SlowReaderPeer.Options slowReader(PeerSettings settings, long intervalNanos) {
        long bytesPerSecond = (long) (settings.messageBytes() * settings.messagesPerSecond());
        return new SlowReaderPeer.Options(
                settings.target(),
                (int) Math.min(bytesPerSecond, 1 << 30),
                Math.max(TimeUnit.MILLISECONDS.toNanos(1), Math.min(intervalNanos, MAX_SLICE_NANOS)),
                total(settings, SLOW_READER_REQUEST_BYTES));
    }

    /** Bytes of all messages together, at most 1 GiB; {@code endless} when there is no end of them. */
    private static int total(PeerSettings settings, int endless) {
        return settings.messages() == 0
                ? endless
                : (int) Math.min(settings.messages() * settings.messageBytes(), 1 << 30);
    }

    private static CommandOutcome outOfRange(String field, long least, long most) {
        return Refusals.invalid("command.refused.peerField", field, least, most);
    }
}
