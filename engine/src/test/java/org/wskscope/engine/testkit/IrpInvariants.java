package org.wskscope.engine.testkit;

import java.util.HashMap;
import java.util.Map;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.TraceRecord;

/** Every IRP that was submitted completes exactly once (API-IRP-01), and what its function answered says when (API-IRP-02, -07). */
final class IrpInvariants {
    private static final class Life {
        final long called;
        long pended = -1;
        long completed = -1;
        NtStatus status = NtStatus.STATUS_PENDING;

        Life(long called) {
            this.called = called;
        }
    }

    private final LogInvariants log;
    private final Map<Integer, Life> lives = new HashMap<>();

    IrpInvariants(LogInvariants log) {
        this.log = log;
    }

    void add(TraceRecord record) {
        long sequence = record.head().sequence();
        if (record instanceof TraceRecord.FunctionCalled called && called.irp() != 0) {
            // A number that is known already belongs to an IRP that was submitted again while pending: refused, and not
            // this submission's business.
            lives.putIfAbsent(called.irp(), new Life(sequence));
        } else if (record instanceof TraceRecord.IrpPended pended) {
            pended(pended.irp(), sequence);
        } else if (record instanceof TraceRecord.IrpCompleted completed) {
            completed(completed, sequence);
        } else if (record instanceof TraceRecord.FunctionReturned returned && returned.irp() != 0) {
            returned(returned, sequence);
        }
    }

    private void pended(int irp, long sequence) {
        Life life = lives.get(irp);
        if (life == null) {
            log.fault("IRP #" + irp + " was pended without a call", sequence);
        } else if (life.pended >= 0 || life.completed >= 0) {
            log.fault("IRP #" + irp + " was pended again or after it completed", life.called, life.pended, sequence);
        } else {
            life.pended = sequence;
        }
    }

    private void completed(TraceRecord.IrpCompleted completed, long sequence) {
        Life life = lives.get(completed.irp());
        if (life == null) {
            log.fault("IRP #" + completed.irp() + " completed without a call", sequence);
        } else if (life.completed >= 0) {
            log.fault("IRP #" + completed.irp() + " completed twice", life.called, life.completed, sequence);
        } else {
            life.completed = sequence;
            life.status = completed.status();
        }
    }

    private void returned(TraceRecord.FunctionReturned returned, long sequence) {
        Life life = lives.get(returned.irp());
        if (life == null || life.called != returned.called()) {
            return;
        }
        boolean pending = returned.status().equals(NtStatus.STATUS_PENDING);
        if (pending && life.pended < 0) {
            log.fault("IRP #" + returned.irp() + ": PENDING was answered, nothing was pended", life.called, sequence);
        } else if (!pending && (life.completed < 0 || !life.status.equals(returned.status()))) {
            log.fault("IRP #" + returned.irp() + ": answer and completion differ", life.completed, sequence);
        }
    }

    void end() {
        lives.forEach((irp, life) -> {
            if (life.completed < 0) {
                log.fault("IRP #" + irp + " never completed", life.called, life.pended);
            }
        });
    }
}
