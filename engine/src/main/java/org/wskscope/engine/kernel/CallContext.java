package org.wskscope.engine.kernel;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irql;

/** What the kernel knows about one thread: the client code it runs for it, and at which simulated level. Owned by that thread. */
final class CallContext {
    /** Completion routines that may run inside each other on one thread before requests are completed later instead. */
    private static final int DEEP = 8;

    private @Nullable Irql callbackLevel;
    private int completionDepth;

    /** The level of the callback running on this thread; null when none is. */
    @Nullable
    Irql callbackLevel() {
        return callbackLevel;
    }

    /** Enters client code at {@code level} (null: leaves it); returns the level to restore afterwards. */
    @Nullable
    Irql change(@Nullable Irql level) {
        Irql before = callbackLevel;
        callbackLevel = level;
        return before;
    }

    void enterCompletion() {
        completionDepth++;
    }

    void leaveCompletion() {
        completionDepth--;
    }

    /** Completion routines are nested deeply: a request that could complete inline should not, or the stack runs out (THR-15). */
    boolean isDeep() {
        return completionDepth >= DEEP;
    }
}
