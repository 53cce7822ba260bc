package org.wskscope.engine.transport.memory;

import java.util.concurrent.BlockingQueue;
import org.wskscope.engine.kernel.SeededChoices;
import org.wskscope.engine.transport.ListenerContract;
import org.wskscope.engine.transport.Transport;

/** The same promises on a wire that takes its time and with turns that nobody foresees. */
class SeededListenerTest extends ListenerContract {
    private final MemoryNetwork network = new MemoryNetwork(new SeededChoices(20_261_121), VirtualWaits.SLOW);

    @Override
    protected Transport newTransport() {
        return new MemoryTransport(network, PROCESSORS);
    }

    @Override
    protected <T> T nextOrNull(BlockingQueue<T> queue, long patienceNanos) {
        return VirtualWaits.next(network.scheduler(), queue, patienceNanos);
    }
}
