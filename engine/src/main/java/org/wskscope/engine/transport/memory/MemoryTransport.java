package org.wskscope.engine.transport.memory;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.engine.transport.AcceptListener;
import org.wskscope.engine.transport.DatagramChannel;
import org.wskscope.engine.transport.DatagramListener;
import org.wskscope.engine.transport.DatagramRequest;
import org.wskscope.engine.transport.ListenRequest;
import org.wskscope.engine.transport.NameAnswer;
import org.wskscope.engine.transport.NameQuery;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.StreamListener;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.TransportChannel;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.transport.TransportProcessor;
import org.wskscope.engine.transport.WaitEnd;

/**
 * A transport over a {@link MemoryNetwork}: processors without threads, which come to life when somebody runs the network's {@link Scheduler}. Accepted connections
 * go round the processors in turn. The methods may be called by the simulation's thread only, save those of {@link TransportProcessor}.
 *
 * <p>It models what real sockets hide: inspection before the handshake (FID-1), sends that are done when acknowledged (FID-2), the ideal send backlog (FID-4), and
 * broadcast marking (FID-8).
 */
public final class MemoryTransport implements Transport {
    public static final int MAX_PROCESSORS = 16;

    private static final Logger LOG = LoggerFactory.getLogger(MemoryTransport.class);
    /** Items that may run at the end, all due at once; who needs more is caught in a circle. */
    private static final int LAST_ITEMS = 1_000_000;

    private final MemoryNetwork network;
    private final List<VirtualProcessor> processors;
    private final List<MemoryChannel> channels = new ArrayList<>();
    private int acceptTurn;
    private volatile boolean closed;

    /**
     * @param processors how many, 1 to 16
     */
    public MemoryTransport(MemoryNetwork network, int processors) {
        if (processors < 1 || processors > MAX_PROCESSORS) {
            throw new IllegalArgumentException(
                    "Number of processors must be 1 to " + MAX_PROCESSORS + ", not " + processors);
        }
        this.network = network;
        List<VirtualProcessor> created = new ArrayList<>();
        for (int number = 0; number < processors; number++) {
            VirtualProcessor processor = new VirtualProcessor(this, network.scheduler, number);
            network.scheduler.add(processor);
            created.add(processor);
        }
        this.processors = List.copyOf(created);
    }

    public MemoryNetwork network() {
        return network;
    }

    @Override
    public int processorCount() {
        return processors.size();
    }

    @Override
    public TransportProcessor processor(int number) {
        return processors.get(number);
    }

    @Override
    public int currentProcessor() {
        Scheduler scheduler = network.scheduler;
        return scheduler.isOwner()
                        && scheduler.current() instanceof VirtualProcessor current
                        && current.transport == this
                ? current.number()
                : -1;
    }

    @Override
    public void checkCaller() {
        network.scheduler.checkOwner();
    }

    @Override
    public StreamChannel openStream(
            TransportProcessor processor, InetSocketAddress local, StreamListener listener, TransportCompletion bound) {
        network.scheduler.checkOwner();
        MemoryStream stream = new MemoryStream(network, own(processor), listener);
        remember(stream);
        stream.open(local, bound);
        return stream;
    }

    @Override
    public TransportChannel openListener(
            TransportProcessor processor, ListenRequest request, AcceptListener listener, TransportCompletion bound) {
        network.scheduler.checkOwner();
        MemoryListener channel = new MemoryListener(network, own(processor), request, listener);
        remember(channel);
        channel.open(bound);
        return channel;
    }

    @Override
    public DatagramChannel openDatagram(
            TransportProcessor processor,
            DatagramRequest request,
            DatagramListener listener,
            TransportCompletion bound) {
        network.scheduler.checkOwner();
        MemoryDatagrams channel = new MemoryDatagrams(network, own(processor), request, listener);
        remember(channel);
        channel.open(bound);
        return channel;
    }

    @Override
    public void lookUpName(TransportProcessor processor, NameQuery query, NameAnswer.Listener toNotify) {
        processor.execute(() -> toNotify.answered(MemoryNames.find(query)));
    }

    @Override
    public void lookUpAddress(TransportProcessor processor, InetAddress address, NameAnswer.Listener toNotify) {
        processor.execute(() -> toNotify.answered(MemoryNames.find(address)));
    }

    @Override
    public boolean keepsFamiliesApart() {
        return true;
    }

    @Override
    public List<InetAddress> localAddresses() {
        return Addresses.LOCAL;
    }

    /**
     * On the simulation's thread everything but the waiting processors goes on meanwhile; other threads block, and their timeout is real time.
     */
    @Override
    public WaitEnd waitUntil(CountDownLatch over, long timeoutNanos) {
        Scheduler scheduler = network.scheduler;
        if (!scheduler.isOwner()) {
            return Transport.super.waitUntil(over, timeoutNanos);
        }
        long now = scheduler.nanoTime();
        long deadline = timeoutNanos > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + timeoutNanos;
        for (long done = 0; over.getCount() > 0; done++) {
            if (done < Scheduler.IDLE_LIMIT_ITEMS && scheduler.step(deadline)) {
                continue;
            }
            if (deadline == Long.MAX_VALUE || done >= Scheduler.IDLE_LIMIT_ITEMS) {
                return WaitEnd.STUCK;
            }
            scheduler.runUntil(deadline);
            return over.getCount() > 0 ? WaitEnd.TIMED_OUT : WaitEnd.OVER;
        }
        return WaitEnd.OVER;
    }

    /** Runs what is due now, closes every channel, tells the outcomes; time does not move. On the simulation's thread, outside its items. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        Scheduler scheduler = network.scheduler;
        scheduler.checkOwner();
        if (scheduler.current() != null) {
            throw new IllegalStateException("A transport cannot be closed by an item of its simulation");
        }
        runWhatIsDue();
        while (!channels.isEmpty()) {
            channels.get(channels.size() - 1).end();
        }
        runWhatIsDue();
        closed = true;
        processors.forEach(scheduler::remove);
    }

    boolean isClosed() {
        return closed;
    }

    void remember(MemoryChannel channel) {
        channel.place = channels.size();
        channels.add(channel);
    }

    void forget(MemoryChannel channel) {
        int place = channel.place;
        if (place < 0) {
            return;
        }
        MemoryChannel last = channels.remove(channels.size() - 1);
        if (last != channel) {
            channels.set(place, last);
            last.place = place;
        }
        channel.place = -1;
    }

    VirtualProcessor nextAcceptProcessor() {
        VirtualProcessor next = processors.get(acceptTurn);
        acceptTurn = (acceptTurn + 1) % processors.size();
        return next;
    }

    private void runWhatIsDue() {
        long now = network.scheduler.nanoTime();
        for (int done = 0; done < LAST_ITEMS; done++) {
            if (!network.scheduler.step(now)) {
                return;
            }
        }
        LOG.warn("The simulation does not come to rest; its transport is ended all the same");
    }

    private VirtualProcessor own(TransportProcessor processor) {
        if (processor instanceof VirtualProcessor mine && mine.transport == this) {
            return mine;
        }
        throw new IllegalArgumentException("Processor " + processor.number() + " belongs to another transport");
    }
}
