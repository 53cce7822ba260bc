package org.wskscope.engine.session;

/** The built-in remote ends. */
public enum PeerKind {
    ECHO_CLIENT,
    SENDER,
    SLOW_READER,
    RESETTER,
    DATAGRAM_BURST
}
