package org.wskscope.engine.kernel;

/**
 * Notes what only time can tell: waits that go in a circle (SCN-06, THR-13). Has no thread of its own: its owner calls {@link #inspect} now and then, on any thread but
 * a processor that may be stuck; in virtual time whenever time has moved on.
 */
public final class Watchdog {
    private final Kernel kernel;

    Watchdog(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Looks at everything once, by the kernel's clock. Returns how many things it noted. One caller at a time. */
    public int inspect() {
        long now = kernel.clock.nanoTime();
        return kernel.waits.explainOlderThan(kernel.options.limits().deadlockNanos(), now);
    }
}
