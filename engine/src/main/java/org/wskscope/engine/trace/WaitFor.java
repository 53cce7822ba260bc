package org.wskscope.engine.trace;

/** What a client's thread waits for. {@code ordinal()} is stored: append only. */
public enum WaitFor {
    /** The end of a request. */
    IRP,
    /** The return of a callback. */
    CALLBACK_RETURN,
    /** What {@code WskDeregister} waits for: no captures and no sockets left (API-REG-10). */
    DEREGISTRATION,
    /** The provider, in {@code WskCaptureProviderNPI} (API-REG-05). */
    PROVIDER
}
