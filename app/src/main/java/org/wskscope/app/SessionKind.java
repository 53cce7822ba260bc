package org.wskscope.app;

/** What the window can show a session of. */
enum SessionKind {
    /** The machine's real sockets, as time goes by. */
    LIVE("session.live", "session.live.explain", "session.new.live"),
    /** A network in memory whose clock jumps from one thing that is due to the next. */
    VIRTUAL("session.virtual", "session.virtual.explain", "session.new.virtual");

    private final String key;
    private final String explainKey;
    private final String newKey;

    SessionKind(String key, String explainKey, String newKey) {
        this.key = key;
        this.explainKey = explainKey;
        this.newKey = newKey;
    }

    /** Its word in the bundle. */
    String key() {
        return key;
    }

    /** A sentence about it. */
    String explainKey() {
        return explainKey;
    }

    /** The words for making another one. */
    String newKey() {
        return newKey;
    }
}
