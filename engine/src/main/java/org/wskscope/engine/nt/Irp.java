package org.wskscope.engine.nt;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An I/O request packet. Owned by WSK from submission until its completion routine runs, and exactly once completed (API-IRP-01). An IRP gets a number with each
 * submission; trace records carry that number. All methods may be called on any thread.
 *
 * <p>Most are the client's own, with a routine that gets it back ({@link #Irp(IrpCompletion)}, {@link #allocate}). One {@link #fromAbove} belongs to another driver:
 * when its routine does not keep it, its completion goes on upwards (API-IRP-06).
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
        COMPLETED,
        FREED
    }

    private final @Nullable IrpAbove above;
    private volatile @Nullable CompletionCall completion;

    @GuardedBy("this")
    private Stage stage = Stage.IDLE;

    @GuardedBy("this")
    private int number;

    private volatile int finished;

    @GuardedBy("this")
    private boolean pendingReturned;

    @GuardedBy("this")
    private boolean pendingPropagated;

    @GuardedBy("this")
    private boolean cancelRequested;

    @GuardedBy("this")
    private @Nullable IrpOwner owner;

    @GuardedBy("this")
    private @Nullable CancelRoutine cancelRoutine;

    @GuardedBy("this")
    private NtStatus status = NtStatus.STATUS_PENDING;

    @GuardedBy("this")
    private long information;

    @GuardedBy("this")
    private @Nullable Object pointer;

    @GuardedBy("this")
    private @Nullable IoStatusBlock ioStatus;

    private volatile @Nullable Object driverContext;
    private volatile @Nullable List<Runnable> waiting;

    /** A client's own IRP with a routine for success, error and cancel. */
    public Irp(IrpCompletion completion) {
        this.above = null;
        this.completion = new CompletionCall(completion, true, true, true);
    }

    private Irp(@Nullable IrpAbove above) {
        this.above = above;
    }

    /** {@code IoAllocateIrp}: a client's own IRP without a completion routine; it needs one before it is given to WSK (API-IRP-04). */
    public static Irp allocate() {
        return new Irp((IrpAbove) null);
    }

    /** An IRP another driver sent down; {@code above} gets it back. A completion routine is optional (API-IRP-06). */
    public static Irp fromAbove(IrpAbove above) {
        return new Irp(above);
    }

    /** {@code IoSetCompletionRoutine}: what runs on success, on an error and on a cancel. */
    public void setCompletionRoutine(IrpCompletion routine, boolean onSuccess, boolean onError, boolean onCancel) {
        refuseWhilePending("cannot be given another completion routine");
        completion = new CompletionCall(routine, onSuccess, onError, onCancel);
    }

    /** True when the client allocated it; false when it came from above. */
    public boolean isClientOwned() {
        return above == null;
    }

    /** A completion routine that runs whatever the outcome is: what a client's own IRP must have (API-IRP-04). */
    public boolean hasRoutineForAll() {
        CompletionCall call = completion;
        return call != null && call.onSuccess && call.onError && call.onCancel;
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

    /**
     * {@code IoMarkIrpPending} inside a completion routine of an IRP from above: what every routine owes that lets the completion go on while {@link
     * #pendingReturned()}. Without a routine it is done for the client (API-IRP-06).
     */
    public synchronized void propagatePending() {
        pendingPropagated = true;
    }

    private synchronized boolean isPendingPropagated() {
        return pendingPropagated;
    }

    /** {@code IoReuseIrp}: makes a completed IRP ready for another submission. Throws {@link IllegalStateException} while it is pending (VIO-09). */
    public void reuse() {
        List<Runnable> toNotify = tryMakeReady();
        while (toNotify == null) {
            // Throws, unless the IRP has completed since.
            refuseWhilePending("can be re-used only after completion");
            toNotify = tryMakeReady();
        }
        if (!toNotify.isEmpty()) {
            toNotify.forEach(Runnable::run);
        }
    }

    private synchronized @Nullable List<Runnable> tryMakeReady() {
        if (stage == Stage.OWNED) {
            return null;
        }
        stage = Stage.IDLE;
        status = NtStatus.STATUS_PENDING;
        information = 0;
        pointer = null;
        ioStatus = null;
        pendingReturned = false;
        pendingPropagated = false;
        cancelRequested = false;
        cancelRoutine = null;
        return takeWaiting();
    }

    /** {@code IoFreeIrp}: no function takes it any more. Throws {@link IllegalStateException} while it is pending (VIO-09). */
    public void free() {
        refuseWhilePending("can be freed only after completion");
        synchronized (this) {
            stage = Stage.FREED;
        }
    }

    private void refuseWhilePending(String what) {
        IrpOwner toNotify;
        int pending;
        synchronized (this) {
            if (stage != Stage.OWNED) {
                return;
            }
            toNotify = owner;
            pending = number;
        }
        if (toNotify != null) {
            toNotify.touchedWhilePending(this);
        }
        throw new IllegalStateException("IRP #" + pending + " is pending; it " + what);
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

    /**
     * Has {@code toNotify} run once, as soon as the latest submission has ended and its completion routine has returned; at the latest when the IRP is re-used. Returns
     * false, and never runs it, when that is so already or the IRP was not submitted since it was made ready.
     */
    public boolean notifyWhenFinished(Runnable toNotify) {
        synchronized (this) {
            if (stage == Stage.IDLE || stage == Stage.FREED) {
                return false;
            }
            List<Runnable> list = waiting;
            if (list == null) {
                list = new ArrayList<>(1);
            }
            list.add(toNotify);
            waiting = list;
            // A routine that returns now sees the list, or its mark is seen here: both are volatile.
            if (finished == number) {
                list.remove(toNotify);
                return false;
            }
            return true;
        }
    }

    /** What {@link #notifyWhenFinished} was given is no longer wanted. */
    public synchronized void forget(Runnable toNotify) {
        List<Runnable> list = waiting;
        if (list != null) {
            list.remove(toNotify);
        }
    }

    /** True when nothing of this IRP is on its way: {@link #notifyWhenFinished} would answer false. */
    public synchronized boolean isFinished() {
        return stage == Stage.IDLE || stage == Stage.FREED || finished == number;
    }

    private List<Runnable> takeWaiting() {
        List<Runnable> list = waiting;
        waiting = null;
        return list == null ? List.of() : list;
    }

    /** WSK's side: takes the IRP, for {@code newOwner}. Returns false, changing nothing, when it is not ready: owned, completed and not re-used, or freed (VIO-09). */
    public synchronized boolean submit(int submissionNumber, IrpOwner newOwner) {
        if (stage != Stage.IDLE) {
            return false;
        }
        stage = Stage.OWNED;
        number = submissionNumber;
        owner = newOwner;
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

    /**
     * WSK's side: completes the request and runs the completion routine on this thread. Returns what the routine returned; STATUS_MORE_PROCESSING_REQUIRED when none
     * was to run for an IRP of the client's own, which then keeps it.
     */
    public NtStatus complete(NtStatus finalStatus, long finalInformation, @Nullable Object finalPointer) {
        int ended;
        synchronized (this) {
            if (stage != Stage.OWNED) {
                throw new IllegalStateException(
                        "IRP #" + number + " completed while " + stage + "; each IRP completes exactly once");
            }
            stage = Stage.COMPLETED;
            cancelRoutine = null;
            owner = null;
            status = finalStatus;
            information = finalInformation;
            pointer = finalPointer;
            ended = number;
        }
        try {
            return goUp(finalStatus);
        } finally {
            finish(ended);
        }
    }

    private NtStatus goUp(NtStatus finalStatus) {
        CompletionCall call = completion;
        boolean runs = call != null && call.isFor(finalStatus);
        NtStatus answer = call != null && runs ? call.routine.completed(this) : NtStatus.STATUS_SUCCESS;
        IrpAbove receiver = above;
        if (receiver == null) {
            return runs ? answer : NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        }
        if (!NtStatus.STATUS_MORE_PROCESSING_REQUIRED.equals(answer)) {
            receiver.completed(this, runs ? isPendingPropagated() : pendingReturned());
        }
        return answer;
    }

    private void finish(int ended) {
        finished = ended;
        if (waiting == null) {
            return;
        }
        List<Runnable> toNotify = List.of();
        synchronized (this) {
            if (number == ended) {
                toNotify = takeWaiting();
            }
        }
        toNotify.forEach(Runnable::run);
    }

    /** A routine and the outcomes it runs for. */
    private record CompletionCall(IrpCompletion routine, boolean onSuccess, boolean onError, boolean onCancel) {
        boolean isFor(NtStatus status) {
            if (status.equals(NtStatus.STATUS_CANCELLED)) {
                return onCancel;
            }
            return status.isSuccess() ? onSuccess : onError;
        }
    }
}
