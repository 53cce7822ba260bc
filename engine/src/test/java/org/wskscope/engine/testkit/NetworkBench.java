package org.wskscope.engine.testkit;

import java.net.InetSocketAddress;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.testkit.network.BenchNetwork;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.PeerDatagrams;
import org.wskscope.engine.testkit.network.PeerEnd;
import org.wskscope.engine.testkit.network.Peers;
import org.wskscope.engine.wsk.WskSocket;

/**
 * A kernel on one of the networks, with peers on the other side. Between two runs real sockets go on by themselves; what a test says happened, or did not happen,
 * it says after {@link #run}. To be closed after the test.
 */
public final class NetworkBench extends BenchCalls implements AutoCloseable {
    private final BenchNetwork network;
    private final Peers peers;

    public NetworkBench(Network network) {
        this(network, KernelOptions.defaults());
    }

    public NetworkBench(Network network, KernelOptions options) {
        this(network.open(), options);
    }

    private NetworkBench(BenchNetwork network, KernelOptions options) {
        super(network.kernelSide(), network.clock(), options);
        this.network = network;
        peers = new Peers(network);
        peers.listen();
        run();
    }

    /** What an assertion in a callback found wrong is thrown here. */
    @Override
    public void run() {
        network.settle(log::size);
        client.rethrow();
    }

    /** Lets time pass; in virtual time only. */
    public void pass(long nanos) {
        network.pass(nanos, log::size);
        client.rethrow();
    }

    @Override
    public InetSocketAddress peerAddress() {
        return peers.address();
    }

    /** The peer of the connection made last by the kernel's client. */
    public PeerEnd peer() {
        return peers.newest();
    }

    /** A peer begins to connect to a listening socket; it is connected after the next run. */
    public PeerEnd peerConnects(WskSocket listener) {
        return peers.connect(localAddress(listener));
    }

    /** A peer that speaks datagrams. */
    public PeerDatagrams peerDatagrams() {
        PeerDatagrams peer = peers.datagrams();
        run();
        return peer;
    }

    @Override
    public void close() {
        network.close();
        client.rethrow();
    }
}
