package org.wskscope.engine.wsk;

/** Where a program meets WSK: {@code WskRegister}. One per session. */
public interface Wsk {
    /** {@code WskRegister}: each registration is independent of the others (API-REG-02). */
    WskRegistration register(WskClientNpi clientNpi);

    /** The kernel routines that belong to this WSK's callbacks and IRPs. */
    KernelCalls kernelCalls();
}
