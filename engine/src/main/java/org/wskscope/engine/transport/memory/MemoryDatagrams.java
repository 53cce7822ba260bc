package org.wskscope.engine.transport.memory;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.engine.chance.ChoicePoint;
import org.wskscope.engine.chance.ChoiceStream;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.DatagramChannel;
import org.wskscope.engine.transport.DatagramListener;
import org.wskscope.engine.transport.DatagramRequest;
import org.wskscope.engine.transport.TransportCompletion;

/**
 * A datagram socket in memory. What arrives while nobody reads waits, as many bytes as the window allows; more is dropped, as UDP does. The simulation's thread
 * only.
 */
final class MemoryDatagrams extends MemoryChannel implements DatagramChannel {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryDatagrams.class);
    private static final int LARGEST_BYTES = 65_507;
    private static final int MSG_BCAST = 0x0400;
    private static final int MSG_MCAST = 0x0800;
    private static final int DATAGRAMS_PER_READ_LOOP = 16;
    /** What a waiting datagram costs beside its bytes, so that empty ones are limited too. */
    private static final int OVERHEAD_BYTES = 64;

    private final DatagramRequest request;
    private final DatagramListener listener;
    private final ChoiceStream losses;
    private final ChoiceStream duplications;
    private final ChoiceStream reorderings;
    private final Item readLoop = new ReadLoop();
    private @Nullable DatagramPacket first;
    private @Nullable DatagramPacket last;
    private long waitingBytes;
    /** When the last datagram sent arrives: later ones come no earlier unless they are reordered. */
    private long pathNanos;

    private @Nullable InetAddress destination;
    private boolean broadcasts;
    private boolean bound;
    private boolean reading;
    private boolean scheduled;
    private boolean closed;
    private boolean failed;

    MemoryDatagrams(
            MemoryNetwork network, VirtualProcessor processor, DatagramRequest request, DatagramListener listener) {
        super(network, processor);
        losses = network.stream(ChoicePoint.LOSS, endpoint);
        duplications = network.stream(ChoicePoint.DUPLICATION, endpoint);
        reorderings = network.stream(ChoicePoint.REORDERING, endpoint);
        this.request = request;
        this.listener = listener;
        this.broadcasts = request.broadcast();
    }

    @Override
    public void sendTo(ByteBuffer bytes, InetSocketAddress remote, TransportCompletion sent) {
        network.scheduler.checkOwner();
        NtStatus status = refusal(bytes.remaining(), remote);
        if (status.isSuccess()) {
            send(bytes, Addresses.concrete(remote));
        }
        bytes.position(bytes.limit());
        processor.report(sent, status, this);
    }

    @Override
    public @Nullable InetAddress destination() {
        return destination;
    }

    @Override
    public void setBroadcast(boolean on) {
        network.scheduler.checkOwner();
        broadcasts = on;
    }

    @Override
    public void setReading(boolean wanted) {
        network.scheduler.checkOwner();
        reading = wanted;
        schedule();
    }

    @Override
    public void close(TransportCompletion toNotify) {
        network.scheduler.checkOwner();
        addCloser(toNotify);
        end();
        notifyClosers();
    }

    void open(TransportCompletion toNotify) {
        processor.execute(() -> {
            NtStatus status = NtStatus.STATUS_CANCELLED;
            if (!closed) {
                status = network.datagramPorts.bind(this, request.local());
                bound = status.isSuccess();
            }
            processor.report(toNotify, status);
        });
    }

    /** Takes the packet, or drops it. */
    void arrived(DatagramPacket packet) {
        int cost = packet.length() + OVERHEAD_BYTES;
        int window = network.wire.streams().acceptorWindowBytes();
        if (closed || first != null && waitingBytes + cost > window) {
            network.recycle(packet);
            return;
        }
        waitingBytes += cost;
        packet.next = null;
        if (last == null) {
            first = packet;
        } else {
            last.next = packet;
        }
        last = packet;
        schedule();
    }

    @Override
    boolean sharesAddress() {
        return request.reuseAddress();
    }

    @Override
    void abandon() {
        fail();
    }

    @Override
    void fail() {
        if (!closed) {
            end();
            failed = true;
            processor.execute(() -> listener.channelFailed(this));
        }
    }

    @Override
    void end() {
        if (closed) {
            return;
        }
        closed = true;
        if (bound) {
            network.datagramPorts.release(this);
        }
        processor.transport.forget(this);
        for (DatagramPacket packet = take(); packet != null; packet = take()) {
            network.recycle(packet);
        }
    }

    private NtStatus refusal(int length, InetSocketAddress remote) {
        if (closed) {
            return failed ? NtStatus.STATUS_CONNECTION_ABORTED : NtStatus.STATUS_CANCELLED;
        }
        if (!bound) {
            return NtStatus.STATUS_INVALID_DEVICE_STATE;
        }
        InetAddress to = remote.getAddress();
        if (length > LARGEST_BYTES || to == null || !Addresses.sameFamily(to, local.getAddress())) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        if (Addresses.isBroadcast(to)) {
            return broadcasts ? NtStatus.STATUS_SUCCESS : NtStatus.STATUS_ACCESS_DENIED;
        }
        NtStatus unreachable = to.isMulticastAddress() ? null : network.unreachable(to);
        // A datagram that leads nowhere in silence was sent all the same.
        return unreachable == null || unreachable.equals(NtStatus.STATUS_IO_TIMEOUT)
                ? NtStatus.STATUS_SUCCESS
                : unreachable;
    }

    private void send(ByteBuffer bytes, InetSocketAddress to) {
        Wire.DatagramFaults faults = network.wire.faults();
        if (losses.happens(faults.lossPerMille())) {
            return;
        }
        int copies = duplications.happens(faults.duplicationPerMille()) ? 2 : 1;
        InetSocketAddress from = Addresses.concrete(local);
        for (int copy = 0; copy < copies; copy++) {
            long arrival = network.scheduler.nanoTime() + network.latencyNanos(this);
            if (reorderings.happens(faults.reorderingPerMille())) {
                arrival += network.overtakingNanos(this);
            } else {
                pathNanos = Math.max(pathNanos, arrival);
                arrival = pathNanos;
            }
            network.scheduler.onTheWire(network.datagram().set(bytes, from, to), arrival);
        }
    }

    private void schedule() {
        if (reading && first != null && !scheduled && !closed) {
            scheduled = true;
            network.scheduler.ready(readLoop, processor);
        }
    }

    private @Nullable DatagramPacket take() {
        DatagramPacket packet = first;
        if (packet != null) {
            first = packet.following();
            if (first == null) {
                last = null;
            }
            packet.next = null;
            waitingBytes -= packet.length() + OVERHEAD_BYTES;
        }
        return packet;
    }

    private void read() {
        int delivered = 0;
        while (reading && !closed && delivered < DATAGRAMS_PER_READ_LOOP) {
            DatagramPacket packet = take();
            if (packet == null) {
                break;
            }
            delivered++;
            destination = packet.to().getAddress();
            try {
                listener.datagramArrived(
                        this, packet.bytes(), packet.from(), flags(packet.to().getAddress()));
            } finally {
                destination = null;
                network.recycle(packet);
            }
        }
        if (delivered > 0 && !closed) {
            listener.readComplete(this);
        }
    }

    /** What the destination says about the datagram (FID-8). */
    private static int flags(InetAddress to) {
        if (Addresses.isBroadcast(to)) {
            return MSG_BCAST;
        }
        return to.isMulticastAddress() ? MSG_MCAST : 0;
    }

    /** One read loop. */
    private final class ReadLoop extends Item {
        @Override
        void run() {
            scheduled = false;
            try {
                read();
            } catch (RuntimeException | Error failure) {
                LOG.error("The listener of {} failed; the socket is closed", local, failure);
                fail();
            }
            schedule();
        }
    }
}
