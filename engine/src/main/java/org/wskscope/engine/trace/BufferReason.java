package org.wskscope.engine.trace;

/** Why input waits in the socket instead of being indicated. {@code ordinal()} is stored: append only. */
public enum BufferReason {
    EVENT_DISABLED,
    CALLBACK_IN_FLIGHT,
    PAUSED,
    ACCEPT_IN_PROGRESS,
    NOT_TAKEN
}
