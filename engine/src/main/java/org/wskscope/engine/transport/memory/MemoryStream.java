package org.wskscope.engine.transport.memory;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.StreamListener;
import org.wskscope.engine.transport.TransportCompletion;

/** One end of a connection in memory, or a bound socket that may become one. The simulation's thread only. */
final class MemoryStream extends MemoryChannel implements StreamChannel {
    private enum Phase {
        UNBOUND,
        BOUND,
        CONNECTING,
        /** The acceptor's end before the handshake is over. */
        HALF_OPEN,
        CONNECTED,
        /** Closing in order, queued output still going out. */
        CLOSING,
        CLOSED
    }

    private final StreamOutput output;
    private final StreamInput input;
    private final ConnectAttempt dial = new ConnectAttempt(this);
    private @Nullable StreamListener listener;
    private InetSocketAddress remote = Addresses.UNSPECIFIED;
    private Phase phase;
    private @Nullable MemoryStream peer;
    private @Nullable MemoryRequest request;
    /** When the last packet sent arrives: later ones come no earlier. */
    private long pathNanos;

    private boolean resetArrived;
    private boolean resetSent;
    private boolean lossUnreported;

    /** A stream that will connect. */
    MemoryStream(MemoryNetwork network, VirtualProcessor processor, StreamListener listener) {
        super(network, processor);
        this.listener = listener;
        this.phase = Phase.UNBOUND;
        this.output = new StreamOutput(this, network.wire);
        this.input = new StreamInput(this, network.wire.streams().connectorWindowBytes());
    }

    /** The acceptor's end of a connection that {@code connector} asked for. */
    MemoryStream(VirtualProcessor listening, MemoryStream connector, MemoryRequest request) {
        super(connector.network, listening);
        this.phase = Phase.HALF_OPEN;
        this.request = request;
        this.peer = connector;
        this.local = Addresses.concrete(connector.dial.target());
        this.remote = connector.dial.source();
        this.output = new StreamOutput(this, network.wire);
        this.input = new StreamInput(this, network.wire.streams().acceptorWindowBytes());
    }

    @Override
    public InetSocketAddress remoteAddress() {
        return remote;
    }

    @Override
    public void attach(StreamListener newListener) {
        network.scheduler.checkOwner();
        listener = newListener;
        if (lossUnreported) {
            notifyLoss();
        }
    }

    @Override
    public void connect(InetSocketAddress to, TransportCompletion connected) {
        network.scheduler.checkOwner();
        if (phase != Phase.BOUND) {
            processor.report(connected, NtStatus.STATUS_INVALID_DEVICE_STATE);
        } else if (to.isUnresolved() || !Addresses.sameFamily(to.getAddress(), local.getAddress())) {
            processor.report(connected, NtStatus.STATUS_INVALID_PARAMETER);
        } else {
            phase = Phase.CONNECTING;
            dial.begin(to, connected);
        }
    }

    @Override
    public void write(ByteBuffer bytes, TransportCompletion written) {
        network.scheduler.checkOwner();
        if (resetArrived && phase == Phase.CONNECTED) {
            lose();
        }
        output.write(bytes, written);
    }

    @Override
    public void finish(TransportCompletion finished) {
        network.scheduler.checkOwner();
        if (phase != Phase.CONNECTED || output.isFinishing()) {
            processor.report(finished, NtStatus.STATUS_INVALID_DEVICE_STATE);
            return;
        }
        output.refuse(NtStatus.STATUS_INVALID_DEVICE_STATE);
        output.finish(finished);
    }

    @Override
    public void reset(TransportCompletion closed) {
        network.scheduler.checkOwner();
        if (phase == Phase.CLOSED) {
            processor.report(closed, NtStatus.STATUS_SUCCESS);
        } else {
            addCloser(closed);
            cut(NtStatus.STATUS_CANCELLED);
        }
    }

    @Override
    public void close(TransportCompletion closed) {
        network.scheduler.checkOwner();
        if (phase == Phase.CLOSED) {
            processor.report(closed, NtStatus.STATUS_SUCCESS);
            return;
        }
        addCloser(closed);
        if (phase == Phase.CONNECTED && !resetArrived) {
            phase = Phase.CLOSING;
            output.refuse(NtStatus.STATUS_CANCELLED);
            closeWhenDrained();
        } else if (phase != Phase.CLOSING) {
            cut(NtStatus.STATUS_CANCELLED);
        }
    }

    @Override
    public void setReading(boolean reading) {
        network.scheduler.checkOwner();
        if (reading && resetArrived && phase == Phase.CONNECTED) {
            lose();
        } else {
            input.setReading(reading);
        }
    }

    // ---- for the rest of the package

    void open(InetSocketAddress at, TransportCompletion bound) {
        processor.execute(() -> {
            NtStatus status = NtStatus.STATUS_CANCELLED;
            if (phase == Phase.UNBOUND) {
                status = network.streamPorts.bind(this, at);
                phase = Phase.BOUND;
                if (!status.isSuccess()) {
                    closed();
                }
            }
            processor.report(bound, status);
        });
    }

    @Nullable
    StreamListener listener() {
        return listener;
    }

    boolean isConnected() {
        return phase == Phase.CONNECTED;
    }

    boolean isConnecting() {
        return phase == Phase.CONNECTING;
    }

    @Nullable
    MemoryStream peer() {
        return peer;
    }

    void setPeer(@Nullable MemoryStream newPeer) {
        peer = newPeer;
    }

