package org.wskscope.engine.testkit.network;

import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.transport.Transport;

/** One network with the kernel under test on one side and its peers on the other. Used by one test; the methods are called on the test's thread. */
public interface BenchNetwork extends AutoCloseable {
    /** The side of the kernel under test. */
    Transport kernelSide();

    /** The side the peers live on. */
    Transport peerSide();

    /** The clock the kernel's records are stamped with. */
    NanoClock clock();

    /**
     * Lets everything that is due happen, and what follows from it: afterwards nothing moves until somebody does something. What happened is visible to the
     * caller.
     *
     * @param progress grows whenever the kernel did something; its log's size
     */
    void settle(java.util.function.LongSupplier progress);

    /**
     * Lets time pass.
     *
     * @throws UnsupportedOperationException on a network in real time
     */
    void pass(long nanos, java.util.function.LongSupplier progress);

    @Override
    void close();
}
