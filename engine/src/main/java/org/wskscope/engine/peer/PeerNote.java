package org.wskscope.engine.peer;

/** What a peer did or saw. */
public enum PeerNote {
    /** It has an address. */
    BOUND,
    /** It is connected, or waits for a connection, and works. */
    WORKING,
    SENT,
    RECEIVED,
    SENT_FIN,
    SENT_RESET,
    SAW_FIN,
    SAW_RESET,
    CONNECT_FAILED,
    /** Its work is done. */
    FINISHED,
    /** Somebody stopped it. */
    STOPPED,
    FAILED
}
