package org.wskscope.app.view.timeline;

import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;

/**
 * One line of the timeline. Lengths are pixels at 100 %, {@code y} from the top of its part: the sockets, or the processors.
 *
 * @param lane what it shows; a socket's retained lists are drawn in the line of its callbacks
 * @param owner name of the socket, or of the processor
 * @param first it is its owner's first line, and carries the name
 * @param collapsed a socket at rest has this one line for all its lanes
 * @param connections how many connections it shows as one, 0 for a line that stands for itself
 * @param bar height of its bars
 */
record TimelineRow(
        LaneKey lane,
        String owner,
        boolean first,
        boolean collapsed,
        int connections,
        double y,
        double height,
        double bar) {
    double bottom() {
        return y + height;
    }

    /** Whether it shows what happens on many sockets. */
    boolean shared() {
        return lane.isShared();
    }

    /** Whether it shows callbacks, or the work of a processor: what runs. */
    boolean isMain() {
        return lane.kind() == LaneKind.CALLBACKS || lane.kind() == LaneKind.SHARED_CALLBACKS;
    }

    /** Where its bars begin; the first line of an owner leaves room for the line above it, control calls leave room for words below. */
    double barTop() {
        return switch (lane.kind()) {
            case CONTROL, SHARED_CONTROL -> y + (height > 30 ? 3 : 1);
            default -> y + (height - bar) / 2 + (first ? 1 : 0);
        };
    }
}
