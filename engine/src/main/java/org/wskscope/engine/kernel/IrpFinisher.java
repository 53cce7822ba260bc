package org.wskscope.engine.kernel;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.Violation;

/** Hands completed IRPs back to the client. No lock is held; client code that throws is noted and goes no further. */
final class IrpFinisher {
    private static final Logger LOG = LoggerFactory.getLogger(IrpFinisher.class);

    private IrpFinisher() {}

    /** Runs the completion routine. Afterwards the request may already carry another call, so everything needed is read before. */
    static void finish(SocketCore core, Request request) {
        Irp irp = request.irp;
        if (irp == null) {
            return;
        }
        ConnectionSocketCore accepted = request.accepted;
        NtStatus answer = run(core.kernel, irp, request.status, request.information, request.pointer);
        if (!NtStatus.STATUS_MORE_PROCESSING_REQUIRED.equals(answer)) {
            synchronized (core.lock) {
                core.kernel.stamp(core.stamp, RecordHead.NO_CAUSE);
                core.violation(Violation.COMPLETION_ROUTINE_RETURN, RecordHead.NO_CAUSE);
            }
        }
        if (accepted != null) {
            accepted.start();
        }
    }

    /** Completes the IRP of a client-level function, which has no socket. */
    static void complete(Kernel kernel, Irp irp, NtStatus status, @Nullable Object pointer) {
        NtStatus answer = run(kernel, irp, status, 0, pointer);
        if (!NtStatus.STATUS_MORE_PROCESSING_REQUIRED.equals(answer)) {
            kernel.trace.violationFound(
                    kernel.stamp(new TraceStamp(), RecordHead.NO_CAUSE),
                    RecordHead.NO_SOCKET.value(),
                    Violation.COMPLETION_ROUTINE_RETURN,
                    RecordHead.NO_CAUSE);
        }
    }

    private static NtStatus run(Kernel kernel, Irp irp, NtStatus status, long information, @Nullable Object pointer) {
        int number = irp.number();
        CallContext here = kernel.callContext();
        here.enterCompletion();
        try {
            return irp.complete(status, information, pointer);
        } catch (RuntimeException | Error thrown) {
            LOG.warn("The completion routine of IRP #{} threw; its socket goes on", number, thrown);
            return NtStatus.STATUS_INVALID_PARAMETER;
        } finally {
            here.leaveCompletion();
        }
    }
}
