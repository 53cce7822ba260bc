package org.wskscope.engine.kernel;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Whether one event of one socket may call its callback (sections 2.6 and 4.3): enabled, how many calls are in progress, and whether a disable waits for
 * them. A plain state machine; guarded by the socket's lock.
 */
final class CallbackGate {
    /** How a request to disable was taken. */
    enum Outcome {
        /** It was off already (CTL-ECB-22). */
        WAS_DISABLED,
        /** It is off now: no call was in progress (CTL-ECB-08). */
        DISABLED,
        /** It will be off when the calls in progress have returned (CTL-ECB-09, -10). */
        DRAINING
    }

    private final ArrayDeque<Request> waiters = new ArrayDeque<>(0);
    private boolean enabled;
    private boolean statically;
    private boolean draining;
    private boolean enableAfterDrain;
    private int inProgress;

    /** New calls may begin. */
    boolean isOpen() {
        return enabled && !draining;
    }

    /** The bit shows in the socket's mask; stays so while draining (section 2.6). */
    boolean isEnabled() {
        return enabled;
    }

    boolean isStatic() {
        return statically;
    }

    boolean isDraining() {
        return draining;
    }

    int inProgress() {
        return inProgress;
    }

    /** On from creation and for ever (CTL-STC-01, CTL-STC-04). */
    void enableStatically() {
        enabled = true;
        statically = true;
    }

    /** Enables; returns whether that takes effect now. During a drain it does afterwards (C-25). */
    boolean enable() {
        if (draining) {
            enableAfterDrain = true;
            return false;
        }
        boolean changed = !enabled;
        enabled = true;
        return changed;
    }

    /**
     * From acceptance on no new call begins (C-21). A disable also takes back an enable that waits for the drain. Calls can be in progress although the event is off
     * already: one of several that ran at once refused its list. The disable waits for them all the same (CTL-ECB-28).
     */
    Outcome disable() {
        enableAfterDrain = false;
        if (draining) {
            return Outcome.DRAINING;
        }
        if (inProgress > 0) {
            draining = true;
            return Outcome.DRAINING;
        }
        if (!enabled) {
            return Outcome.WAS_DISABLED;
        }
        enabled = false;
        return Outcome.DISABLED;
    }

    /** The callback in progress refused what it was given: off at once, unless a disable is draining already; true when this turned it off. */
    boolean switchOff() {
        boolean off = enabled && !draining;
        enabled &= draining;
        return off;
    }

    /** An enable waits for the drain to end (C-25). */
    boolean enablesAfterDrain() {
        return enableAfterDrain;
    }

    /** The request completes when the drain ends; first come, first served. */
    void await(Request request) {
        waiters.add(request);
    }

    void enter() {
        inProgress++;
    }

    /** A call returned; true when that ended a drain. The gate is then off. */
    boolean leave() {
        inProgress--;
        if (!draining || inProgress > 0) {
            return false;
        }
        draining = false;
        enabled = false;
        return true;
    }

    /** After a drain: turns the gate on again if somebody asked meanwhile (CTL-ECB-26). */
    boolean enableIfAsked() {
        boolean asked = enableAfterDrain;
        enableAfterDrain = false;
        enabled |= asked;
        return asked;
    }

    /** The next request that waits for the drain, or null. */
    @Nullable
    Request pollWaiter() {
        return waiters.poll();
    }

    boolean abandon(Request request) {
        return waiters.remove(request);
    }
}
