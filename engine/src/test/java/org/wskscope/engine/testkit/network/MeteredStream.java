package org.wskscope.engine.testkit.network;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.StreamListener;
import org.wskscope.engine.transport.TransportCompletion;

/** A stream that counts what it is given and what it delivers. The counts are guarded by the ledger. */
final class MeteredStream extends MeteredChannel<StreamChannel> implements StreamChannel, StreamListener {
    private volatile @Nullable StreamListener notified;

    private long written;
    private long delivered;
    private int writes;
    private int connectedPort = -1;
    private boolean finished;
    private boolean aborted;
    private boolean finDelivered;
    private boolean resetDelivered;

    MeteredStream(WireLedger ledger, @Nullable StreamListener notified) {
        super(ledger);
        this.notified = notified;
    }

    MeteredStream around(StreamChannel channel) {
        wrap(channel);
        ledger.add(this);
        return this;
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
        boolean lost = aborted || closed;
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
        return closed || aborted || resetDelivered;
    }

    // ---- the channel

    @Override
    public InetSocketAddress remoteAddress() {
        return channel().remoteAddress();
    }

    @Override
    public void attach(StreamListener listener) {
        notified = listener;
        channel().attach(this);
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
    public void reset(TransportCompletion completion) {
        ledger.note(() -> aborted = true);
        channel().reset(operation(completion));
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

    private StreamListener listener() {
        StreamListener listener = notified;
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
