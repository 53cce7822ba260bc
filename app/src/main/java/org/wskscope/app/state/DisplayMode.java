package org.wskscope.app.state;

/** How the playhead moves. The engine goes on in every mode. */
public enum DisplayMode {
    /** It follows the tail of the log. */
    LIVE,
    /** It stands still. */
    PAUSED,
    /** It follows the records' time more slowly than it passed. */
    SLOWED
}
