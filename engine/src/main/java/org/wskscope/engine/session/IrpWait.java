package org.wskscope.engine.session;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.IoStatusBlock;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;

/** Lets a thread of its own, never a processor, wait for one IRP. */
final class IrpWait implements Consumer<Irp> {
    private static final long LIMIT_SECONDS = 5;

    private final CountDownLatch completed = new CountDownLatch(1);
    private volatile @Nullable IoStatusBlock result;

    @Override
    public void accept(Irp irp) {
        result = irp.ioStatus();
        completed.countDown();
    }

    /** How the request ended; STATUS_PENDING when it has not within some seconds or the thread was interrupted. */
    NtStatus await() {
        try {
            if (!completed.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                return NtStatus.STATUS_PENDING;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return NtStatus.STATUS_PENDING;
        }
        IoStatusBlock known = result;
        return known == null ? NtStatus.STATUS_PENDING : known.status();
    }
}
