package org.wskscope.engine.kernel;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.transport.WaitEnd;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WaitProhibitedException;

/**
 * Every wait of the client's threads (C-32): noted where it is forbidden, thrown or really waited, explained when it goes in a circle. The only place of the kernel where
 * a thread may wait. Any thread; its lock is a leaf and held for the list only.
 */
final class ClientWaits {
    private final Kernel kernel;

    @GuardedBy("this")
    private final List<ClientWait> waits = new ArrayList<>();

    private volatile WaitMode mode;

    @GuardedBy("this")
    private boolean ended;

    ClientWaits(Kernel kernel) {
        this.kernel = kernel;
        this.mode = kernel.options.waitMode();
    }

    void setMode(WaitMode newMode) {
        mode = newMode;
    }

    WaitMode mode() {
        return mode;
    }

    /** Notes a wait that is about to begin and what is wrong with it. Throws in strict mode; otherwise {@link #run} must follow. */
    ClientWait begin(WaitTarget target) {
        CallContext here = kernel.callContext();
        ClientCode code = here.innermost();
        Irql level = kernel.currentLevel();
        int socket = socketOf(code);
        TraceStamp stamp = new TraceStamp();
        long within = code == null ? RecordHead.NO_CAUSE : code.record;
        long began = kernel.trace.waitBegan(
                kernel.stamp(stamp, within), socket, target.kind(), target.irp(), within, target.hindrance());
        String waiter = code == null ? "thread \"" + Thread.currentThread().getName() + "\"" : code.name(kernel);
        int processor = kernel.transport.currentProcessor();
        ClientWait wait = new ClientWait(
                target,
                new ClientWait.Waiter(waiter, processor, here.callsInProgress()),
                socket,
                began,
                stamp.timeNanos());
        boolean forbidden = check(code, level, wait, stamp);
        if (forbidden && mode == WaitMode.STRICT) {
            kernel.trace.waitEnded(stamp, socket, began, NtStatus.STATUS_POSSIBLE_DEADLOCK);
            throw new WaitProhibitedException(
                    waiter + " waits for " + target.name(kernel) + " at " + level + ", which WSK forbids");
        }
        return wait;
    }

    private boolean check(@Nullable ClientCode code, Irql level, ClientWait wait, TraceStamp stamp) {
        stamp.causedBy(wait.began);
        boolean forbidden = false;
        if (code != null) {
            Violation violation =
                    code.callback == null ? Violation.WAIT_INSIDE_COMPLETION_ROUTINE : Violation.WAIT_INSIDE_CALLBACK;
            kernel.trace.violationFound(stamp, wait.socket, violation, wait.began);
            forbidden = true;
        }
        if (level != Irql.PASSIVE_LEVEL) {
            kernel.trace.violationFound(stamp, wait.socket, Violation.IRQL_TOO_HIGH, wait.began);
            forbidden = true;
        }
        return forbidden;
    }

    private static int socketOf(@Nullable ClientCode code) {
        SocketCore core = code == null ? null : code.core;
        return core == null ? RecordHead.NO_SOCKET.value() : core.id;
    }

    /** Waits; the answers of {@link org.wskscope.engine.wsk.KernelCalls#waitFor}. */
    NtStatus run(ClientWait wait, long timeoutNanos) {
        NtStatus status = NtStatus.STATUS_SUCCESS;
        Runnable toNotify = wait.over::countDown;
        if (wait.target.report(toNotify)) {
            status = add(wait) ? block(wait, timeoutNanos) : NtStatus.STATUS_CANCELLED;
            wait.target.forget(toNotify);
        }
        kernel.trace.waitEnded(kernel.stamp(new TraceStamp(), wait.began), wait.socket, wait.began, status);
        return status;
    }

    private NtStatus block(ClientWait wait, long timeoutNanos) {
        CallContext here = kernel.callContext();
        CallContext.Suspension suspension = here.suspend();
        try {
            WaitEnd end = kernel.transport.waitUntil(wait.over, timeoutNanos);
            if (end == WaitEnd.STUCK) {
                explainStuck(wait);
            }
            return switch (end) {
                case OVER -> wait.end();
                case TIMED_OUT -> NtStatus.STATUS_TIMEOUT;
                case INTERRUPTED -> NtStatus.STATUS_CANCELLED;
                case STUCK -> NtStatus.STATUS_POSSIBLE_DEADLOCK;
            };
        } finally {
            here.resume(suspension);
            synchronized (this) {
                waits.remove(wait);
            }
        }
    }

    private synchronized boolean add(ClientWait wait) {
        if (ended) {
            return false;
        }
        waits.add(wait);
        return true;
    }

    /** Nothing is left to run: the circle, or at least what is missing, is known for certain. */
    private void explainStuck(ClientWait wait) {
        String circle = WaitCycle.find(kernel, wait, snapshot());
        if (claim(wait)) {
            report(
                    wait,
                    circle != null
                            ? circle
                            : wait.waiter + " waits for " + wait.target.name(kernel)
                                    + "; nothing is left that could end it");
        }
    }

    /** Looks at every wait that is at least {@code limitNanos} old; each circle is explained once for each wait in it. */
    void explainOlderThan(long limitNanos, long nowNanos) {
        List<ClientWait> all = snapshot();
        for (ClientWait wait : all) {
            if (nowNanos - wait.beganNanos >= limitNanos) {
                String circle = WaitCycle.find(kernel, wait, all);
                if (circle != null && claim(wait)) {
                    report(wait, circle);
                }
            }
        }
    }

    private void report(ClientWait wait, String text) {
        kernel.trace.deadlockFound(kernel.stamp(new TraceStamp(), wait.began), wait.socket, wait.began, text);
    }

    private synchronized boolean claim(ClientWait wait) {
        boolean first = !wait.explained && wait.over.getCount() > 0;
        wait.explained = true;
        return first;
    }

    private synchronized List<ClientWait> snapshot() {
        return List.copyOf(waits);
    }

    /** Ends every wait with CANCELLED; returns how many there were. */
    int breakAll() {
        List<ClientWait> all = snapshot();
        all.forEach(ClientWait::breakOff);
        return all.size();
    }

    /** As {@link #breakAll}, and lets no wait begin any more. */
    void end() {
        synchronized (this) {
            ended = true;
        }
        breakAll();
    }
}
