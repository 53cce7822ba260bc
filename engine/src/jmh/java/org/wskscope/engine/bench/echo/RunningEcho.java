package org.wskscope.engine.bench.echo;

import java.net.InetSocketAddress;
import java.util.function.LongSupplier;

/**
 * A server that runs until its process ends.
 *
 * @param records how many trace records it has written; throws when its log was too small, because then it no longer does what is measured
 */
record RunningEcho(InetSocketAddress address, LongSupplier records) {
    /** A server without a trace log. */
    RunningEcho(InetSocketAddress address) {
        this(address, () -> 0);
    }
}
