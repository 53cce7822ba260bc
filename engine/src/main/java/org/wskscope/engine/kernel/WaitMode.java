package org.wskscope.engine.kernel;

/** What happens when a client waits where it must not (C-32). Either way it is noted. */
public enum WaitMode {
    /** The wait throws {@link org.wskscope.engine.wsk.WaitProhibitedException} at once. */
    STRICT,
    /** The thread really waits, as on Windows, and the {@link Watchdog} explains what it is stuck on. */
    FAITHFUL
}
