package org.wskscope.engine.transport;

/** How {@link Transport#waitUntil} ended. */
public enum WaitEnd {
    /** What was waited for is there. */
    OVER,
    TIMED_OUT,
    /** The thread was interrupted; its interrupt status is set again. */
    INTERRUPTED,
    /** Nothing is left that could run and end the wait. Only a network that lives by the waiting thread can know. */
    STUCK
}
