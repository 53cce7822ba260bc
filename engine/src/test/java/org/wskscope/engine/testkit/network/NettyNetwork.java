package org.wskscope.engine.testkit.network;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.wskscope.engine.testkit.ManualClock;
import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.time.SystemClock;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.netty.NettyTransport;

/**
 * Real sockets of the loopback interface: two processors for the kernel, one for its peers. It has settled when everything that was given to it has been
 * delivered, or waits for a side that does not read, and nothing new came up while every processor was passed {@value #CALM_PASSES} times.
 */
final class NettyNetwork implements BenchNetwork {
    private static final int CALM_PASSES = 4;
    private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final WireLedger ledger = new WireLedger();
    private final Transport kernelSide = new MeteredTransport(new NettyTransport(2, "bench-kernel"), ledger);
    private final Transport peerSide = new MeteredTransport(new NettyTransport(1, "bench-peer"), ledger);
    private final ManualClock clock = new ManualClock();

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
        return clock;
    }

    @Override
    public void settle(LongSupplier progress) {
        NanoClock sinceStart = new SystemClock();
        int calm = 0;
        while (calm < CALM_PASSES) {
            long before = ledger.activity() + progress.getAsLong();
            if (!pass(kernelSide, sinceStart) || !pass(peerSide, sinceStart)) {
                throw new AssertionError("the network did not come to rest; under way: " + ledger.underWay());
            }
            List<String> underWay = ledger.underWay();
            boolean quiet = underWay.isEmpty() && before == ledger.activity() + progress.getAsLong();
            calm = quiet ? calm + 1 : 0;
        }
    }

    /** Waits until every processor did what it had to do when it was asked; false when the deadline has come. */
    private static boolean pass(Transport side, NanoClock sinceStart) {
        CountDownLatch passed = new CountDownLatch(side.processorCount());
        for (int number = 0; number < side.processorCount(); number++) {
            side.processor(number).execute(passed::countDown);
        }
        try {
            return passed.await(DEADLINE_NANOS - sinceStart.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for a processor", interrupted);
        }
    }

    @Override
    public void pass(long nanos, LongSupplier progress) {
        throw new UnsupportedOperationException("real time cannot be told to pass");
    }

    @Override
    public void close() {
        kernelSide.close();
        peerSide.close();
    }
}
