package org.wskscope.engine.trace;

/** What a built-in remote end did or saw; {@code ordinal()} is stored: append only. */
public enum PeerChange {
    /** It is connected, or waits for a connection, and works. */
    WORKING(false),
    /** It handed bytes to its network. */
    SENT(false),
    /** Bytes came to it. */
    RECEIVED(false),
    /** It sent and received what its totals say; not every message has a record of its own. */
    PROGRESSED(false),
    /** It finished its direction in order. */
    SENT_FIN(false),
    /** It reset its connection. */
    SENT_RESET(true),
    /** The other side finished, and so does it. */
    SAW_FIN(true),
    /** The other side reset the connection. */
    SAW_RESET(true),
    /** It could not connect. */
    CONNECT_FAILED(true),
    /** Its work is done. */
    FINISHED(true),
    /** Somebody stopped it. */
    STOPPED(true),
    /** It failed in another way. */
    FAILED(true);

    private final boolean last;

    PeerChange(boolean last) {
        this.last = last;
    }

    /** Afterwards it does nothing more. */
    public boolean isFinal() {
        return last;
    }
}
