package org.wskscope.engine.nt;

import org.jspecify.annotations.Nullable;

/**
 * An I/O request packet. Created by the client with a completion routine, owned by WSK from submission until its completion routine runs, and exactly
 * once completed (API-IRP-01). An IRP gets a number with each submission; trace records carry that number. All methods may be called on any
 * thread.
 */
public final class Irp {
    /** Where a pending request can be told to stop; given by whoever took the IRP. */
    @FunctionalInterface
    public interface CancelRoutine {
        /** Called at most once per submission, on the thread that cancels, without any lock of this IRP held. */
        void cancel(Irp irp);
    }

    private enum Stage {
        IDLE,
        OWNED,
        COMPLETED
    }

    private final IrpCompletion completion;
    private Stage stage = Stage.IDLE;
    private int number;
    private boolean pendingReturned;
    private boolean cancelRequested;
    private @Nullable CancelRoutine cancelRoutine;
    private NtStatus status = NtStatus.STATUS_PENDING;
    private long information;
    private @Nullable Object pointer;
    private @Nullable IoStatusBlock ioStatus;
    private volatile @Nullable Object driverContext;

    public Irp(IrpCompletion completion) {
        this.completion = completion;
    }

    /** The number of the latest submission, from 1; 0 before the first. */
    public synchronized int number() {
        return number;
    }

    /** True from submission to completion. */
    public synchronized boolean isOwnedByWsk() {
        return stage == Stage.OWNED;
    }

    /** How the request ended; null until it has. Built when first asked for, so that completing allocates nothing. */
    public synchronized @Nullable IoStatusBlock ioStatus() {
        if (ioStatus == null && stage == Stage.COMPLETED) {
            ioStatus = new IoStatusBlock(status, information, pointer);
        }
        return ioStatus;
    }

    /** {@code IoStatus.Status}; STATUS_PENDING until the request is completed. */
    public synchronized NtStatus status() {
        return status;
    }

    /** {@code IoStatus.Information} as a number; 0 until the request is completed. */
    public synchronized long information() {
        return information;
    }

    /** {@code Tail.Overlay.DriverContext}: belongs to whoever owns the IRP; kept across re-use, so that WSK's book-keeping can be used again. */
    public @Nullable Object driverContext() {
        return driverContext;
    }

    public void setDriverContext(@Nullable Object newDriverContext) {
        driverContext = newDriverContext;
    }

    /** True when the function that took this IRP answered STATUS_PENDING (API-IRP-07). */
    public synchronized boolean pendingReturned() {
        return pendingReturned;
    }

    /** {@code IoReuseIrp}: makes a completed IRP ready for another submission. */
    public synchronized void reuse() {
        if (stage == Stage.OWNED) {
            throw new IllegalStateException("IRP #" + number + " is pending; it can be re-used only after completion");
        }
        stage = Stage.IDLE;
        status = NtStatus.STATUS_PENDING;
        information = 0;
        pointer = null;
        ioStatus = null;
        pendingReturned = false;
        cancelRequested = false;
        cancelRoutine = null;
    }

    /** {@code IoCancelIrp}: asks for the pending request to end; it still completes exactly once. Returns whether anybody was asked. */
    public boolean cancel() {
        CancelRoutine routine;
        synchronized (this) {
            if (stage != Stage.OWNED || cancelRequested) {
                return false;
            }
            cancelRequested = true;
            routine = cancelRoutine;
        }
        if (routine == null) {
            return false;
        }
        routine.cancel(this);
        return true;
    }

    /** WSK's side: takes the IRP. Returns false, changing nothing, when it is already owned or not re-used since its completion (VIO-09). */
    public synchronized boolean submit(int submissionNumber) {
        if (stage != Stage.IDLE) {
            return false;
        }
        stage = Stage.OWNED;
        number = submissionNumber;
        return true;
    }

    /**
     * WSK's side: the request stays pending and can be cancelled through {@code routine}. Returns false when a cancel came first; the caller then
     * completes the IRP itself.
     */
    public synchronized boolean markPending(CancelRoutine routine) {
        pendingReturned = true;
        if (cancelRequested) {
            return false;
        }
        cancelRoutine = routine;
        return true;
    }

    /** WSK's side: completes the request and runs the completion routine on this thread. Returns what the routine returned. */
    public NtStatus complete(NtStatus finalStatus, long finalInformation, @Nullable Object finalPointer) {
        synchronized (this) {
            if (stage != Stage.OWNED) {
                throw new IllegalStateException(
                        "IRP #" + number + " completed while " + stage + "; each IRP completes exactly once");
            }
            stage = Stage.COMPLETED;
            cancelRoutine = null;
            status = finalStatus;
            information = finalInformation;
            pointer = finalPointer;
        }
        return completion.completed(this);
    }
}
