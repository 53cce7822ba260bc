package org.wskscope.engine.session;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.IoStatusBlock;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.Transport;

/** Lets a thread that may wait, never a processor, wait for one IRP. */
final class IrpWait implements Consumer<Irp> {
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Transport transport;
    private final CountDownLatch completed = new CountDownLatch(1);
    private volatile @Nullable IoStatusBlock result;

    IrpWait(Transport transport) {
        this.transport = transport;
    }

    @Override
    public void accept(Irp irp) {
        result = irp.ioStatus();
        completed.countDown();
    }

    /** How the request ended; STATUS_PENDING when it has not within some seconds or the thread was interrupted. */
    NtStatus await() {
        transport.waitUntil(completed, LIMIT_NANOS);
        IoStatusBlock known = result;
        return known == null ? NtStatus.STATUS_PENDING : known.status();
    }
}
