package org.wskscope.engine.testkit;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.IoStatusBlock;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;

/** An IRP that counts its completions and remembers what its completion routine saw. Any thread. */
public final class ClientIrp {
    private final Irp irp;
    private final AtomicInteger completions = new AtomicInteger();
    private volatile boolean pendingReturned;
    private volatile Runnable then = () -> {};

    public ClientIrp() {
        irp = new Irp(this::completed);
    }

    /** Done inside the completion routine. */
    public ClientIrp then(Runnable action) {
        then = action;
        return this;
    }

    private NtStatus completed(Irp done) {
        pendingReturned = done.pendingReturned();
        completions.incrementAndGet();
        then.run();
        return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
    }

    public Irp irp() {
        return irp;
    }

    public boolean isCompleted() {
        return completions.get() > 0;
    }

    public int completions() {
        return completions.get();
    }

    /** What {@code PendingReturned} was in the completion routine. */
    public boolean pendingReturned() {
        return pendingReturned;
    }

    public NtStatus status() {
        return irp.status();
    }

    public long information() {
        return irp.information();
    }

    /** The object the request delivered. */
    public <T> T pointer(Class<T> type) {
        @Nullable IoStatusBlock ended = irp.ioStatus();
        if (ended == null || !type.isInstance(ended.pointer())) {
            throw new AssertionError("the IRP delivered no " + type.getSimpleName() + " but " + ended);
        }
        return type.cast(ended.pointer());
    }
}
