package org.wskscope.engine.testkit.network;

import java.util.function.LongSupplier;
import org.wskscope.engine.chance.FirstChoice;
import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.memory.MemoryNetwork;
import org.wskscope.engine.transport.memory.MemoryTransport;
import org.wskscope.engine.transport.memory.Wire;

/** The network in memory: two processors for the kernel, one for its peers, an ideal wire and the ordinary course of everything. Time stands still until it is told to pass. */
final class MemoryBench implements BenchNetwork {
    private final MemoryNetwork network = new MemoryNetwork(new FirstChoice(), Wire.IDEAL);
    private final Transport kernelSide = new MemoryTransport(network, 2);
    private final Transport peerSide = new MemoryTransport(network, 1);

    @Override
    public Transport kernelSide() {
        return kernelSide;
    }

    @Override
    public Transport peerSide() {
        return peerSide;
    }

    @Override
    public NanoClock clock() {
        return network.scheduler().clock();
    }

    @Override
    public void settle(LongSupplier progress) {
        network.scheduler().runFor(0);
    }

    @Override
    public void pass(long nanos, LongSupplier progress) {
        network.scheduler().runFor(nanos);
    }

    @Override
    public void close() {
        kernelSide.close();
        peerSide.close();
    }
}
