package org.wskscope.engine.testkit;

import java.util.ArrayList;
import java.util.List;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.testkit.network.Network;

/** Opens benches on one kind of network for tests that choose the kernel's options, and closes them after the test. Used on the test's thread. */
public final class Benches implements AutoCloseable {
    private final Network network;
    private final List<NetworkBench> open = new ArrayList<>();

    public Benches(Network network) {
        this.network = network;
    }

    public NetworkBench open() {
        return open(KernelOptions.defaults());
    }

    public NetworkBench open(KernelOptions options) {
        NetworkBench bench = new NetworkBench(network, options);
        open.add(bench);
        return bench;
    }

    @Override
    public void close() {
        open.forEach(NetworkBench::close);
        open.clear();
    }
}
