package org.wskscope.app.view.timeline;

import org.wskscope.engine.projection.LaneKey;

/**
 * One line of the timeline. Lengths are pixels at 100 %, {@code y} from the top of its part: the sockets, or the processors.
 *
 * @param lane what it shows; a socket's retained lists are drawn in the line of its callbacks
 * @param owner name of the socket, or of the processor
 * @param first it is its owner's first line, and carries the name
 * @param thin a socket at rest has this one line for all its lanes
 * @param bar height of its bars
 */
record TimelineRow(LaneKey lane, String owner, boolean first, boolean thin, double y, double height, double bar) {
    double bottom() {
        return y + height;
    }

    /** Where its bars begin; the first line of an owner leaves room for the line above it. */
    double barTop() {
        return switch (lane.kind()) {
            case CONTROL -> y + 3;
            default -> y + (height - bar) / 2 + (first ? 1 : 0);
        };
    }
}
