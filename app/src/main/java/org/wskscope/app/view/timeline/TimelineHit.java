package org.wskscope.app.view.timeline;

import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.wsk.SocketId;

/** What lies under a pixel of the timeline. */
sealed interface TimelineHit {
    record OnBar(Bar bar) implements TimelineHit {}

    record OnGroup(TimelineRow row, long startNanos, long endNanos, int count) implements TimelineHit {}

    /** A socket's name. */
    record OnSocket(SocketId socket) implements TimelineHit {}

    /** The name of a listener that stands for its connections. */
    record OnFold(SocketId listener, int connections) implements TimelineHit {}

    /** The line about closed sockets. */
    record OnNotice() implements TimelineHit {}
}
