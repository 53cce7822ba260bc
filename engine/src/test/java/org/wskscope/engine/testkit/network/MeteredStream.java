package org.wskscope.engine.testkit.network;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.StreamListener;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.transport.TransportProcessor;

/** A stream that counts what it is given and what it delivers. The counts are guarded by the ledger. */
final class MeteredStream implements StreamChannel, StreamListener {
    private final WireLedger ledger;
    private volatile @Nullable StreamChannel inner;
    private volatile @Nullable StreamListener told;

    private long written;
    private long delivered;
    private int operations;
    private int writes;
    private int connectedPort = -1;
    private boolean reading;
    private boolean finished;
    private boolean ended;
    private boolean aborted;
    private boolean finDelivered;
    private boolean resetDelivered;

    MeteredStream(WireLedger ledger, @Nullable StreamListener told) {
        this.ledger = ledger;
        this.told = told;
    }

    MeteredStream around(StreamChannel channel) {
        inner = channel;
        ledger.add(this);
        return this;
    }

    /** Counts an operation that must be told before the network has settled. */
    TransportCompletion operation(TransportCompletion completion) {
        ledger.note(() -> operations++);
        return status -> {
            completion.completed(status);
            ledger.note(() -> operations--);
        };
    }

    // ---- guarded by the ledger

    boolean isPartnerOf(MeteredStream other) {
        int port = remoteAddress().getPort();
        return port != 0
                && port == other.localAddress().getPort()
                && localAddress().getPort() == other.remoteAddress().getPort();
    }

    boolean hasConnectedTo(int port) {
        return connectedPort == port;
    }

    boolean waitsForInput() {
        return connectedPort >= 0 && isTaking() && !finDelivered;
    }

    boolean isAborted() {
        return aborted;
    }

    void underWay(@Nullable MeteredStream partner, List<String> lines) {
        boolean mayWait = partner == null ? connectedPort >= 0 : partner.hasStoppedReading();
        if (operations > 0 && !mayWait) {
            lines.add(this + ": " + operations + " operations not told");
        }
        if (partner == null || !partner.isTaking() || resetDelivered) {
            return;
        }
        boolean lost = aborted || ended;
        if (!lost && (writes > 0 || partner.delivered != written)) {
            lines.add(this + ": " + written + " bytes written, " + partner.delivered + " delivered, " + writes
                    + " writes open");
        }
        if (finished && !lost && !partner.finDelivered) {
            lines.add(this + ": FIN not delivered");
        }
        if (lost && !partner.finDelivered) {
            lines.add(this + ": end not delivered");
        }
    }

    /** Takes what arrives: once it was told of a reset, closed or stopped, it does not. */
    private boolean isTaking() {
        return reading && !isGone();
    }

    private boolean hasStoppedReading() {
        return !reading && !isGone();
    }

    private boolean isGone() {
        return ended || aborted || resetDelivered;
    }

    // ---- the channel

    @Override
    public TransportProcessor processor() {
        return channel().processor();
    }

    @Override
    public InetSocketAddress localAddress() {
        return channel().localAddress();
    }

    @Override
    public InetSocketAddress remoteAddress() {
        return channel().remoteAddress();
    }

    @Override
    public void attach(StreamListener listener) {
        told = listener;
        channel().attach(this);
    }

    @Override
    public void setReading(boolean on) {
        ledger.note(() -> reading = on);
        channel().setReading(on);
    }

    @Override
    public void connect(InetSocketAddress remote, TransportCompletion connected) {
        channel().connect(remote, operation(status -> {
            if (status.isSuccess()) {
                ledger.note(() -> connectedPort = remote.getPort());
            }
            connected.completed(status);
        }));
    }

    @Override
    public void write(ByteBuffer bytes, TransportCompletion completion) {
        int count = bytes.remaining();
        ledger.note(() -> {
            written += count;
            writes++;
        });
        channel().write(bytes, status -> {
            completion.completed(status);
            ledger.note(() -> {
                writes--;
                written -= status.isSuccess() ? 0 : count;
            });
        });
    }

    @Override
    public void finish(TransportCompletion completion) {
        channel().finish(operation(status -> {
            ledger.note(() -> finished |= status.isSuccess());
            completion.completed(status);
        }));
    }

    @Override
    public void reset(TransportCompletion closed) {
        ledger.note(() -> aborted = true);
        channel().reset(operation(closed));
    }

    @Override
    public void close(TransportCompletion closed) {
        ledger.note(() -> ended = true);
        channel().close(operation(closed));
    }

    @Override
    public void setKeepAlive(boolean on) {
        channel().setKeepAlive(on);
    }

    @Override
    public void setNoDelay(boolean on) {
        channel().setNoDelay(on);
    }

    // ---- the listener

    @Override
    public void bytesArrived(StreamChannel channel, ByteBuffer bytes) {
        int count = bytes.remaining();
        listener().bytesArrived(this, bytes);
        ledger.note(() -> delivered += count);
    }

    @Override
    public void readComplete(StreamChannel channel, boolean drained) {
        listener().readComplete(this, drained);
        ledger.note(() -> {});
    }

    @Override
    public void inputFinished(StreamChannel channel) {
        listener().inputFinished(this);
        ledger.note(() -> finDelivered = true);
    }

    @Override
    public void connectionReset(StreamChannel channel) {
        listener().connectionReset(this);
        ledger.note(() -> resetDelivered = true);
    }

    @Override
    public void idealSendBacklogChanged(StreamChannel channel, long bytes) {
        listener().idealSendBacklogChanged(this, bytes);
    }

    private StreamChannel channel() {
        StreamChannel channel = inner;
        if (channel == null) {
            throw new IllegalStateException("the stream is not open yet");
        }
        return channel;
    }

    private StreamListener listener() {
        StreamListener listener = told;
        if (listener == null) {
            throw new IllegalStateException("nobody listens to " + this);
        }
        return listener;
    }

    @Override
    public String toString() {
        return localAddress().getPort() + " -> " + remoteAddress().getPort();
    }
}
