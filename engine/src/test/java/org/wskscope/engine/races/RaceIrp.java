package org.wskscope.engine.races;

import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;

/** An IRP somebody waits for. */
final class RaceIrp {
    private final String what;
    private final Irp irp = new Irp(this::completed);
    private volatile int completions;

    RaceIrp(String what) {
        this.what = what;
    }

    private NtStatus completed(Irp done) {
        completions++;
        return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
    }

    Irp irp() {
        return irp;
    }

    boolean isCompleted() {
        return completions > 0;
    }

    /** How it ended, when it has. */
    NtStatus await() {
        Patience.await(this::isCompleted, what);
        return irp.status();
    }

    /** As {@link #await()}; must succeed. */
    RaceIrp success() {
        NtStatus status = await();
        if (!status.isSuccess()) {
            throw new AssertionError(what + " ended with " + status);
        }
        return this;
    }

    <T> T pointer(Class<T> type) {
        return type.cast(irp.ioStatus().pointer());
    }
}
