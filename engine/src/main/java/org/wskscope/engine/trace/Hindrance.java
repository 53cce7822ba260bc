package org.wskscope.engine.trace;

/**
 * For what something waits that cannot end yet.
 *
 * @param kind what has to happen first
 * @param record the record of that, or −1: the callback that has not returned, the completion whose routine runs, the birth of the socket that is open, the capture
 * @param socket the socket that has to be closed, or 0
 * @param others how many more of the client's things have to end besides
 */
public record Hindrance(Kind kind, long record, int socket, int others) {
    /** Nothing, or nothing that is known. */
    public static final Hindrance NONE = new Hindrance(Kind.NONE, RecordHead.NO_CAUSE, 0, 0);

    /** {@code ordinal()} is stored: append only. */
    public enum Kind {
        NONE,
        /** A callback in progress has to return (CTL-ECB-09, API-CLO-02). */
        CALLBACK,
        /** A completion routine has to return (API-CLO-07). */
        ROUTINE,
        /** The network has to let go of the address. */
        ENDPOINT,
        /** A socket has to be closed (API-REG-10). */
        SOCKET,
        /** A capture has to be released (API-REG-08). */
        CAPTURE,
        /** A client-level function or its IRP has to end (API-REG-10). */
        CALL,
        /** The provider has to come up (API-REG-05). */
        PROVIDER
    }

    public static Hindrance by(Kind kind, long record) {
        return new Hindrance(kind, record, 0, 0);
    }

    public boolean isKnown() {
        return kind != Kind.NONE;
    }

    /** Kind, socket and the number of others in one word. */
    long packed() {
        return kind.ordinal() | (long) Math.min(others, 0xFF_FFFF) << 8 | (long) socket << 32;
    }
}
