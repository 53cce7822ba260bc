package org.wskscope.engine.session;

import java.util.concurrent.atomic.AtomicBoolean;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.WskCallback;

/** A callback of the demonstration client that has not returned yet (C-40). Any thread; returns once. */
final class HeldCall {
    /** What the client does last in a callback; gives the status to return. */
    @FunctionalInterface
    interface Ending {
        NtStatus end(NtStatus status, long bytesAccepted);
    }

    private final WskCallback callback;
    private final DeferredReturn deferred;
    private final Ending ending;
    private final AtomicBoolean returned = new AtomicBoolean();

    HeldCall(WskCallback callback, DeferredReturn deferred, Ending ending) {
        this.callback = callback;
        this.deferred = deferred;
        this.ending = ending;
    }

    /** The sequence of the record of its beginning. */
    long entered() {
        return deferred.entered();
    }

    WskCallback callback() {
        return callback;
    }

    /** Lets it return now; false when it already has. */
    boolean finish(NtStatus status, long bytesAccepted) {
        if (!returned.compareAndSet(false, true)) {
            return false;
        }
        return deferred.complete(ending.end(status, bytesAccepted));
    }
}
