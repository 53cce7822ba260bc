package org.wskscope.engine.session;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.time.SystemClock;
import org.wskscope.engine.transport.memory.ItemGate;

/**
 * Holds the world of a simulated session, lets it go on, or lets it go one step: until something is in the log that was not. Virtual time stands while it is held, and passes in real time at the speed
 * asked for; none of it changes what happens. While the world is held outside a command the session's thread carries out commands; inside one, others are refused. Any thread.
 */
public final class WorldGate implements ItemGate {
    /** The speed of a world that waits for nobody. */
    public static final double AS_FAST_AS_POSSIBLE = Double.POSITIVE_INFINITY;

    private static final long LOOK_NANOS = 20_000_000;

    private final NanoClock real = new SystemClock();
    private final LongSupplier records;
    private final SimulationThread thread;
    private final BooleanSupplier insideItem;
    private volatile boolean held;
    /** While held, what is due may happen as long as the log has fewer records. */
    private volatile long stepTo;

    private volatile double speed = AS_FAST_AS_POSSIBLE;
    private volatile boolean open;
    private volatile boolean waitsInsideCommand;
    /** The session's thread only. */
    private int commands;

    /** {@code insideItem}: whether something that happens waits for something else to happen. */
    WorldGate(LongSupplier records, SimulationThread thread, BooleanSupplier insideItem) {
        this.records = records;
        this.thread = thread;
        this.insideItem = insideItem;
    }

    /** The world stands from the next thing on that could happen. */
    public void hold() {
        stepTo = 0;
        held = true;
    }

    /** The world goes on; {@code newSpeed} is virtual nanoseconds to a real one. */
    public void go(double newSpeed) {
        speed = newSpeed;
        held = false;
    }

    /** A world that is held goes on until the log has a record more. */
    public void step() {
        stepTo = records.getAsLong() + 1;
        held = true;
    }

    public boolean isHeld() {
        return held && !open;
    }

    /** Waits, where a person's program wants to do the next thing, until the world goes on or makes a step; or until {@code cancelled}. Not on the session's thread. */
    public void awaitTurn(BooleanSupplier cancelled) {
        while (stands() && !cancelled.getAsBoolean()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** Whether the world is held in the middle of a command, which must be over before another can be carried out. */
    boolean waitsInsideCommand() {
        return waitsInsideCommand;
    }

    /** The session ends: nothing is held any more. */
    void open() {
        open = true;
    }

    void commandBegins() {
        commands++;
    }

    void commandEnds() {
        commands--;
    }

    @Override
    public boolean pass(long nowNanos, long dueNanos) {
        boolean served = false;
        long began = real.nanoTime();
        while (!open) {
            long left = stands() ? LOOK_NANOS : realNanos(dueNanos - nowNanos) - (real.nanoTime() - began);
            if (left <= 0) {
                break;
            }
            served |= rest(Math.min(left, LOOK_NANOS));
        }
        waitsInsideCommand = false;
        return served;
    }

    private boolean rest(long nanos) {
        if (commands > 0 || insideItem.getAsBoolean()) {
            waitsInsideCommand = true;
            LockSupport.parkNanos(nanos);
            return false;
        }
        return thread.serve(nanos);
    }

    private boolean stands() {
        return held && !open && records.getAsLong() >= stepTo;
    }

    private long realNanos(long virtualNanos) {
        return virtualNanos <= 0 || speed == AS_FAST_AS_POSSIBLE ? 0 : (long) (virtualNanos / speed);
    }
}
