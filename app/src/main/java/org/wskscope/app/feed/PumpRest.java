package org.wskscope.app.feed;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether the pump rests because there is nothing to bring, and the way to wake it: whoever has news calls {@link #wake}, which costs one read while the pump is awake.
 */
final class PumpRest {
    private final AtomicBoolean resting = new AtomicBoolean();
    private final Runnable waking;

    /** {@code waking} is run once after each {@link #begin}, on the thread that woke. */
    PumpRest(Runnable waking) {
        this.waking = waking;
    }

    /** The pump rests from now on. What it has not seen by now must be looked for after this call. */
    void begin() {
        resting.set(true);
    }

    boolean isResting() {
        return resting.get();
    }

    /** Any thread. */
    void wake() {
        if (resting.get() && resting.compareAndSet(true, false)) {
            waking.run();
        }
    }
}
