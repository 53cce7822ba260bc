package org.wskscope.app.feed;

import org.wskscope.app.state.DisplayMode;

/**
 * How the playhead is to move.
 *
 * @param speed session nanoseconds to a real one while slowed
 */
record Pace(DisplayMode mode, double speed) {
    static final Pace LIVE = new Pace(DisplayMode.LIVE, 1);
}
