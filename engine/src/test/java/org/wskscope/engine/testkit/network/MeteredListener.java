package org.wskscope.engine.testkit.network;

import java.net.InetSocketAddress;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.wskscope.engine.transport.AcceptListener;
import org.wskscope.engine.transport.ConnectionRequest;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.TransportChannel;

/** A listening channel that counts who came. The counts are guarded by the ledger. */
final class MeteredListener extends MeteredChannel<TransportChannel> implements AcceptListener {
    private final AcceptListener notified;
    private final Map<ConnectionRequest, MeteredRequest> requests = new IdentityHashMap<>();
    private long arrivals;

    MeteredListener(WireLedger ledger, AcceptListener notified) {
        super(ledger);
        this.notified = notified;
    }

    MeteredListener around(TransportChannel channel) {
        wrap(channel);
        ledger.add(this);
        return this;
    }

    // ---- guarded by the ledger

    int port() {
        return closed ? -2 : localAddress().getPort();
    }

    void underWay(long connects, WireLedger peers, List<String> lines) {
        if (operations > 0) {
            lines.add("listener " + port() + ": " + operations + " operations not told");
        }
        if (reading && !closed && arrivals < connects) {
            lines.add("listener " + port() + ": " + connects + " connected, " + arrivals + " arrived");
        }
        for (MeteredRequest request : requests.values()) {
            int peer = request.remoteAddress().getPort();
            if (!closed && request.open && peers.hasGone(peer)) {
                lines.add("listener " + port() + ": the drop of a request is not told");
            }
            if ((request.rejected || closed && request.open) && peers.waits(peer)) {
                lines.add("listener " + port() + ": a peer that was turned away does not know");
            }
        }
    }

    // ---- the channel

    // ---- the listener

    @Override
    public void connectionArrived(StreamChannel accepted) {
        notified.connectionArrived(new MeteredStream(ledger, null).around(accepted));
        ledger.note(() -> arrivals++);
    }

    @Override
    public void listenerFailed() {
        notified.listenerFailed();
    }

    @Override
    public void connectionRequested(ConnectionRequest request) {
        MeteredRequest metered = new MeteredRequest(request);
        ledger.note(() -> requests.put(request, metered));
        notified.connectionRequested(metered);
        ledger.note(() -> arrivals++);
    }

    @Override
    public void connectionEstablished(ConnectionRequest request, StreamChannel accepted) {
        notified.connectionEstablished(known(request), new MeteredStream(ledger, null).around(accepted));
    }

    @Override
    public void requestDropped(ConnectionRequest request) {
        MeteredRequest dropped = known(request);
        ledger.note(() -> dropped.open = false);
        notified.requestDropped(dropped);
    }

    private MeteredRequest known(ConnectionRequest request) {
        MeteredRequest[] found = new MeteredRequest[1];
        ledger.note(() -> found[0] = requests.get(request));
        return found[0];
    }

    /** A request; told apart by identity. */
    private final class MeteredRequest implements ConnectionRequest {
        private final ConnectionRequest inner;
        private boolean open = true;
        private boolean rejected;

        MeteredRequest(ConnectionRequest inner) {
            this.inner = inner;
        }

        @Override
        public InetSocketAddress localAddress() {
            return inner.localAddress();
        }

        @Override
        public InetSocketAddress remoteAddress() {
            return inner.remoteAddress();
        }

        @Override
        public void accept() {
            ledger.note(() -> open = false);
            inner.accept();
        }

        @Override
        public void reject() {
            ledger.note(() -> {
                rejected = open;
                open = false;
            });
            inner.reject();
        }
    }
}
