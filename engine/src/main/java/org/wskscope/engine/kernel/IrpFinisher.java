package org.wskscope.engine.kernel;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.Violation;

/** Hands completed IRPs back to the client. No lock is held; client code that throws is noted and goes no further. */
final class IrpFinisher {
    private static final Logger LOG = LoggerFactory.getLogger(IrpFinisher.class);

    private IrpFinisher() {}

    /** Finishes a list of requests in its order. */
    static void finishAll(SocketCore core, @Nullable Request first) {
        Request request = first;
        while (request != null) {
            Request next = request.nextDone;
            request.nextDone = null;
            finish(core, request);
            if (core.routines.end()) {
                core.closer.routinesEnded();
            }
            request = next;
        }
    }

    /** Runs the completion routine. Afterwards the request may already carry another call, so everything needed is read before. */
    private static void finish(SocketCore core, Request request) {
        Irp irp = request.irp;
        if (irp == null) {
            return;
        }
        ConnectionSocketCore accepted = request.accepted;
        long completed = request.completed;
        CallContext here = core.kernel.callContext();
        int number = request.number;
        Irql before = here.enterCompletion(core, number, completed);
        Violation wrong;
        try {
            wrong = run(irp, number, request.status, request.information, request.pointer);
        } finally {
            here.leave(before);
        }
        if (wrong != null) {
            synchronized (core.lock) {
                core.kernel.stamp(core.stamp, completed);
                core.violation(wrong, completed);
            }
        }
        if (accepted != null) {
            accepted.start();
        }
    }

    /** Completes the IRP of a client-level function, which has no socket. {@code completed} is the record of that. */
    static void complete(Kernel kernel, Irp irp, NtStatus status, @Nullable Object pointer, long completed) {
        CallContext here = kernel.callContext();
        int number = irp.number();
        Irql before = here.enterCompletion(null, number, completed);
        Violation wrong;
        try {
            wrong = run(irp, number, status, 0, pointer);
        } finally {
            here.leave(before);
        }
        if (wrong != null) {
            kernel.trace.violationFound(
                    kernel.stamp(new TraceStamp(), completed), RecordHead.NO_SOCKET.value(), wrong, completed);
        }
    }

    /** What the routine did wrong: let the completion of the client's own IRP go on, where there is nobody above (VIO-08), or throw (VIO-06). */
    private static @Nullable Violation run(
            Irp irp, int number, NtStatus status, long information, @Nullable Object pointer) {
        NtStatus answer;
        try {
            answer = irp.complete(status, information, pointer);
        } catch (Throwable thrown) { // a client in another language may throw what it did not declare
            if (CallbackPump.isNoted(thrown)) {
                LOG.debug("The completion routine of IRP #{} was stopped by WSK", number, thrown);
            } else {
                LOG.warn("The completion routine of IRP #{} threw; its socket goes on", number, thrown);
            }
            return Violation.RETURN_OUTSIDE_PERMITTED_SET;
        }
        boolean kept = !irp.isClientOwned() || NtStatus.STATUS_MORE_PROCESSING_REQUIRED.equals(answer);
        return kept ? null : Violation.COMPLETION_ROUTINE_RETURN;
    }
}
