package org.wskscope.engine.transport.netty;

import io.netty.channel.socket.SocketProtocolFamily;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.time.SystemClock;
import org.wskscope.engine.transport.AcceptListener;
import org.wskscope.engine.transport.DatagramChannel;
import org.wskscope.engine.transport.DatagramListener;
import org.wskscope.engine.transport.DatagramRequest;
import org.wskscope.engine.transport.ListenRequest;
import org.wskscope.engine.transport.Loopback;
import org.wskscope.engine.transport.NameAnswer;
import org.wskscope.engine.transport.NameQuery;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.StreamListener;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.TransportChannel;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.transport.TransportProcessor;

/**
 * The transport over the operating system's sockets. Every processor is one event loop on a thread {@code <prefix>-<number>}; a channel never leaves the
 * processor it was opened on, accepted connections go round the processors in turn. Which addresses may be bound is the caller's policy.
 *
 * <p>Limits of a user-space host (FID-2, FID-6, FID-7): a write is complete when the operating system has the bytes; a FIN or RST of the peer is seen by
 * reading, so a stream whose reading is off learns of a reset when a write fails or when reading is turned on again.
 */
public final class NettyTransport implements Transport {
    public static final int DEFAULT_PROCESSORS = 2;
    public static final int MAX_PROCESSORS = 16;

    static final long CLOSE_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(5);
    static final InetSocketAddress UNSPECIFIED = new InetSocketAddress(0);

    private static final Logger LOG = LoggerFactory.getLogger(NettyTransport.class);

    private final List<ProcessorLoop> loops;
    private final NameLookups names;
    private final AtomicInteger acceptTurn = new AtomicInteger();

    public NettyTransport() {
        this(DEFAULT_PROCESSORS);
    }

    /** Threads are named {@code wsk-processor-0} and so on. */
    public NettyTransport(int processors) {
        this(processors, "wsk-processor");
    }

    /**
     * @param processors how many, 1 to 16
     * @param threadNamePrefix what the threads are called, without the number
     */
    public NettyTransport(int processors, String threadNamePrefix) {
        if (processors < 1 || processors > MAX_PROCESSORS) {
            throw new IllegalArgumentException(
                    "Number of processors must be 1 to " + MAX_PROCESSORS + ", not " + processors);
        }
        List<ProcessorLoop> created = new ArrayList<>();
        for (int number = 0; number < processors; number++) {
            created.add(new ProcessorLoop(number, threadNamePrefix + "-" + number));
        }
        this.loops = List.copyOf(created);
        this.names = new NameLookups(threadNamePrefix + "-names");
    }

    @Override
    public int processorCount() {
        return loops.size();
    }

    @Override
    public TransportProcessor processor(int number) {
        return loops.get(number);
    }

    @Override
    public int currentProcessor() {
        if (Thread.currentThread() instanceof ProcessorThread thread) {
            int number = thread.processor().number();
            return number < loops.size() && loops.get(number) == thread.processor() ? number : -1;
        }
        return -1;
    }

    @Override
    public StreamChannel openStream(
            TransportProcessor processor, InetSocketAddress local, StreamListener listener, TransportCompletion bound) {
        NettyStreamChannel stream = new NettyStreamChannel(own(processor), local, listener);
        stream.open(bound);
        return stream;
    }

    @Override
    public TransportChannel openListener(
            TransportProcessor processor, ListenRequest request, AcceptListener listener, TransportCompletion bound) {
        NettyListenerChannel channel =
                new NettyListenerChannel(own(processor), narrowed(request), listener, this::nextAcceptProcessor);
        channel.open(bound);
        return channel;
    }

    @Override
    public DatagramChannel openDatagram(
            TransportProcessor processor,
            DatagramRequest request,
            DatagramListener listener,
            TransportCompletion bound) {
        NettyDatagramChannel channel = new NettyDatagramChannel(own(processor), narrowed(request), listener);
        channel.open(bound);
        return channel;
    }

    @Override
    public void lookUpName(TransportProcessor processor, NameQuery query, NameAnswer.Listener toNotify) {
        names.name(own(processor), query, toNotify);
    }

    @Override
    public void lookUpAddress(TransportProcessor processor, InetAddress address, NameAnswer.Listener toNotify) {
        names.address(own(processor), address, toNotify);
    }

    @Override
    public List<InetAddress> localAddresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .toList();
        } catch (SocketException unknown) {
            LOG.warn("The machine's addresses are not known", unknown);
            return List.of();
        }
    }

    @Override
    public void close() {
        if (currentProcessor() >= 0) {
            throw new IllegalStateException("A transport cannot be closed on its own processor " + currentProcessor());
        }
        NanoClock sinceClose = new SystemClock();
        names.close();
        loops.forEach(ProcessorLoop::announceEnd);
        loops.forEach(ProcessorLoop::beginEnd);
        try {
            for (ProcessorLoop loop : loops) {
                if (!loop.awaitEnd(CLOSE_LIMIT_NANOS - sinceClose.nanoTime())) {
                    LOG.warn("Processor {} did not end within 5 seconds; a callback may be running", loop.number());
                    loop.abandon();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static ListenRequest narrowed(ListenRequest asked) {
        InetSocketAddress local = asked.everyInterface() ? asked.local() : narrowed(asked.local());
        return new ListenRequest(
                local, asked.backlog(), asked.reuseAddress(), asked.everyInterface(), asked.inspecting());
    }

    private static DatagramRequest narrowed(DatagramRequest asked) {
        InetSocketAddress local = asked.everyInterface() ? asked.local() : narrowed(asked.local());
        return new DatagramRequest(local, asked.reuseAddress(), asked.everyInterface(), asked.broadcast());
    }

    /** Java opens every IPv6 socket for both families, so the IPv6 wildcard would take IPv4 traffic and the port of 0.0.0.0: it means the loopback address (FID-13). */
    private static InetSocketAddress narrowed(InetSocketAddress local) {
        boolean wildcard6 = local.getAddress() instanceof Inet6Address address && address.isAnyLocalAddress();
        return wildcard6 ? new InetSocketAddress(Loopback.V6, local.getPort()) : local;
    }

    static SocketProtocolFamily family(InetSocketAddress local) {
        return local.getAddress() instanceof Inet6Address ? SocketProtocolFamily.INET6 : SocketProtocolFamily.INET;
    }

    private ProcessorLoop nextAcceptProcessor() {
        return loops.get(Math.floorMod(acceptTurn.getAndIncrement(), loops.size()));
    }

    private ProcessorLoop own(TransportProcessor processor) {
        if (processor instanceof ProcessorLoop loop && loops.contains(loop)) {
            return loop;
        }
        throw new IllegalArgumentException("Processor " + processor.number() + " belongs to another transport");
    }
}
