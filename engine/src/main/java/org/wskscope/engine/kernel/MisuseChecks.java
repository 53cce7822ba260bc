package org.wskscope.engine.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskFunction;

/**
 * What a client may not do when it calls a function (section 5.6), apart from what the function itself looks at: close while others are inside, call from a completion
 * routine, give an IRP without a routine, call too high. Notes it; the call goes on.
 */
final class MisuseChecks {
    private final Kernel kernel;
    private final int socket;
    private final AtomicInteger inside = new AtomicInteger();
    private int advised;

    /** {@code socket} is {@link RecordHead#NO_SOCKET} for client-level functions. */
    MisuseChecks(Kernel kernel, int socket) {
        this.kernel = kernel;
        this.socket = socket;
    }

    /**
     * The calling thread enters a function of the socket; {@link #leave} when that returns. Without a lock: a thread that waits for one is inside too. Returns what is known of the
     * thread.
     */
    CallContext enter() {
        inside.incrementAndGet();
        CallContext here = kernel.callContext();
        here.enterFunction(this);
        return here;
    }

    void leave(CallContext here) {
        here.leaveFunction();
        inside.decrementAndGet();
    }

    /** Looks at a call whose record is written. For a socket's functions with its lock. */
    void check(Request request, TraceStamp stamp, CallContext here) {
        if (request.function == WskFunction.WSK_CLOSE_SOCKET && inside.get() > here.timesInside(this)) {
            note(Violation.CLOSE_DURING_CALL, request, stamp);
        }
        if (here.isInCompletionRoutine() && isAdvisable(request.function)) {
            note(Violation.CALL_FROM_COMPLETION_ROUTINE, request, stamp);
        }
        Irp irp = request.irp;
        if (irp != null && irp.isClientOwned() && !irp.hasRoutineForAll()) {
            note(Violation.IRP_WITHOUT_COMPLETION_ROUTINE, request, stamp);
        }
        if (isStale(request.address)) {
            note(Violation.ADDRESS_USED_AFTER_RETURN, request, stamp);
        }
        if (isPassiveOnly(request)) {
            kernel.checkPassive(socket, request.called);
        }
    }

    /** A pending request's buffer no longer has the bytes the client promised: noted (API-IRP-09, VIO-09). With the socket's lock. */
    boolean isBufferGone(Request request, TraceStamp stamp) {
        boolean gone = !BufferChain.isSound(request.buffer, true);
        if (gone) {
            note(Violation.IRP_REUSED_WHILE_PENDING, request, stamp);
        }
        return gone;
    }

    private static boolean isStale(@Nullable Object address) {
        return address != null && CallScopedAddress.isStale(address);
    }

    /** Once a function: what a client does in one completion routine it does in all. {@code WskRelease} starts nothing. */
    private boolean isAdvisable(WskFunction function) {
        int bit = 1 << function.ordinal();
        boolean first = (advised & bit) == 0;
        advised |= bit;
        return first && function != WskFunction.WSK_RELEASE && kernel.options.advisesOnCompletionCalls();
    }

    /** Section 5.1; name resolution looks for itself. */
    private static boolean isPassiveOnly(Request request) {
        return request.function == WskFunction.WSK_CONTROL_SOCKET
                && (request.code == ControlCode.SIO_ADDRESS_LIST_QUERY
                        || request.code == ControlCode.SIO_ADDRESS_LIST_CHANGE
                        || request.code == ControlCode.SIO_ADDRESS_LIST_SORT);
    }

    private void note(Violation violation, Request request, TraceStamp stamp) {
        kernel.trace.violationFound(stamp, socket, violation, request.called);
    }
}
