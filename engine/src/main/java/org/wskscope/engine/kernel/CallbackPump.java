package org.wskscope.engine.kernel;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.DisableReason;
import org.wskscope.engine.trace.EnableOrigin;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.transport.TransportProcessor;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.UsedAfterReturnException;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WaitProhibitedException;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/**
 * Makes the callbacks of one socket, one at a time (C-16), on the socket's processor. A function called inside a callback or on another thread never calls
 * back: it asks for a turn of the pump, which comes after the return (THR-15). A deferred return (C-40) ends the turn and leaves the callback in
 * progress. A datagram socket may have further pumps on other processors ({@link ParallelLanes}).
 */
class CallbackPump {
    private static final Logger LOG = LoggerFactory.getLogger(CallbackPump.class);
    private static final int AT_DISPATCH_LEVEL = 0x8;

    /** What a callback that threw is said to have returned; no callback may return it. */
    static final NtStatus THREW = NtStatus.STATUS_UNSUCCESSFUL;

    private final SocketCore core;
    private final TransportProcessor processor;
    private final Runnable turn = this::run;
    private final Runnable schedule;

    @GuardedBy("core.lock")
    private final List<Runnable> returnWaiters = new ArrayList<>(0);

    private boolean scheduled;

    private boolean running;

    private @Nullable WskCallback inFlight;
    private long entered = RecordHead.NO_CAUSE;
    private @Nullable Thread thread;

    @GuardedBy("core.lock")
    private @Nullable Deferral deferral;

    private Irql level = Irql.DISPATCH_LEVEL;
    private int levelBit;
    private boolean levelChosen;
    private int flags;
    private long amount;
    private int subject;
    private long cause;
    private long now;
    private long beganNanos;
    private @Nullable WorkOfThread work;
    private long workedBefore;
    private boolean budgetNoted;
    private boolean nullUsed;

    CallbackPump(SocketCore core, TransportProcessor processor) {
        this.core = core;
        this.processor = processor;
        this.schedule = () -> processor.execute(turn);
    }

    /** Chooses the callback that is due and prepares its arguments; null when none is. With the socket's lock. */
    @Nullable
    WskCallback nextCall() {
        WskCallback call = core.nextCall();
        return call == null ? core.extensions.next() : call;
    }

    /** Calls the client. On this pump's processor, without the socket's lock. */
    NtStatus invoke(WskCallback callback) {
        return callback == WskCallback.EXTENSION ? core.extensions.invoke() : core.invoke(callback);
    }

    /** Applies what a permitted or unknown return means. With the socket's lock. */
    void returned(WskCallback callback, NtStatus status) {
        if (callback == WskCallback.EXTENSION) {
            core.extensions.returned();
        } else {
            core.returned(callback, status);
        }
    }

    final boolean isInFlight() {
        return inFlight != null;
    }

    final boolean isInFlight(WskCallback callback) {
        return inFlight == callback;
    }

    /** A callback of this pump runs on the calling thread. With the socket's lock. */
    final boolean isOnThisThread() {
        return inFlight != null && thread == Thread.currentThread();
    }

    /** The callback in progress; null when there is none. Any thread, without the lock. */
    CallContext.@Nullable CallInProgress callInProgress() {
        synchronized (core.lock) {
            WskCallback call = inFlight;
            return call == null ? null : new CallContext.CallInProgress(core, call, entered);
        }
    }

    /** Has {@code toNotify} run once no call of {@code callback} is in progress; false when that is so now. Any thread, without the lock. */
    boolean notifyWhenReturned(WskCallback callback, Runnable toNotify) {
        synchronized (core.lock) {
            return inFlight == callback && returnWaiters.add(toNotify);
        }
    }

    void forget(Runnable toNotify) {
        synchronized (core.lock) {
            returnWaiters.remove(toNotify);
        }
    }

    @GuardedBy("core.lock")
    private void notifyReturned() {
        if (!returnWaiters.isEmpty()) {
            List<Runnable> toNotify = List.copyOf(returnWaiters);
            returnWaiters.clear();
            core.after(() -> toNotify.forEach(Runnable::run));
        }
    }

    /** The record that began the callback in progress. */
    final long entered() {
        return entered;
    }

