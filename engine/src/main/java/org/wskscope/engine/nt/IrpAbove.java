package org.wskscope.engine.nt;

/** The driver that sent an IRP down to the client, and gets it back (API-IRP-06). */
@FunctionalInterface
public interface IrpAbove {
    /**
     * The completion reached this driver. On the thread that completed it.
     *
     * @param pendingMark the IRP's pending mark as it arrives here; false after STATUS_PENDING was returned means that a completion routine forgot to propagate it
     */
    void completed(Irp irp, boolean pendingMark);
}
