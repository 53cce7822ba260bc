package org.wskscope.engine.kernel;

/** When a peer's FIN is reported while received bytes still wait (C-08). */
public enum GracefulDisconnect {
    /** After all buffered bytes were taken. */
    HOLD,
    /** At once. */
    EAGER
}
