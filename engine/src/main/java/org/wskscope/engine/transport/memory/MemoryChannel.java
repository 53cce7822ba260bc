package org.wskscope.engine.transport.memory;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.wskscope.engine.chance.ChoicePoint;
import org.wskscope.engine.chance.ChoiceStream;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.TransportChannel;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.transport.TransportProcessor;

/** What all ends in memory share: where they live, where they are bound, and who waits for their end. The simulation's thread only. */
abstract class MemoryChannel implements TransportChannel {
    final MemoryNetwork network;
    VirtualProcessor processor;
    /** Its number in the network, by which its choices are named. */
    final int endpoint;
    /** How long its packets take. */
    final ChoiceStream latencies;
    /** The bound address. {@link PortTable} finds a channel by it, so it changes only while the channel is not in the table, or in its host part. */
    InetSocketAddress local = Addresses.UNSPECIFIED;
    /** Its place among its transport's channels; −1: it is not there. */
    int place = -1;

    private final List<TransportCompletion> closers = new ArrayList<>(1);

    MemoryChannel(MemoryNetwork network, VirtualProcessor processor) {
        this.network = network;
        this.endpoint = network.nextEndpoint();
        this.latencies = network.stream(ChoicePoint.LATENCY, endpoint);
        this.processor = processor;
    }

    @Override
    public final TransportProcessor processor() {
        return processor;
    }

    @Override
    public final InetSocketAddress localAddress() {
        return local;
    }

    /** Whether another that allows it too may be bound to the same address. */
    abstract boolean sharesAddress();

    /** One whom it told broke its promise not to throw: the connection is lost, a socket without one goes on. */
    abstract void abandon();

    /** Fails for good, as if the network had taken it away; its listener is told. */
    abstract void fail();

    /** Its transport is closed: what is queued is cancelled, no loss is told. */
    abstract void end();

    final void addCloser(TransportCompletion closed) {
        closers.add(closed);
    }

    final void notifyClosers() {
        for (TransportCompletion closed : closers) {
            processor.report(closed, NtStatus.STATUS_SUCCESS);
        }
        closers.clear();
    }
}
