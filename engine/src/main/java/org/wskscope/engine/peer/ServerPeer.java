package org.wskscope.engine.peer;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.AcceptListener;
import org.wskscope.engine.transport.ListenRequest;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.StreamListener;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.TransportChannel;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.transport.TransportProcessor;

/** Listens, takes one connection and then does only what somebody tells it to; further connections are reset. */
public final class ServerPeer implements DirectedPeer {
    private static final int BACKLOG = 16;
    private static final int MOST_WAITING = 64;

    private final Transport transport;
    private final TransportProcessor processor;
    private final InetSocketAddress local;
    private final PeerCounters ledger = new PeerCounters();
    private final Outbox outbox = new Outbox(ledger, this::fail);

    @GuardedBy("this")
    private final Deque<BooleanSupplier> waiting = new ArrayDeque<>();

    private @Nullable TransportChannel listening;
    private volatile @Nullable StreamChannel connection;

    /**
     * @param local where to listen; port 0 lets the system choose
     */
    public ServerPeer(Transport transport, TransportProcessor processor, InetSocketAddress local) {
        this.transport = transport;
        this.processor = processor;
        this.local = local;
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

    @Override
    public boolean send(ByteBuffer bytes) {
        return whenConnected(() -> outbox.send(connection, bytes));
    }

    @Override
    public boolean sendFin() {
        return whenConnected(() -> outbox.sendFin(connection));
    }

    @Override
    public boolean sendReset() {
        return whenConnected(() -> {
            boolean resets = outbox.sendReset(connection);
            processor.execute(() -> leave(TransportCompletion.NONE));
            return resets;
        });
    }

    /** Who connects may know of the connection before this peer does, so what it is told meanwhile waits. */
    private synchronized boolean whenConnected(BooleanSupplier deed) {
        if (connection != null) {
            return deed.getAsBoolean();
        }
        return ledger.is(PeerState.RUNNING) && waiting.size() < MOST_WAITING && waiting.add(deed);
    }

    private synchronized void connectedBy(StreamChannel accepted) {
        connection = accepted;
        for (BooleanSupplier deed = waiting.poll(); deed != null; deed = waiting.poll()) {
            if (!deed.getAsBoolean()) {
                ledger.failed(NtStatus.STATUS_INVALID_DEVICE_STATE);
            }
        }
    }

    private void open() {
        if (!ledger.isOver()) {
            ListenRequest request = new ListenRequest(local, BACKLOG, false, false);
            listening = transport.openListener(processor, request, new Connections(), this::opened);
        }
    }

    private void opened(NtStatus status) {
        TransportChannel bound = listening;
        if (!status.isSuccess()) {
            fail(status);
        } else if (bound != null) {
            ledger.boundTo(bound.localAddress());
            ledger.move(PeerState.STARTING, PeerState.RUNNING);
            bound.setReading(true);
        }
    }

    private void fail(NtStatus status) {
        if (ledger.fail(status)) {
            processor.execute(() -> leave(TransportCompletion.NONE));
        }
    }

    private void leave(TransportCompletion closed) {
        StreamChannel taken = connection;
        if (taken != null) {
            taken.close(TransportCompletion.NONE);
        }
        TransportChannel bound = listening;
        if (bound == null) {
            closed.completed(NtStatus.STATUS_SUCCESS);
        } else {
            bound.close(closed);
        }
    }

    private final class Connections implements AcceptListener {
        @Override
        public void connectionArrived(StreamChannel accepted) {
            if (connection != null || !ledger.is(PeerState.RUNNING)) {
                accepted.reset(TransportCompletion.NONE);
                return;
            }
            accepted.attach(new Input());
            accepted.setReading(true);
            connectedBy(accepted);
        }

        @Override
        public void listenerFailed() {
            fail(NtStatus.STATUS_FILE_FORCED_CLOSED);
        }
    }

    private final class Input implements StreamListener {
        @Override
        public void bytesArrived(StreamChannel from, ByteBuffer bytes) {
            ledger.received(bytes.remaining());
        }

        @Override
        public void readComplete(StreamChannel from, boolean drained) {}

        @Override
        public void inputFinished(StreamChannel from) {
            if (ledger.end(PeerState.FINISHED, PeerNote.SAW_FIN)) {
                leave(TransportCompletion.NONE);
            }
        }

        @Override
        public void connectionReset(StreamChannel from) {
            fail(NtStatus.STATUS_CONNECTION_RESET);
        }
    }
}
