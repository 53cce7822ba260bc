package org.wskscope.engine.kernel;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.Violation;

/**
 * Notes completion routines that occupy a processor too long (VIO-11, THR-04). Whoever runs a routine only writes down which; how long is seen by the looks of the
 * watchdog, so that a routine costs no reading of the clock. {@link #add} by any thread, {@link #inspect} by one at a time.
 */
final class RoutineWatch {
    private final Kernel kernel;
    private final List<Watched> threads = new CopyOnWriteArrayList<>();

    RoutineWatch(Kernel kernel) {
        this.kernel = kernel;
    }

    /** A thread of the kernel's begins to run client code. Routines on threads of the client's own take nobody's time but his. */
    void add(CallContext context) {
        if (kernel.transport.currentProcessor() >= 0) {
            threads.add(new Watched(context));
        }
    }

    void inspect(long nowNanos) {
        for (Watched each : threads) {
            CallContext context = each.context.get();
            if (context == null) {
                threads.remove(each);
            } else if (kernel.options.irqlMode() != IrqlMode.PASSIVE) {
                look(each, context, nowNanos);
            }
        }
    }

    /** The watchdog has looked at everything. */
    void looked() {
        for (Watched each : threads) {
            CallContext context = each.context.get();
            if (context != null) {
                context.work().looked();
            }
        }
    }

    private void look(Watched each, CallContext context, long nowNanos) {
        long routine = context.routine();
        if (routine != each.routine) {
            each.routine = routine;
            each.sinceNanos = nowNanos;
            each.workedBefore = context.work().nanos();
            each.noted = false;
        }
        long budget = kernel.options.limits().dispatchBudgetNanos();
        boolean late = nowNanos - each.sinceNanos > budget;
        if (routine != RecordHead.NO_CAUSE
                && late
                && !each.noted
                && context.work().tookItself(each.workedBefore, budget)) {
            each.noted = true;
            kernel.trace.violationFound(
                    kernel.stamp(new TraceStamp(), routine),
                    context.routineSocket(),
                    Violation.CALLBACK_OVER_DISPATCH_BUDGET,
                    routine);
        }
    }

    /** One thread, and since when it was seen to run the same routine. */
    private static final class Watched {
        private final WeakReference<CallContext> context;
        private long routine = RecordHead.NO_CAUSE;
        private long sinceNanos;
        private long workedBefore;
        private boolean noted;

        Watched(CallContext context) {
            this.context = new WeakReference<>(context);
        }
    }
}
