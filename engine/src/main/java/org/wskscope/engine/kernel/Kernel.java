package org.wskscope.engine.kernel;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.trace.TraceWriter;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.TransportProcessor;

/** What all sockets of one {@link KernelWsk} share: its surroundings, its numbers and its open sockets. Any thread. */
final class Kernel {
    final Transport transport;
    final TraceWriter trace;
    final NanoClock clock;
    final KernelOptions options;
    final AddressTable addresses = new AddressTable();
    final ConcurrentHashMap<Integer, SocketCore> sockets = new ConcurrentHashMap<>();
    private final AtomicInteger socketIds = new AtomicInteger();
    private final AtomicInteger irpNumbers = new AtomicInteger();
    private final AtomicInteger placements = new AtomicInteger();
    private final ThreadLocal<CallContext> contexts = ThreadLocal.withInitial(CallContext::new);

    Kernel(Transport transport, TraceWriter trace, NanoClock clock, KernelOptions options) {
        this.transport = transport;
        this.trace = trace;
        this.clock = clock;
        this.options = options;
    }

    int nextSocketId() {
        return socketIds.incrementAndGet();
    }

    int nextIrpNumber() {
        return irpNumbers.incrementAndGet();
    }

    /** Sockets are spread over the processors in the order of their creation. */
    TransportProcessor nextProcessor() {
        return transport.processor(Math.floorMod(placements.getAndIncrement(), transport.processorCount()));
    }

    CallContext callContext() {
        return contexts.get();
    }

    /** Requests may complete inline on this thread now (THR-15). */
    boolean mayCompleteInline() {
        return !contexts.get().isDeep();
    }

    /** Stamps {@code stamp} with here and now. */
    TraceStamp stamp(TraceStamp stamp, long cause) {
        int processor = transport.currentProcessor();
        return stamp.set(clock.nanoTime(), processor, levelOn(processor), cause);
    }

    private Irql levelOn(int processor) {
        @Nullable Irql callbackLevel = contexts.get().callbackLevel();
        if (callbackLevel != null) {
            return callbackLevel;
        }
        return processor < 0 || options.irqlMode() == IrqlMode.PASSIVE ? Irql.PASSIVE_LEVEL : Irql.DISPATCH_LEVEL;
    }
}
