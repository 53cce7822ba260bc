package org.wskscope.engine.wsk;

import org.wskscope.engine.nt.NtStatus;

/**
 * The promise to return from a callback later (C-40): the callback stays in progress, but holds no thread. Obtained inside the callback from
 * {@link WskSocket#deferReturn()}; the value the callback method itself returns is then ignored.
 */
public interface DeferredReturn {
    /** Which call it is: the sequence of the trace record of its beginning, or −1 when the log took no more. */
    long entered();

    /**
     * The callback returns {@code status} now. Any thread; WSK applies the consequences on the socket's processor. Returns false when the return was already
     * given.
     */
    boolean complete(NtStatus status);

    /** As {@link #complete(NtStatus)}, for an inspect callback. */
    default boolean complete(InspectAction action) {
        return complete(action.asReturn());
    }
}
