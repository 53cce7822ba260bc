package org.wskscope.engine.testkit.network;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.transport.AcceptListener;
import org.wskscope.engine.transport.DatagramChannel;
import org.wskscope.engine.transport.DatagramRequest;
import org.wskscope.engine.transport.ListenRequest;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.TransportChannel;
import org.wskscope.engine.transport.TransportProcessor;

/** Makes the remote ends a test needs, on the peers' side of a network. Called on the test's thread; what is opened exists after the next settling. */
public final class Peers implements AcceptListener {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final int BACKLOG = 128;

    private final Transport transport;
    private final TransportProcessor processor;
    private final CopyOnWriteArrayList<PeerEnd> accepted = new CopyOnWriteArrayList<>();
    private volatile @Nullable TransportChannel listening;

    public Peers(BenchNetwork network) {
        transport = network.peerSide();
        processor = transport.processor(0);
    }

    /** A server comes up that accepts everybody. */
    public void listen() {
        processor.execute(() -> {
            ListenRequest request = new ListenRequest(ANY_PORT, BACKLOG, false, false);
            TransportChannel[] opened = new TransportChannel[1];
            opened[0] = transport.openListener(processor, request, this, status -> {
                if (status.isSuccess()) {
                    opened[0].setReading(true);
                    listening = opened[0];
                }
            });
        });
    }

    /** Where the server is. */
    public InetSocketAddress address() {
        TransportChannel server = listening;
        if (server == null) {
            throw new IllegalStateException("no peer listens");
        }
        return server.localAddress();
    }

    /** The peer whose connection was accepted last by the server. */
    public PeerEnd newest() {
        if (accepted.isEmpty()) {
            throw new IllegalStateException("nobody connected to the peers");
        }
        return accepted.get(accepted.size() - 1);
    }

    /** A client connects. */
    public PeerEnd connect(InetSocketAddress to) {
        PeerEnd end = new PeerEnd();
        InetSocketAddress from = new InetSocketAddress(to.getAddress(), 0);
        processor.execute(() -> {
            StreamChannel[] opened = new StreamChannel[1];
            opened[0] = transport.openStream(processor, from, end, bound -> {
                if (bound.isSuccess()) {
                    end.opened(opened[0]);
                    opened[0].connect(to, status -> {
                        if (status.isSuccess()) {
                            end.connected(opened[0]);
                        } else {
                            end.refused(status);
                        }
                    });
                } else {
                    end.refused(bound);
                }
            });
        });
        return end;
    }

    /** A peer that speaks datagrams. */
    public PeerDatagrams datagrams() {
        PeerDatagrams peer = new PeerDatagrams();
        processor.execute(() -> {
            DatagramChannel[] opened = new DatagramChannel[1];
            opened[0] = transport.openDatagram(processor, new DatagramRequest(ANY_PORT, false, false), peer, bound -> {
                if (bound.isSuccess()) {
                    opened[0].setReading(true);
                    peer.opened(opened[0]);
                }
            });
        });
        return peer;
    }

    @Override
    public void connectionArrived(StreamChannel channel) {
        PeerEnd end = new PeerEnd();
        channel.attach(end);
        end.connected(channel);
        accepted.add(end);
    }

    @Override
    public void listenerFailed() {
        throw new IllegalStateException("the peers' server failed");
    }
}
