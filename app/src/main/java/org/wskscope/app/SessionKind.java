package org.wskscope.app;

/** What the window can show a session of. */
enum SessionKind {
    /** The machine's real sockets, as time goes by. */
    LIVE("session.live"),
    /** A network in memory whose clock jumps from one thing that is due to the next. */
    VIRTUAL("session.virtual");

    private final String key;

    SessionKind(String key) {
        this.key = key;
    }

    /** Its word in the bundle; {@code .explain} behind it is the key of a sentence. */
    String key() {
        return key;
    }
}
