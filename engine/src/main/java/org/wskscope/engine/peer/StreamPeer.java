package org.wskscope.engine.peer;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.StreamListener;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.transport.TransportProcessor;

/** What all peers with one connection have in common: they connect, count, and leave. Everything but the interface's methods runs on the processor. */
abstract class StreamPeer implements Peer, StreamListener {
    /** How long a peer that is stopped lets its last bytes go out before it resets. */
    private static final long STOP_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    final TransportProcessor processor;
    final PeerCounters ledger = new PeerCounters();
    private final Transport transport;
    private final InetSocketAddress remote;
    private volatile @Nullable StreamChannel channel;

    StreamPeer(Transport transport, TransportProcessor processor, InetSocketAddress remote) {
        this.transport = transport;
        this.processor = processor;
        this.remote = remote;
    }

    @Override
    public final void observe(PeerObserver observer) {
        ledger.observe(observer);
    }

    @Override
    public final void start() {
        if (!ledger.move(PeerState.IDLE, PeerState.STARTING)) {
            throw new IllegalStateException("A peer can be started once; this one is " + status().state());
        }
        processor.execute(this::open);
    }

    @Override
    public final void stop(TransportCompletion stopped) {
        ledger.end(PeerState.STOPPED);
        processor.execute(() -> leave(stopped));
    }

    @Override
    public final PeerStatus status() {
        return ledger.status();
    }

    @Override
    public final void bytesArrived(StreamChannel from, ByteBuffer bytes) {
        if (ledger.is(PeerState.RUNNING)) {
            ledger.received(bytes.remaining());
            received(from, bytes);
        }
    }

    @Override
    public void readComplete(StreamChannel from, boolean drained) {}

    @Override
    public final void inputFinished(StreamChannel from) {
        finish(PeerNote.SAW_FIN);
    }

    @Override
    public final void connectionReset(StreamChannel from) {
        fail(NtStatus.STATUS_CONNECTION_RESET);
    }

    /** Whether it takes what is sent to it. */
    boolean reads() {
        return true;
    }

    /** The connection stands; the work begins. */
    abstract void connected(StreamChannel to);

    /** The channel, which is there before the peer is said to run; null before it was opened. Any thread. */
    final @Nullable StreamChannel channel() {
        return channel;
    }

    /** Bytes came, already counted. */
    abstract void received(StreamChannel from, ByteBuffer bytes);

    /** The work is done. */
    final void finish() {
        finish(PeerNote.FINISHED);
    }

    /** As the other, because of {@code why}. */
    final void finish(PeerNote why) {
        if (ledger.end(PeerState.FINISHED, why)) {
            leave(TransportCompletion.NONE);
        }
    }

    final void fail(NtStatus status) {
        if (ledger.fail(status)) {
            leave(TransportCompletion.NONE);
        }
    }

    private void open() {
        if (ledger.isOver()) {
            return;
        }
        StreamChannel opened = transport.openStream(
                processor, LocalAddress.towards(remote), this, status -> continueWith(status, this::connect));
        channel = opened;
    }

    private void connect(StreamChannel bound) {
        ledger.boundTo(bound.localAddress());
        bound.connect(
                remote,
                status -> continueWith(status, connectedChannel -> {
                    ledger.boundTo(connectedChannel.localAddress());
                    if (ledger.move(PeerState.STARTING, PeerState.RUNNING)) {
                        connectedChannel.setReading(reads());
                        connected(connectedChannel);
                    }
                }));
    }

    private void continueWith(NtStatus status, Consumer<StreamChannel> next) {
        StreamChannel current = channel;
        if (!status.isSuccess()) {
            fail(status);
        } else if (current != null && !ledger.isOver()) {
            next.accept(current);
        }
    }

    private void leave(TransportCompletion closed) {
        StreamChannel current = channel;
        if (current == null) {
            closed.completed(NtStatus.STATUS_SUCCESS);
            return;
        }
        current.close(closed);
        processor.schedule(() -> current.reset(TransportCompletion.NONE), STOP_PATIENCE_NANOS);
    }
}