    /** The level bit for the Flags of the callback being prepared: whoever asks for it makes a call. */
    final int levelBit() {
        chooseLevel();
        return levelBit;
    }

    /** The arguments of the callback being prepared, as its record shows them. */
    final void prepare(int newFlags, long newAmount, int newSubject, long newCause) {
        assert core.isLocked();
        flags = newFlags;
        amount = newAmount;
        subject = newSubject;
        cause = newCause;
    }

    /** Something may have become due: a turn will come. With the socket's lock. */
    final void request() {
        assert core.isLocked();
        if (!running && !scheduled) {
            scheduled = true;
            core.after(schedule);
        }
    }

    /** One turn. On this pump's processor, without the socket's lock. */
    final void run() {
        WskCallback call = null;
        NtStatus answer = THREW;
        int calls = 0;
        boolean entering = true;
        boolean more = true;
        while (more) {
            Request done;
            Runnable then;
            synchronized (core.lock) {
                if (entering && !enter()) {
                    return;
                }
                entering = false;
                core.kernel.stamp(core.stamp, RecordHead.NO_CAUSE);
                now = core.stamp.timeNanos();
                if (call != null) {
                    checkBudget(now);
                }
                thread = null;
                applyReturn(call, answer);
                call = null;
                core.advance();
                done = core.takeDone();
                then = core.takeAction();
                if (done == null && then == null) {
                    call = calls < core.kernel.options.callbacksPerTurn() ? begin() : null;
                    more = call != null;
                    running = more;
                    if (!more && calls >= core.kernel.options.callbacksPerTurn()) {
                        request();
                        then = core.takeAction();
                    }
                }
            }
            core.settle(done, then);
            if (call != null) {
                calls++;
                answer = callClient(call);
            }
        }
    }

    /** The turn that was asked for begins; false when another one is under way, which will see what is due. */
    @GuardedBy("core.lock")
    private boolean enter() {
        scheduled = false;
        boolean first = !running;
        running = true;
        return first;
    }

    private @Nullable WskCallback begin() {
        if (inFlight != null || core.isClosing()) {
            return null;
        }
        levelChosen = false;
        WskCallback call = nextCall();
        if (call == null) {
            return null;
        }
        chooseLevel();
        // Choosing may have recorded things of other sockets (an accepted one's birth): time must not go back.
        now = core.kernel.clock.nanoTime();
        int processor = core.kernel.transport.currentProcessor();
        core.stamp.set(now, processor, level, cause);
        inFlight = call;
        beganNanos = now;
        budgetNoted = false;
        nullUsed = false;
        thread = Thread.currentThread();
        work = core.kernel.callContext().work();
        workedBefore = work.mark(now);
        WskEvent event = call.event();
        if (event != null) {
            core.gates.of(event).enter();
        }
        entered = core.trace.callbackEntered(core.stamp, core.id, call, flags, amount, subject);
        if (core.state() == SocketState.DEAD && call != WskCallback.EXTENSION) {
            core.closer.deathReported(entered, now);
        }
        return call;
    }

    /** Once for each call, and only when it is sure that there is one: chance is asked for nothing that does not happen. */
    private void chooseLevel() {
        if (levelChosen) {
            return;
        }
        levelChosen = true;
        IrqlMode mode = core.kernel.options.irqlMode();
        if (mode == IrqlMode.RANDOM) {
            mode = IrqlMode.values()[core.levels.choose(IrqlMode.RANDOM.ordinal())];
        }
        level = mode == IrqlMode.PASSIVE ? Irql.PASSIVE_LEVEL : Irql.DISPATCH_LEVEL;
        levelBit = mode == IrqlMode.DISPATCH ? AT_DISPATCH_LEVEL : 0;
    }

    private NtStatus callClient(WskCallback call) {
        CallContext here = core.kernel.callContext();
        Irql before = here.enterCallback(core, call, entered, level);
        try {
            NtStatus answer = invoke(call);
            return answer == null ? THREW : answer;
        } catch (Throwable thrown) { // a client in another language may throw what it did not declare
            nullUsed = thrown instanceof NullPointerException && ofDeadSocket();
            if (isNoted(thrown)) {
                LOG.debug("{} of socket {} was stopped by WSK", call.functionName(), core.id, thrown);
            } else {
                LOG.warn("{} of socket {} threw; treated as an unknown return", call.functionName(), core.id, thrown);
            }
            return THREW;
        } finally {
            here.leave(before);
        }
    }

