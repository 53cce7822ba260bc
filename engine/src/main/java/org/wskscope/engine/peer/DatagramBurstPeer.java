package org.wskscope.engine.peer;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.DatagramChannel;
import org.wskscope.engine.transport.DatagramListener;
import org.wskscope.engine.transport.DatagramRequest;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.transport.TransportProcessor;

/** Sends a number of datagrams as fast as the system takes them; may stay to count the replies until all came or it is stopped. */
public final class DatagramBurstPeer implements Peer {
    private static final int MOST_OUTSTANDING = 16;

    /**
     * @param remote whom to send to
     * @param datagramCount how many, at least 1
     * @param datagramBytes size of each, 0 to 65,507
     * @param collectReplies whether to wait for as many replies; some may be lost, so {@link Peer#stop} is what ends the waiting for certain
     */
    public record Options(InetSocketAddress remote, long datagramCount, int datagramBytes, boolean collectReplies) {
        public Options {
            Range.check(datagramCount, 1, Long.MAX_VALUE, "The number of datagrams");
            Range.check(datagramBytes, 0, 65_507, "The datagram size in bytes");
        }
    }

    private final Transport transport;
    private final TransportProcessor processor;
    private final Options options;
    private final PeerCounters ledger = new PeerCounters();
    private final ByteBuffer datagram;
    private @Nullable DatagramChannel channel;
    private long given;
    private long settled;
    private long replies;

    public DatagramBurstPeer(Transport transport, TransportProcessor processor, Options options) {
        this.transport = transport;
        this.processor = processor;
        this.options = options;
        this.datagram = BytePattern.from(0, options.datagramBytes());
    }

    @Override
    public void observe(PeerObserver observer) {
        ledger.observe(observer);
    }

    @Override
    public void start() {
        if (!ledger.move(PeerState.IDLE, PeerState.STARTING)) {
            throw new IllegalStateException("A peer can be started once; this one is " + status().state());
        }
        processor.execute(this::open);
    }

    @Override
    public void stop(TransportCompletion stopped) {
        ledger.end(PeerState.STOPPED);
        processor.execute(() -> leave(stopped));
    }

    @Override
    public PeerStatus status() {
        return ledger.status();
    }

    private void open() {
        if (ledger.isOver()) {
            return;
        }
        DatagramRequest request = new DatagramRequest(LocalAddress.towards(options.remote()), false, false);
        channel = transport.openDatagram(processor, request, new Replies(), this::opened);
    }

    private void opened(NtStatus status) {
        DatagramChannel bound = channel;
        if (!status.isSuccess()) {
            ledger.failed(status);
            end(PeerState.FAILED);
        } else if (bound != null && ledger.move(PeerState.STARTING, PeerState.RUNNING)) {
            ledger.boundTo(bound.localAddress());
            bound.setReading(true);
            send(bound);
        }
    }

    private void send(DatagramChannel from) {
        while (ledger.is(PeerState.RUNNING) && given < options.datagramCount() && given - settled < MOST_OUTSTANDING) {
            given++;
            from.sendTo(datagram.rewind(), options.remote(), status -> sent(from, status));
        }
    }

    private void sent(DatagramChannel from, NtStatus status) {
        settled++;
        if (status.isSuccess()) {
            ledger.sent(options.datagramBytes());
        } else {
            ledger.failed(status);
        }
        if (settled < options.datagramCount()) {
            send(from);
        } else if (!options.collectReplies()) {
            end(PeerState.FINISHED);
        }
    }

    private void end(PeerState finalState) {
        if (ledger.end(finalState)) {
            leave(TransportCompletion.NONE);
        }
    }

    private void leave(TransportCompletion closed) {
        DatagramChannel current = channel;
        if (current == null) {
            closed.completed(NtStatus.STATUS_SUCCESS);
        } else {
            current.close(closed);
        }
    }

    private final class Replies implements DatagramListener {
        @Override
        public void datagramArrived(DatagramChannel to, ByteBuffer bytes, InetSocketAddress remote, int flags) {
            ledger.received(bytes.remaining());
            ledger.messageReceived();
            replies++;
            if (options.collectReplies() && replies == options.datagramCount()) {
                end(PeerState.FINISHED);
            }
        }

        @Override
        public void readComplete(DatagramChannel from) {}

        @Override
        public void channelFailed(DatagramChannel failed) {
            ledger.failed(NtStatus.STATUS_CONNECTION_ABORTED);
            end(PeerState.FAILED);
        }
    }
}
