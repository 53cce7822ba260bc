package org.wskscope.engine.time;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A clock that stands until somebody moves it: time in a session without real time. Set by the one thread that owns the simulation; read by any thread. */
public final class VirtualClock implements NanoClock {
    private static final VarHandle NOW = nowHandle();

    @SuppressWarnings("FieldMayBeFinal") // written through NOW
    private long nowNanos;

    @Override
    public long nanoTime() {
        return (long) NOW.getAcquire(this);
    }

    /**
     * Lets the clock show {@code nanos}. The owning thread only.
     *
     * @throws IllegalArgumentException when that would be going back
     */
    public void advanceTo(long nanos) {
        if (nanos < nowNanos) {
            throw new IllegalArgumentException("Time stands at " + nowNanos + " ns and cannot go back to " + nanos);
        }
        // Readers need no order with anything but what was written before; a full fence at every step would cost more
        // than the step.
        NOW.setRelease(this, nanos);
    }

    private static VarHandle nowHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(VirtualClock.class, "nowNanos", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
