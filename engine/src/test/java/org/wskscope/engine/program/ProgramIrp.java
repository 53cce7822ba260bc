package org.wskscope.engine.program;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;

/** An IRP of a program: what it was given for, and how it ended. Used on the run's thread. */
final class ProgramIrp {
    final Step step;
    final Irp irp;
    final byte[] buffer;
    /** What the call may end with after PENDING. */
    @Nullable
    Expectation expected;

    @Nullable
    NtStatus answer;

    boolean cancelAsked;
    /** The context of the socket it accepts or creates. */
    final Callbacks.Token token;

    final @Nullable ClientSocket socket;

    /** When it was given: the number of the call in the run. */
    long call;

    private int completions;
    private boolean pendingReturned;

    ProgramIrp(
            Step step,
            byte[] buffer,
            @Nullable ClientSocket socket,
            Callbacks.Token token,
            Consumer<ProgramIrp> completed) {
        this.step = step;
        this.buffer = buffer;
        this.socket = socket;
        this.token = token;
        this.irp = new Irp(done -> {
            completions++;
            pendingReturned = done.pendingReturned();
            completed.accept(this);
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        });
    }

    int completions() {
        return completions;
    }

    boolean isPending() {
        return completions == 0 && NtStatus.STATUS_PENDING.equals(answer);
    }

    boolean pendingReturned() {
        return pendingReturned;
    }

    NtStatus status() {
        return irp.status();
    }
}
