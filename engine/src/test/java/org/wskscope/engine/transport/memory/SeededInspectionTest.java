package org.wskscope.engine.transport.memory;

import java.util.concurrent.BlockingQueue;
import org.wskscope.engine.kernel.SeededChoices;
import org.wskscope.engine.transport.InspectionContract;
import org.wskscope.engine.transport.Transport;

class SeededInspectionTest extends InspectionContract {
    private final MemoryNetwork network = new MemoryNetwork(new SeededChoices(7), VirtualWaits.SLOW);

    @Override
    protected boolean holdsTheHandshake() {
        return true;
    }

    @Override
    protected Transport newTransport() {
        return new MemoryTransport(network, PROCESSORS);
    }

    @Override
    protected <T> T nextOrNull(BlockingQueue<T> queue, long patienceNanos) {
        return VirtualWaits.next(network.scheduler(), queue, patienceNanos);
    }
}
