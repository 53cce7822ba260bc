package org.wskscope.engine.transport.memory;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.chance.ChoicePoint;
import org.wskscope.engine.chance.ChoiceStream;
import org.wskscope.engine.chance.Choices;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.ConnectionRequest;
import org.wskscope.engine.transport.TransportChannel;

/**
 * One machine's network in memory: who is bound where, the wire, and the faults tests ask for. Several transports may stand on it, such as WSK's and that of the
 * peers it talks to. Everything belongs to the {@link #scheduler}'s thread.
 */
public final class MemoryNetwork {
    private static final long LEAST_OVERTAKING_NANOS = 1_000;
    private static final int KEPT_DATAGRAM_BYTES = 4_096;

    final Scheduler scheduler;
    final Wire wire;
    final PortTable streamPorts = new PortTable();
    final PortTable datagramPorts = new PortTable();
    private final int latencyOptions;
    private final long latencyStepNanos;
    private int endpoints;
    private @Nullable Packet freePackets;
    private @Nullable DatagramPacket freeDatagrams;

    public MemoryNetwork(Choices choices, Wire wire) {
        this.scheduler = new Scheduler(choices);
        this.wire = wire;
        long range = wire.latency().maxNanos() - wire.latency().minNanos();
        // Choices count in int; a wide range is chosen from in steps.
        this.latencyStepNanos = 1 + range / Integer.MAX_VALUE;
        this.latencyOptions = (int) (1 + range / latencyStepNanos);
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    public Wire wire() {
        return wire;
    }

    /**
     * Makes an endpoint fail for good: a listener and a datagram socket tell it, a stream's both ends are told of a reset. Closed ones stay closed.
     *
     * @throws IllegalArgumentException when it belongs to another network
     */
    public void fail(TransportChannel channel) {
        scheduler.checkOwner();
        if (!(channel instanceof MemoryChannel mine) || mine.network != this) {
            throw new IllegalArgumentException("not an endpoint of this network: " + channel);
        }
        mine.fail();
    }

    /**
     * Ends a request that waits for its inspection or its handshake, as if the network had lost it (EVT-ABT-01).
     *
     * @return false when it was over already
     */
    public boolean drop(ConnectionRequest request) {
        scheduler.checkOwner();
        return request instanceof MemoryRequest mine && mine.drop();
    }

    // ---- for the rest of the package

    /** The choices of this point that the endpoint with this number makes. */
    ChoiceStream stream(ChoicePoint point, int endpoint) {
        return new ChoiceStream(scheduler.choices(), point, endpoint);
    }

    /** Endpoints are numbered as they come. */
    int nextEndpoint() {
        return ++endpoints;
    }

    /** How long a packet takes that this endpoint sends. */
    long latencyNanos(MemoryChannel from) {
        return wire.latency().minNanos() + from.latencies.choose(latencyOptions) * latencyStepNanos;
    }

    /** How much later a datagram comes that lets others overtake it. */
    long overtakingNanos(MemoryChannel from) {
        return Math.max(LEAST_OVERTAKING_NANOS, wire.latency().maxNanos()) + latencyNanos(from);
    }

    /** How reaching {@code address} fails; null when it can be reached. */
    @Nullable
    NtStatus unreachable(InetAddress address) {
        if (wire.unreachable().isEmpty() && address.isLoopbackAddress()) {
            return null;
        }
        NtStatus status = wire.unreachable().get(address);
        return status == null && !address.isLoopbackAddress() ? NtStatus.STATUS_NETWORK_UNREACHABLE : status;
    }

    /** A connector's SYN arrived where it was sent. */
    void connectionWanted(MemoryStream connector, long attempt) {
        ConnectAttempt dial = connector.dial();
        if (dial.isOver(attempt)) {
            return;
        }
        if (streamPorts.find(dial.target()) instanceof MemoryListener listener) {
            listener.wanted(connector, attempt);
        } else {
            refuse(connector, attempt, NtStatus.STATUS_CONNECTION_REFUSED, 0);
        }
    }

    /** Sends the connector a refusal, {@code moreNanos} later than the wire would. */
    void refuse(MemoryStream connector, long attempt, NtStatus status, long moreNanos) {
        Packet refusal = packet().set(connector, Packet.Kind.REFUSAL, attempt, status.code());
        scheduler.onTheWire(refusal, scheduler.nanoTime() + latencyNanos(connector) + moreNanos);
    }

    void datagramArrived(DatagramPacket packet) {
        InetSocketAddress to = packet.to();
        boolean broadcast = Addresses.isBroadcast(to.getAddress());
        if (broadcast || to.getAddress().isMulticastAddress()) {
            // Nobody can join a group here, so everybody who listens on all addresses is a member.
            for (MemoryChannel receiver : datagramPorts.all(to.getAddress(), to.getPort(), !broadcast)) {
                ((MemoryDatagrams) receiver).arrived(datagram().set(packet.bytes(), packet.from(), to));
            }
            recycle(packet);
        } else if (datagramPorts.find(to) instanceof MemoryDatagrams receiver) {
            receiver.arrived(packet);
        } else {
            recycle(packet);
        }
    }

    Packet packet() {
        Packet packet = freePackets;
        if (packet == null) {
            return new Packet(this);
        }
        freePackets = (Packet) packet.next;
        return packet;
    }

    void recycle(Packet packet) {
        packet.next = freePackets;
        freePackets = packet;
    }

    DatagramPacket datagram() {
        DatagramPacket packet = freeDatagrams;
        if (packet == null) {
            return new DatagramPacket(this);
        }
        freeDatagrams = packet.following();
        return packet;
    }

    void recycle(DatagramPacket packet) {
        if (packet.capacity() <= KEPT_DATAGRAM_BYTES) {
            packet.next = freeDatagrams;
            freeDatagrams = packet;
        }
    }
}
