package org.wskscope.app.view.timeline;

import org.wskscope.app.control.TimeViewport;

/** A piece of session time, nanoseconds. */
record Span(long fromNanos, long toNanos) {
    /** The view that shows it with room around it; a moment gets a millisecond. */
    TimeViewport viewport() {
        long width = toNanos - fromNanos;
        long room = width > 0 ? width / 4 : 500_000;
        return TimeViewport.between(fromNanos - room, toNanos + room);
    }
}
