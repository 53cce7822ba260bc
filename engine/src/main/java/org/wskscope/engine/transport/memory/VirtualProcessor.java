package org.wskscope.engine.transport.memory;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.transport.TransportProcessor;

/** A processor without a thread: the simulation's thread is this processor while it runs one of its items. */
final class VirtualProcessor extends ReadyQueue implements TransportProcessor {
    final MemoryTransport transport;
    final Scheduler scheduler;
    private final int number;

    VirtualProcessor(MemoryTransport transport, Scheduler scheduler, int number) {
        this.transport = transport;
        this.scheduler = scheduler;
        this.number = number;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public boolean isCurrent() {
        return scheduler.isCurrent(this);
    }

    @Override
    public void execute(Runnable task) {
        scheduler.execute(this, task, 0);
    }

    @Override
    public void schedule(Runnable task, long delayNanos) {
        scheduler.execute(this, task, Math.max(0, delayNanos));
    }

    /** Tells on this processor, never inline. {@code loser} loses its connection when the one who is told throws; null when nobody does. */
    void report(TransportCompletion completion, NtStatus status, @Nullable MemoryChannel loser) {
        if (completion != TransportCompletion.NONE) {
            scheduler.ready(scheduler.notification(completion, status, loser), this);
        }
    }

    void report(TransportCompletion completion, NtStatus status) {
        report(completion, status, null);
    }
}
