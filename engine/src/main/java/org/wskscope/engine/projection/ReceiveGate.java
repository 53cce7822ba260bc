package org.wskscope.engine.projection;

/** Whether WSK indicates what arrives on a socket, and if not, why (sections 2.3 and 2.6). */
public enum ReceiveGate {
    /** It does, as far as the event is enabled. */
    OPEN,
    /** The callback took only a part: paused until a {@code WskReceive}. */
    PAUSED,
    /** The callback refused the data: paused until a {@code WskReceive}. */
    REFUSED,
    /** A disable of the event was accepted and waits for the calls in progress. */
    DRAINING
}
