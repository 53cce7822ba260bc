package org.wskscope.engine.testkit.network;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.transport.TransportChannel;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.transport.TransportProcessor;

/** A channel around another one that counts what must be told before the network has settled. The counts are guarded by the ledger. */
abstract class MeteredChannel<C extends TransportChannel> implements TransportChannel {
    final WireLedger ledger;
    private volatile @Nullable C inner;

    // ---- guarded by the ledger
    int operations;
    boolean reading;
    boolean closed;

    MeteredChannel(WireLedger ledger) {
        this.ledger = ledger;
    }

    final void wrap(C channel) {
        inner = channel;
    }

    final C channel() {
        C channel = inner;
        if (channel == null) {
            throw new IllegalStateException("the channel is not open yet");
        }
        return channel;
    }

    /** Counts an operation that must be told before the network has settled. */
    final TransportCompletion operation(TransportCompletion completion) {
        ledger.note(() -> operations++);
        return status -> {
            completion.completed(status);
            ledger.note(() -> operations--);
        };
    }

    @Override
    public final TransportProcessor processor() {
        return channel().processor();
    }

    @Override
    public final InetSocketAddress localAddress() {
        return channel().localAddress();
    }

    @Override
    public final void setReading(boolean on) {
        ledger.note(() -> reading = on);
        channel().setReading(on);
    }

    @Override
    public final void close(TransportCompletion completion) {
        ledger.note(() -> closed = true);
        channel().close(operation(completion));
    }
}