    /** WSK itself threw it, at a misuse that is a violation in the log already. */
    static boolean isNoted(Throwable thrown) {
        return thrown instanceof WaitProhibitedException || thrown instanceof UsedAfterReturnException;
    }

    private boolean ofDeadSocket() {
        synchronized (core.lock) {
            return core.closer.isDeathReported(entered);
        }
    }

    /** Notes a callback that occupies its processor at DISPATCH_LEVEL too long (VIO-11, THR-04); once. A deferred one occupies nothing (C-40). With the lock. */
    final void checkBudget(long nowNanos) {
        boolean occupies = inFlight != null && thread != null && level == Irql.DISPATCH_LEVEL && !budgetNoted;
        long budget = core.kernel.options.limits().dispatchBudgetNanos();
        WorkOfThread its = work;
        if (occupies && nowNanos - beganNanos > budget && (its == null || its.tookItself(workedBefore, budget))) {
            budgetNoted = true;
            core.stamp.causedBy(entered);
            core.violation(Violation.CALLBACK_OVER_DISPATCH_BUDGET, entered);
        }
    }

    @GuardedBy("core.lock")
    private void applyReturn(@Nullable WskCallback call, NtStatus answer) {
        Deferral deferred = deferral;
        if (deferred == null) {
            if (call != null) {
                leave(call, answer);
            }
            return;
        }
        NtStatus given = call != null && answer.equals(THREW) ? answer : deferred.given;
        WskCallback held = inFlight;
        if (given != null && held != null) {
            deferred.over = true;
            deferral = null;
            leave(held, given);
        }
    }

    @GuardedBy("core.lock")
    private void leave(WskCallback call, NtStatus status) {
        core.stamp.set(now, core.kernel.transport.currentProcessor(), level, entered);
        long accepted = core.bytesAccepted(call);
        long record = core.trace.callbackReturned(core.stamp, core.id, call, entered, status, accepted);
        core.stamp.causedBy(record);
        if (nullUsed) {
            core.violation(Violation.NULL_PAYLOAD_USED, entered);
        } else if (!CallbackReturns.permits(call, status)) {
            core.violation(Violation.RETURN_OUTSIDE_PERMITTED_SET, entered);
        }
        returned(call, status);
        inFlight = null;
        notifyReturned();
        WskEvent event = call.event();
        if (event != null) {
            leaveGate(event, core.gates.of(event));
        }
        core.closer.proceed();
    }

    private void leaveGate(WskEvent event, CallbackGate gate) {
        if (!gate.leave()) {
            return;
        }
        core.disabled(event, DisableReason.OPTION);
        for (Request waiter = gate.pollWaiter(); waiter != null; waiter = gate.pollWaiter()) {
            core.complete(waiter, NtStatus.STATUS_SUCCESS, 0);
        }
        if (gate.enableIfAsked()) {
            core.trace.callbackEnabled(core.stamp, core.id, event.bit(), core.maskBits(), EnableOrigin.OPTION);
        }
    }

    /** {@link org.wskscope.engine.wsk.WskSocket#deferReturn()}. */
    final DeferredReturn defer() {
        synchronized (core.lock) {
            WskCallback call = inFlight;
            if (call == null || !isOnThisThread()) {
                throw new IllegalStateException("no callback of socket " + core.id + " runs on this thread");
            }
            if (deferral != null) {
                throw new IllegalStateException("the return of " + call.functionName() + " is already deferred");
            }
            Deferral deferred = new Deferral();
            deferral = deferred;
            core.kernel.stamp(core.stamp, entered);
            core.trace.callbackDeferred(core.stamp, core.id, call, entered);
            return deferred;
        }
    }

    private final class Deferral implements DeferredReturn {
        private final long callEntered = entered;
        private @Nullable NtStatus given;
        private boolean over;

        @Override
        public long entered() {
            return callEntered;
        }

        @Override
        public boolean complete(NtStatus status) {
            synchronized (core.lock) {
                if (given != null || over) {
                    return false;
                }
                given = status;
            }
            processor.execute(turn);
            return true;
        }
    }
}
