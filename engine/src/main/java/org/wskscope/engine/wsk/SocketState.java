package org.wskscope.engine.wsk;

/** The states of section 2.1. {@code ordinal()} is stored in trace records: append only. */
public enum SocketState {
    CREATED,
    BOUND,
    LISTENING,
    CONNECTING,
    CONNECTED,
    HALF_CLOSED_LOCAL,
    HALF_CLOSED_REMOTE,
    DISCONNECTED,
    DEAD,
    CLOSING,
    CLOSED
}
