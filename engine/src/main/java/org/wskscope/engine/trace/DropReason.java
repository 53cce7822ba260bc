package org.wskscope.engine.trace;

/** Why a datagram was thrown away. {@code ordinal()} is stored: append only. */
public enum DropReason {
    /** The socket's queue was full (EVT-RFR-14). */
    QUEUE_FULL,
    /** It came from another sender than the socket's fixed remote address (EVT-RFR-13). */
    OTHER_SENDER,
    /** It was refused while its event is statically enabled (EVT-RFR-09). */
    REFUSED
}
