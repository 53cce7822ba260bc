package org.wskscope.engine.testkit;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wskscope.engine.kernel.KernelLimits;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.network.BenchNetwork;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.PeerDatagrams;
import org.wskscope.engine.testkit.network.PeerEnd;
import org.wskscope.engine.testkit.network.Peers;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskSocket;

/**
 * A kernel on one of the networks, with peers on the other side. Between two runs real sockets go on by themselves; what a test says happened, or did not happen,
 * it says after {@link #run}. To be closed after the test.
 */
public final class NetworkBench extends BenchCalls implements AutoCloseable {
    /** Bytes; no network takes so many for a peer that does not read. */
    public static final int MORE_THAN_FITS = 24 << 20;

    /** The defaults, but for the time a callback may take: on a loaded machine a real one takes longer than its budget without doing anything wrong. */
    public static final KernelOptions UNHURRIED = KernelOptions.defaults()
            .withLimits(new KernelLimits(
                    KernelLimits.DEFAULTS.deadlockNanos(),
                    TimeUnit.MINUTES.toNanos(10),
                    KernelLimits.DEFAULTS.releaseAsapNanos(),
                    KernelLimits.DEFAULTS.deadSocketNanos()));

    private final Network kind;
    private final BenchNetwork network;
    private final List<NetworkBench> others = new ArrayList<>();
    private final Peers peers;

    public NetworkBench(Network network) {
        this(network, UNHURRIED);
    }

    public NetworkBench(Network network, KernelOptions options) {
        this(network, network.open(), options);
    }

    private NetworkBench(Network kind, BenchNetwork network, KernelOptions options) {
        super(network.kernelSide(), network.clock(), options);
        this.kind = kind;
        this.network = network;
        peers = new Peers(network);
        peers.listen();
        run();
    }

    /** One more bench on a network of its own of the same kind, with other options; closed together with this one. */
    public NetworkBench another(KernelOptions options) {
        NetworkBench other = new NetworkBench(kind, options);
        others.add(other);
        return other;
    }

    public Network network() {
        return kind;
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

    /** The peer of the newest connection stops reading and the client sends it {@link #MORE_THAN_FITS}; the send is pending afterwards. */
    public ClientIrp sendMoreThanFits(ConnectionSocket socket) {
        peer().stopsReading();
        run();
        ClientIrp irp = new ClientIrp();
        NtStatus answer = socket.dispatch().send(WskBuf.of(new byte[MORE_THAN_FITS]), SendFlags.NONE, irp.irp());
        if (!answer.equals(NtStatus.STATUS_PENDING)) {
            throw new AssertionError("a send that cannot go out pends, but the answer was " + answer);
        }
        run();
        return irp;
    }

    @Override
    public void close() {
        others.forEach(NetworkBench::close);
        network.close();
        client.rethrow();
    }
}
