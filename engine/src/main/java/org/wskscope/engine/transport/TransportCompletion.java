package org.wskscope.engine.transport;

import org.wskscope.engine.nt.NtStatus;

/** Told once how a transport operation ended, on the channel's processor, never inline in the call that started it. */
@FunctionalInterface
public interface TransportCompletion {
    /** Tells nobody. */
    TransportCompletion NONE = status -> {};

    void completed(NtStatus status);
}
