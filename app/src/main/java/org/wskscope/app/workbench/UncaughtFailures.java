package org.wskscope.app.workbench;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.Notices;

/**
 * The last door on the FX thread: a failure nobody caught is logged with its stack trace, the same one only once, and
 * told to the user in one sentence. While the program is being ended from outside nothing is told: the toolkit takes itself apart then under events that still come.
 */
final class UncaughtFailures implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(UncaughtFailures.class);
    private static final int REMEMBERED = 64;

    private final Set<String> seen = new LinkedHashSet<>();
    private final Messages messages;
    private final Supplier<Notices> notices;

    UncaughtFailures(Messages messages, Supplier<Notices> notices) {
        this.messages = messages;
        this.notices = notices;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        if (isGoingDown()) {
            LOG.debug("{} failed while the program is being ended.", thread.getName(), failure);
        } else if (seen.size() < REMEMBERED && seen.add(signature(failure))) {
            LOG.error("A part of the window failed on {}.", thread.getName(), failure);
            notices.get().refused("", messages.get("failure.uncaught"));
        }
    }

    /** Hooks of the virtual machine can be changed until it goes down; this takes none away, for none is the thread that asks. */
    private static boolean isGoingDown() {
        try {
            Runtime.getRuntime().removeShutdownHook(Thread.currentThread());
            return false;
        } catch (IllegalStateException goingDown) {
            return true;
        }
    }

    private static String signature(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getClass().getName() + (trace.length == 0 ? "" : "@" + trace[0]);
    }
}
