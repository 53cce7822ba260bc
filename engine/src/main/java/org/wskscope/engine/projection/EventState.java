package org.wskscope.engine.projection;

/** What a mask toggle shows for one event of one socket. */
public enum EventState {
    /** Not enabled. */
    OFF,
    /** Enabled; can be disabled. */
    ON,
    /** A disable was accepted and waits for calls in progress (CTL-ECB-09, -10). */
    WAITING,
    /** Enabled and cannot be taken back: static (CTL-STC-04), or a listener's default for accepted sockets (CTL-INH-04). */
    LOCKED
}
