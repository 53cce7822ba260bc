package org.wskscope.engine.nt;

/**
 * The completion routine of an IRP. Runs on any thread, possibly before the function that took the IRP returns (API-IRP-03). Must not wait for
 * any WSK request (THR-14).
 */
@FunctionalInterface
public interface IrpCompletion {
    /**
     * @return {@link NtStatus#STATUS_MORE_PROCESSING_REQUIRED} for an IRP the client owns (API-IRP-04)
     */
    NtStatus completed(Irp irp);
}
