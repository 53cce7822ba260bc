package org.wskscope.engine.session;

/** The built-in remote ends. */
public enum PeerKind {
    /** Connects and sends only what {@link EngineCommand.SendFromPeer} tells it to. */
    MANUAL,
    ECHO_CLIENT,
    SENDER,
    SLOW_READER,
    RESETTER,
    DATAGRAM_BURST
}
