package org.wskscope.engine.transport.memory;

import java.util.concurrent.BlockingQueue;
import org.wskscope.engine.chance.FirstChoice;
import org.wskscope.engine.transport.StreamContract;
import org.wskscope.engine.transport.Transport;

class MemoryStreamTest extends StreamContract {
    private final MemoryNetwork network = new MemoryNetwork(new FirstChoice(), Wire.IDEAL);

    @Override
    protected Transport newTransport() {
        return new MemoryTransport(network, PROCESSORS);
    }

    @Override
    protected <T> T nextOrNull(BlockingQueue<T> queue, long patienceNanos) {
        return VirtualWaits.next(network.scheduler(), queue, patienceNanos);
    }
}
