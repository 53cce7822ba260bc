package org.wskscope.engine.session;

/** The built-in remote ends. */
public enum PeerKind {
    /** Connects and does only what {@link EngineCommand.SendFromPeer} and its kind tell it to. */
    MANUAL,
    ECHO_CLIENT,
    SENDER,
    SLOW_READER,
    RESETTER,
    DATAGRAM_BURST,
    /** As MANUAL, and never reads: what is sent to it piles up. */
    UNREADING,
    /** Listens at its target, takes one connection and does with it only what it is told. */
    SERVER
}
