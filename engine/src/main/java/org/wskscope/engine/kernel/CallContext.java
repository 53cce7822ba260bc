package org.wskscope.engine.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.wsk.WskCallback;

/** What the kernel knows about one thread: the client code it runs for it, and at which simulated level. Owned by that thread. */
final class CallContext {
    /** Completion routines that may run inside each other on one thread before requests are completed later instead. */
    private static final int DEEP = 8;

    private final List<ClientCode> stack = new ArrayList<>();
    private final WorkOfThread work;
    private int depth;
    private int floor;
    private int completionDepth;
    private long errand = RecordHead.NO_CAUSE;
    private @Nullable Irql raised;
    /** The completion whose routine runs on this thread, for the watchdog; −1 when none does. Written by this thread only. */
    private volatile long routine = RecordHead.NO_CAUSE;

    private volatile int routineSocket = RecordHead.NO_SOCKET.value();
    private @Nullable MisuseChecks[] functions = new MisuseChecks[16];
    private int functionDepth;

    /** Of the calling thread. */
    CallContext(NanoClock clock) {
        work = new WorkOfThread(clock);
    }

    /** Any thread. */
    WorkOfThread work() {
        return work;
    }

    /** Enters a callback; {@link #leave} afterwards. Returns the level to give back then. */
    @Nullable
    Irql enterCallback(@Nullable SocketCore core, WskCallback callback, long entered, Irql level) {
        push().begin(core, callback, 0, entered);
        stack.get(depth - 1).level = level;
        return lowerAll();
    }

    /** Enters a completion routine, which runs at the level of whoever completes; {@link #leave} afterwards. */
    @Nullable
    Irql enterCompletion(@Nullable SocketCore core, int irp, long completed) {
        push().begin(core, null, irp, completed);
        completionDepth++;
        routineSocket = core == null ? RecordHead.NO_SOCKET.value() : core.id;
        routine = completed;
        return raised;
    }

    /** What was entered last is over; a level it raised and did not lower is lowered for it. */
    void leave(@Nullable Irql raisedBefore) {
        ClientCode code = stack.get(--depth);
        if (code.callback == null) {
            completionDepth--;
            routine = enclosingRoutine();
        }
        code.end();
        raised = raisedBefore;
    }

    private long enclosingRoutine() {
        for (int i = depth - 1; i >= 0; i--) {
            if (stack.get(i).callback == null) {
                return stack.get(i).record;
            }
        }
        return RecordHead.NO_CAUSE;
    }

    private ClientCode push() {
        if (depth == stack.size()) {
            stack.add(new ClientCode());
        }
        return stack.get(depth++);
    }

    private @Nullable Irql lowerAll() {
        Irql before = raised;
        raised = null;
        return before;
    }

    /** This thread enters a function of the socket whose conduct that is. */
    void enterFunction(MisuseChecks of) {
        if (functionDepth == functions.length) {
            functions = Arrays.copyOf(functions, 2 * functionDepth);
        }
        functions[functionDepth++] = of;
    }

    void leaveFunction() {
        functions[--functionDepth] = null;
    }

    /** In how many of its functions this thread is, one inside the other. */
    int timesInside(MisuseChecks of) {
        int times = 0;
        for (int i = 0; i < functionDepth; i++) {
            times += functions[i] == of ? 1 : 0;
        }
        return times;
    }

    /** The client code that runs on this thread now; null when the thread is the client's own. */
    @Nullable
    ClientCode innermost() {
        return depth == floor ? null : stack.get(depth - 1);
    }

    /** The record that had this thread call a function: of the callback or the completion it runs, else of what it was sent for. */
    long cause() {
        ClientCode code = innermost();
        return code == null ? errand : code.record;
    }

    /** What this thread calls outside of client code, it calls because of {@code record}. Returns what it was before, to be given back. */
    long send(long record) {
        long before = errand;
        errand = record;
        return before;
    }

    /** Every callback this thread is inside of, innermost first. */
    List<CallInProgress> callsInProgress() {
        List<CallInProgress> calls = new ArrayList<>();
        for (int i = depth - 1; i >= floor; i--) {
            ClientCode code = stack.get(i);
            SocketCore core = code.core;
            WskCallback callback = code.callback;
            if (core != null && callback != null) {
                calls.add(new CallInProgress(core, callback, code.record));
            }
        }
        return calls;
    }

    /** The client code of this thread waits, and the thread may run other things meanwhile, which are not inside of it; {@link #resume} afterwards. */
    Suspension suspend() {
        Suspension suspension = new Suspension(floor, raised);
        floor = depth;
        raised = null;
        return suspension;
    }

    void resume(Suspension suspension) {
        floor = suspension.floor;
        raised = suspension.raised;
    }

    boolean isInCompletionRoutine() {
        ClientCode code = innermost();
        return code != null && code.callback == null;
    }

    /** The level client code raised the thread to, or that of the callback it runs; null when neither is so. */
    @Nullable
    Irql level() {
        if (raised != null) {
            return raised;
        }
        for (int i = depth - 1; i >= floor; i--) {
            Irql level = stack.get(i).level;
            if (level != null) {
                return level;
            }
        }
        return null;
    }

    /** {@code KeRaiseIrql}; null lowers to what it is by itself. */
    void raise(@Nullable Irql level) {
        raised = level;
    }

    /** The record of the completion whose routine runs, or −1. Any thread. */
    long routine() {
        return routine;
    }

    /** Whose request that was. Any thread. */
    int routineSocket() {
        return routineSocket;
    }

    /** Completion routines are nested deeply: a request that could complete inline should not, or the stack runs out (THR-15). */
    boolean isDeep() {
        return completionDepth >= DEEP;
    }

    /** What {@link #resume} restores. */
    record Suspension(int floor, @Nullable Irql raised) {}

    /** A callback that has not returned. */
    record CallInProgress(SocketCore core, WskCallback callback, long entered) {
        /** As explanations call it: {@code RCV(C1)}. */
        String name() {
            return WaitTarget.name(callback) + "(" + core.kernel.socketName(core.id) + ")";
        }
    }
}
