package org.wskscope.app;

/** What the window can show a session of. */
enum SessionKind {
    /** The machine's real sockets, as time goes by. */
    LIVE("session.live", "session.live.explain"),
    /** A network in memory whose clock jumps from one thing that is due to the next. */
    VIRTUAL("session.virtual", "session.virtual.explain");

    private final String key;
    private final String explainKey;

    SessionKind(String key, String explainKey) {
        this.key = key;
        this.explainKey = explainKey;
    }

    /** Its word in the bundle. */
    String key() {
        return key;
    }

    /** A sentence about it. */
    String explainKey() {
        return explainKey;
    }
}