    /** A connect failed; the stream stays bound (C-36). */
    void notConnected() {
        phase = Phase.BOUND;
    }

    /** The handshake is over for this end. */
    void connected(InetSocketAddress newLocal, InetSocketAddress newRemote) {
        MemoryStream other = peer;
        if (other != null) {
            phase = Phase.CONNECTED;
            local = newLocal;
            remote = newRemote;
            output.open(other.input.windowBytes());
            input.open(other.output);
            input.schedule();
        }
    }

    /** Gives an accepted connection to a processor. */
    void serveOn(VirtualProcessor newProcessor) {
        processor = newProcessor;
    }

    void report(TransportCompletion completion, NtStatus status) {
        processor.report(completion, status, this);
    }

    void notifyIdealBacklog(long bytes) {
        processor.execute(() -> {
            StreamListener toNotify = listener;
            if (toNotify != null && phase == Phase.CONNECTED) {
                toNotify.idealSendBacklogChanged(this, bytes);
            }
        });
    }

    /** Sends to the peer, behind everything sent before. */
    void send(Packet.Kind kind, long number, long second) {
        MemoryStream other = peer;
        if (other != null) {
            sendTo(other, kind, number, second);
        }
    }

    /** Sends what the network itself looks at: there is no peer yet. */
    void sendToNetwork(Packet.Kind kind, long number) {
        sendTo(this, kind, number, 0);
    }

    /** Something that this stream should know arrived from the wire. */
    void arrived(Packet.Kind kind, long number, long second) {
        switch (kind) {
            case SYN -> network.connectionWanted(this, number);
            case GIVE_UP -> gaveUp();
            case SYN_ACK -> dial.answered(number);
            case REFUSAL -> dial.refused(number, new NtStatus((int) second));
            case ESTABLISH -> established();
            case SEGMENT -> segmentArrived(number);
            case FIN -> input.finArrived();
            case RST -> resetArrived();
            case ACK -> {
                output.acknowledged(number, second);
                closeWhenDrained();
            }
        }
    }

    /** The listener broke its promise not to throw. */
    void listenerFailed() {
        if (phase == Phase.CONNECTED) {
            cut(NtStatus.STATUS_CONNECTION_RESET);
            processor.execute(this::notifyLoss);
        }
    }

    /** The acceptor's end is given up before anybody was told of a connection. */
    void forgetHalfOpen() {
        phase = Phase.CLOSED;
    }

    ConnectAttempt dial() {
        return dial;
    }

    @Override
    boolean sharesAddress() {
        return false;
    }

    @Override
    void abandon() {
        if (phase != Phase.CLOSED) {
            cut(NtStatus.STATUS_CANCELLED);
        }
    }

    @Override
    void fail() {
        if (phase == Phase.CONNECTED) {
            sendReset();
            lose();
        } else {
            resetArrived();
        }
    }

    @Override
    void end() {
        abandon();
    }

    // ---- steps

    private void sendTo(MemoryStream to, Packet.Kind kind, long number, long second) {
        pathNanos = Math.max(pathNanos, network.scheduler.nanoTime() + network.latencyNanos(this));
        network.scheduler.onTheWire(network.packet().set(to, kind, number, second), pathNanos);
    }

    private void gaveUp() {
        MemoryStream server = peer;
        peer = null;
        if (server != null) {
            server.resetArrived();
        }
    }

    private void established() {
        MemoryRequest mine = request;
        if (phase == Phase.HALF_OPEN && mine != null) {
            request = null;
            connected(local, remote);
            mine.established();
        }
    }

    private void segmentArrived(long length) {
        input.segmentArrived(length);
        if (phase == Phase.CLOSED && !resetArrived) {
            sendReset();
        }
    }

    private void resetArrived() {
        MemoryRequest mine = request;
        if (phase == Phase.HALF_OPEN && mine != null) {
            phase = Phase.CLOSED;
            mine.dropped();
        } else if (phase == Phase.CONNECTED) {
            resetArrived = true;
            input.discard();
            if (input.isReading() || !output.isDrained()) {
                lose();
            }
        } else if (phase == Phase.CLOSING) {
            resetArrived = true;
            output.abandon(NtStatus.STATUS_CONNECTION_RESET);
            closed();
        }
    }

    /** The connection is gone although nobody here closed it. */
    private void lose() {
        output.abandon(NtStatus.STATUS_CONNECTION_RESET);
        closed();
        processor.execute(this::notifyLoss);
    }

    private void notifyLoss() {
        StreamListener toNotify = listener;
        lossUnreported = toNotify == null;
        if (toNotify != null) {
            toNotify.connectionReset(this);
        }
    }

    /** Ends it here and now; the peer sees a reset. */
    private void cut(NtStatus status) {
        if (phase == Phase.CONNECTING) {
            dial.cancel();
        } else if (phase == Phase.CONNECTED || phase == Phase.CLOSING) {
            sendReset();
        }
        output.abandon(status);
        closed();
    }

    private void sendReset() {
        if (!resetSent && !resetArrived) {
            resetSent = true;
            send(Packet.Kind.RST, 0, 0);
        }
    }

    private void closeWhenDrained() {
        if (phase != Phase.CLOSING || !output.isDrained()) {
            return;
        }
        if (input.hasUnread()) {
            sendReset();
        } else if (!output.isFinSent()) {
            send(Packet.Kind.FIN, 0, 0);
        }
        closed();
    }

    private void closed() {
        phase = Phase.CLOSED;
        network.streamPorts.release(this);
        processor.transport.forget(this);
        notifyClosers();
    }
}
