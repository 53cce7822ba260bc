package org.wskscope.engine.session;

import org.wskscope.engine.transport.memory.Wire;
import org.wskscope.engine.transport.memory.WriteCompletion;

/**
 * What the network of a simulated session is like. Immutable.
 *
 * @param minLatencyNanos shortest time a packet takes, at least 0
 * @param maxLatencyNanos longest time a packet takes, at most a minute
 * @param lossPerMille how many of 1,000 datagrams are lost
 * @param duplicationPerMille how many of 1,000 datagrams arrive twice
 * @param reorderingPerMille how many of 1,000 datagrams are overtaken by later ones
 * @param sendsWaitForAcknowledgement whether a send completes when the peer's stack has it, as WSK means it, or when it is on the wire (FID-2)
 * @param idealBacklogBytes the ideal send backlog a connection begins with, which then changes by itself (FID-4); 0: it changes by command only
 */
public record SimulatedNetwork(
        long minLatencyNanos,
        long maxLatencyNanos,
        int lossPerMille,
        int duplicationPerMille,
        int reorderingPerMille,
        boolean sendsWaitForAcknowledgement,
        long idealBacklogBytes) {
    /** Latencies of 50 to 150 µs, nothing lost; sends wait for their acknowledgement. */
    public static final SimulatedNetwork DEFAULT = new SimulatedNetwork(50_000, 150_000, 0, 0, 0, true, 0);

    /** Refuses what is out of range. */
    public SimulatedNetwork {
        wire(
                Wire.IDEAL
                        .withLatency(minLatencyNanos, maxLatencyNanos)
                        .withDatagramFaults(lossPerMille, duplicationPerMille, reorderingPerMille),
                sendsWaitForAcknowledgement,
                idealBacklogBytes);
    }

    public SimulatedNetwork withLatency(long minNanos, long maxNanos) {
        return new SimulatedNetwork(
                minNanos,
                maxNanos,
                lossPerMille,
                duplicationPerMille,
                reorderingPerMille,
                sendsWaitForAcknowledgement,
                idealBacklogBytes);
    }

    public SimulatedNetwork withDatagramFaults(int loss, int duplication, int reordering) {
        return new SimulatedNetwork(
                minLatencyNanos,
                maxLatencyNanos,
                loss,
                duplication,
                reordering,
                sendsWaitForAcknowledgement,
                idealBacklogBytes);
    }

    Wire wire() {
        Wire wire = Wire.IDEAL
                .withLatency(minLatencyNanos, maxLatencyNanos)
                .withDatagramFaults(lossPerMille, duplicationPerMille, reorderingPerMille);
        return wire(wire, sendsWaitForAcknowledgement, idealBacklogBytes);
    }

    private static Wire wire(Wire wire, boolean acknowledged, long idealBacklog) {
        return wire.withSendCompletion(acknowledged ? WriteCompletion.ACKNOWLEDGED : WriteCompletion.HANDED_OVER)
                .withIdealBacklog(idealBacklog);
    }
}
