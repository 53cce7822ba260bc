package org.wskscope.engine.session;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a socket from being closed while a thread is inside one of its functions (API-CLO-05): who calls a function enters first, and a close waits, without
 * a thread, until the last one has left. Any thread.
 */
final class CallGate {
    @GuardedBy("this")
    private int inside;

    @GuardedBy("this")
    private boolean closing;

    @GuardedBy("this")
    private @Nullable Runnable closer;

    /** False when the socket is being closed: the function must not be called. */
    synchronized boolean enter() {
        if (closing) {
            return false;
        }
        inside++;
        return true;
    }

    void leave() {
        Runnable run;
        synchronized (this) {
            inside--;
            if (inside > 0 || closer == null) {
                return;
            }
            run = closer;
            closer = null;
        }
        run.run();
    }

    /** Lets nobody in any more and runs {@code close} as soon as nobody is inside, perhaps now. False when it is being closed already. */
    boolean close(Runnable close) {
        synchronized (this) {
            if (closing) {
                return false;
            }
            closing = true;
            if (inside > 0) {
                closer = close;
                return true;
            }
        }
        close.run();
        return true;
    }
}
