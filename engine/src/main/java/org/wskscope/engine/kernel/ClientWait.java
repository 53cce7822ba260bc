package org.wskscope.engine.kernel;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.wskscope.engine.nt.NtStatus;

/** One wait of one thread of the client. Its fields are written by that thread before others see it, except the last ones. */
final class ClientWait {
    final CountDownLatch over = new CountDownLatch(1);
    final WaitTarget target;

    /** Who waits, as explanations call it. */
    final String waiter;

    /** The processor the thread is, or −1. */
    final int processor;

    final List<CallContext.CallInProgress> holding;

    /** The socket its records name. */
    final int socket;

    /** The WaitBegan record. */
    final long began;

    final long beganNanos;

    /** Written under the lock of {@link ClientWaits}. */
    boolean explained;

    private volatile NtStatus end = NtStatus.STATUS_SUCCESS;

    ClientWait(WaitTarget target, Waiter waiter, int socket, long began, long beganNanos) {
        this.target = target;
        this.waiter = waiter.name();
        this.processor = waiter.processor();
        this.holding = waiter.holding();
        this.socket = socket;
        this.began = began;
        this.beganNanos = beganNanos;
    }

    /** Ends it from outside: what it waited for has not happened. */
    void breakOff() {
        end = NtStatus.STATUS_CANCELLED;
        over.countDown();
    }

    /** SUCCESS, or CANCELLED when it was broken off. */
    NtStatus end() {
        return end;
    }

    /** Who waits. */
    record Waiter(String name, int processor, List<CallContext.CallInProgress> holding) {}
}
