package org.wskscope.engine.transport.memory;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.wskscope.engine.nt.NtStatus;

/**
 * What the network between two ends is like. Immutable. Loss, duplication and reordering happen to datagrams; a stream's bytes arrive once and in order.
 *
 * @param latency how long packets take
 * @param faults what happens to datagrams
 * @param streams how streams are cut, held back and acknowledged
 * @param unreachable how connecting to some addresses fails: STATUS_IO_TIMEOUT after the timeout, other statuses after one round trip
 */
public record Wire(
        Latency latency, DatagramFaults faults, StreamShape streams, Map<InetAddress, NtStatus> unreachable) {
    private static final int KIB_64 = 1 << 16;
    private static final int MAX_WINDOW_BYTES = 1 << 30;
    private static final int MAX_SEGMENT_BYTES = 1 << 20;
    private static final long MAX_LATENCY_NANOS = TimeUnit.MINUTES.toNanos(1);

    /** No latency, no faults, segments and windows of 64 KiB. */
    public static final Wire IDEAL = new Wire(
            new Latency(0, 0),
            new DatagramFaults(0, 0, 0),
            new StreamShape(
                    KIB_64, KIB_64, KIB_64, KIB_64, WriteCompletion.HANDED_OVER, 0, TimeUnit.SECONDS.toNanos(21)),
            Map.of());

    public Wire {
        unreachable = Map.copyOf(unreachable);
    }

    /**
     * @param minNanos shortest time a packet takes, at least 0
     * @param maxNanos longest time, at most a minute
     */
    public record Latency(long minNanos, long maxNanos) {
        public Latency {
            check(minNanos >= 0 && minNanos <= maxNanos && maxNanos <= MAX_LATENCY_NANOS, "latency");
        }
    }

    /**
     * @param lossPerMille how many of 1,000 datagrams are lost
     * @param duplicationPerMille how many of 1,000 datagrams arrive twice
     * @param reorderingPerMille how many of 1,000 datagrams are overtaken by later ones
     */
    public record DatagramFaults(int lossPerMille, int duplicationPerMille, int reorderingPerMille) {
        public DatagramFaults {
            check(isPerMille(lossPerMille), "loss");
            check(isPerMille(duplicationPerMille), "duplication");
            check(isPerMille(reorderingPerMille), "reordering");
        }

        private static boolean isPerMille(int value) {
            return value >= 0 && value <= 1_000;
        }
    }

    /**
     * @param minSegmentBytes smallest segment while there is more to send, at least 1
     * @param maxSegmentBytes largest segment, at most 1 MiB
     * @param acceptorWindowBytes bytes an accepted stream keeps for a listener that does not read, at least 1; datagram sockets keep as much
     * @param connectorWindowBytes bytes a connecting stream keeps for a listener that does not read, at least 1
     * @param sendCompletion when a write is done (FID-2)
     * @param idealBacklogBytes what the stack thinks worth keeping outstanding at first (FID-4); 0: it never says
     * @param connectTimeoutNanos how long a connect waits for an answer, at least 1
     */
    public record StreamShape(
            int minSegmentBytes,
            int maxSegmentBytes,
            int acceptorWindowBytes,
            int connectorWindowBytes,
            WriteCompletion sendCompletion,
            long idealBacklogBytes,
            long connectTimeoutNanos) {
        public StreamShape {
            check(minSegmentBytes >= 1 && minSegmentBytes <= maxSegmentBytes, "segment size");
            check(maxSegmentBytes <= MAX_SEGMENT_BYTES, "segment size");
            check(acceptorWindowBytes >= 1 && acceptorWindowBytes <= MAX_WINDOW_BYTES, "acceptor's window");
            check(connectorWindowBytes >= 1 && connectorWindowBytes <= MAX_WINDOW_BYTES, "connector's window");
            check(idealBacklogBytes >= 0 && idealBacklogBytes <= MAX_WINDOW_BYTES, "ideal backlog");
            check(connectTimeoutNanos >= 1, "connect timeout");
        }
    }

    public Wire withLatency(long minNanos, long maxNanos) {
        return new Wire(new Latency(minNanos, maxNanos), faults, streams, unreachable);
    }

    public Wire withDatagramFaults(int lossPerMille, int duplicationPerMille, int reorderingPerMille) {
        DatagramFaults changed = new DatagramFaults(lossPerMille, duplicationPerMille, reorderingPerMille);
        return new Wire(latency, changed, streams, unreachable);
    }

    public Wire withSegments(int minBytes, int maxBytes) {
        return with(new StreamShape(
                minBytes,
                maxBytes,
                streams.acceptorWindowBytes,
                streams.connectorWindowBytes,
                streams.sendCompletion,
                streams.idealBacklogBytes,
                streams.connectTimeoutNanos));
    }

    public Wire withWindows(int acceptorBytes, int connectorBytes) {
        return with(new StreamShape(
                streams.minSegmentBytes,
                streams.maxSegmentBytes,
                acceptorBytes,
                connectorBytes,
                streams.sendCompletion,
                streams.idealBacklogBytes,
                streams.connectTimeoutNanos));
    }

    public Wire withSendCompletion(WriteCompletion completion) {
        return with(new StreamShape(
                streams.minSegmentBytes,
                streams.maxSegmentBytes,
                streams.acceptorWindowBytes,
                streams.connectorWindowBytes,
                completion,
                streams.idealBacklogBytes,
                streams.connectTimeoutNanos));
    }

    public Wire withIdealBacklog(long bytes) {
        return with(new StreamShape(
                streams.minSegmentBytes,
                streams.maxSegmentBytes,
                streams.acceptorWindowBytes,
                streams.connectorWindowBytes,
                streams.sendCompletion,
                bytes,
                streams.connectTimeoutNanos));
    }

    public Wire withConnectTimeout(long nanos) {
        return with(new StreamShape(
                streams.minSegmentBytes,
                streams.maxSegmentBytes,
                streams.acceptorWindowBytes,
                streams.connectorWindowBytes,
                streams.sendCompletion,
                streams.idealBacklogBytes,
                nanos));
    }

    public Wire with(StreamShape shape) {
        return new Wire(latency, faults, shape, unreachable);
    }

    /** Connecting to {@code address}, and sending datagrams there, ends with {@code status}. */
    public Wire withUnreachable(InetAddress address, NtStatus status) {
        Map<InetAddress, NtStatus> all = new LinkedHashMap<>(unreachable);
        all.put(address, status);
        return new Wire(latency, faults, streams, all);
    }

    private static void check(boolean valid, String what) {
        if (!valid) {
            throw new IllegalArgumentException("The " + what + " of a wire is out of its range");
        }
    }
}
