package org.wskscope.engine.wsk;

import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;

/**
 * The kernel routines a WSK client uses beside WSK, as far as the engine can watch them: the level of a thread and its waits. On Windows nobody notices a wait in the
 * wrong place before everything stands still; here it is noted, and thrown or explained (THR-01, THR-13, C-32). Any thread; each method speaks of the calling one.
 */
public interface KernelCalls {
    /** For {@code timeoutNanos}: wait as long as it takes. */
    long NO_TIMEOUT = Long.MAX_VALUE;

    /** {@code KeGetCurrentIrql}: DISPATCH in most callbacks (C-34), PASSIVE on a thread of the client's own. */
    Irql currentIrql();

    /**
     * {@code KeRaiseIrql}: until {@link #lowerIrql}, or until the callback or completion routine it was called in returns. Returns the level before.
     *
     * @throws IllegalArgumentException when {@code newIrql} is lower than the present level
     */
    Irql raiseIrql(Irql newIrql);

    /**
     * {@code KeLowerIrql}: back to what {@link #raiseIrql} returned.
     *
     * @throws IllegalArgumentException when {@code newIrql} is higher than the present level, or lower than that the callback was called at
     */
    void lowerIrql(Irql newIrql);

    /**
     * {@code KeWaitForSingleObject} on an event that the completion routine of {@code irp} sets: returns when that routine has. A timeout of 0 only looks, which is
     * allowed anywhere. Any other wait belongs at PASSIVE_LEVEL outside callbacks and completion routines; elsewhere it is VIO-01, VIO-02 or VIO-20.
     *
     * @return STATUS_SUCCESS; STATUS_TIMEOUT; STATUS_INVALID_PARAMETER for an IRP that no function was ever given; STATUS_CANCELLED when the wait was broken off because
     *     the engine ends, somebody broke it or the thread was interrupted; STATUS_POSSIBLE_DEADLOCK when nothing is left that could end it
     * @throws WaitProhibitedException in strict mode, when it must not wait here
     */
    NtStatus waitFor(Irp irp, long timeoutNanos);

    /**
     * As {@link #waitFor}, until no call of {@code callback} is in progress on {@code socket}.
     *
     * @throws WaitProhibitedException in strict mode, when it must not wait here
     */
    NtStatus waitForReturn(WskSocket socket, WskCallback callback, long timeoutNanos);
}
