package org.wskscope.engine.kernel;

import org.jspecify.annotations.Nullable;

/** What a transition leaves to be done when the socket's lock is released: completion routines in the order of the completions, then everything else. Guarded by that lock. */
final class Afterwards {
    private @Nullable Request first;
    private @Nullable Request last;
    private @Nullable Runnable action;

    /** The routine of {@code request} is to run. */
    void finish(Request request) {
        if (last == null) {
            first = request;
        } else {
            last.nextDone = request;
        }
        last = request;
    }

    /** {@code next} is to run, behind what was given before. */
    void run(Runnable next) {
        Runnable before = action;
        action = before == null
                ? next
                : () -> {
                    before.run();
                    next.run();
                };
    }

    /** The first of a list of requests, which is forgotten here; null when none has ended. */
    @Nullable
    Request takeDone() {
        Request taken = first;
        first = null;
        last = null;
        return taken;
    }

    @Nullable
    Runnable takeAction() {
        Runnable taken = action;
        action = null;
        return taken;
    }
}
