package org.wskscope.engine.kernel;

import org.wskscope.engine.trace.RecordHead;

/**
 * Notes what only time can tell: waits that go in a circle (SCN-06, THR-13), callbacks that keep their processor (VIO-11), lists that should have been given back (VIO-13)
 * and dead sockets that should have been closed (VIO-17). Has no thread of its own: its owner calls {@link #inspect} now and then, on any thread but
 * a processor that may be stuck; in virtual time whenever time has moved on.
 */
public final class Watchdog {
    private final Kernel kernel;

    Watchdog(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Looks at everything once, by the kernel's clock. One caller at a time. */
    public void inspect() {
        long now = kernel.clock.nanoTime();
        kernel.waits.explainOlderThan(kernel.options.limits().deadlockNanos(), now);
        kernel.routines.inspect(now);
        for (SocketCore core : kernel.sockets.values()) {
            synchronized (core.lock) {
                kernel.stamp(core.stamp, RecordHead.NO_CAUSE);
                core.pump.checkBudget(now);
                core.inspect(now);
                core.closer.inspect(now);
            }
        }
        kernel.routines.looked();
    }
}
