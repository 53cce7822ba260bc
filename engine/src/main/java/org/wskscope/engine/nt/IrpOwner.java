package org.wskscope.engine.nt;

/** WSK's side of a pending IRP: is told what the client does to it although it may not. */
@FunctionalInterface
public interface IrpOwner {
    /** The client re-used, freed or modified {@code irp}, which is pending (VIO-09). On the thread that did, without any lock of the IRP held. */
    void touchedWhilePending(Irp irp);
}
