package org.wskscope.app.view.timeline;

import org.wskscope.engine.projection.LaneKind;

/**
 * How high lanes are, pixels at 100 %: as comfortable as the room allows.
 *
 * @param callbacks a line of callbacks, and {@code callbackBar} its bars
 * @param irps a line of requests
 * @param control a line of control calls, with the words below them
 * @param collapsed the one line of a socket at rest
 * @param padding above the first line of a socket
 */
record LaneHeights(
        double callbacks,
        double callbackBar,
        double irps,
        double irpBar,
        double control,
        double controlBar,
        double collapsed,
        double padding) {
    static final LaneHeights ROOMY = new LaneHeights(30, 22, 22, 14, 34, 13, 18, 4);
    static final LaneHeights COMPACT = new LaneHeights(22, 17, 14, 8, 26, 8, 14, 2);
    static final LaneHeights TIGHT = new LaneHeights(17, 15, 8, 5, 22, 6, 12, 1);

    /** A line whose lane can be told: less than this and nobody reads its name. */
    static final double LEGIBLE = TIGHT.callbacks;

    double line(LaneKind kind) {
        return switch (kind) {
            case CALLBACKS, SHARED_CALLBACKS, RETAINED, PROCESSOR -> callbacks;
            case IRPS, SHARED_IRPS -> irps;
            case CONTROL, SHARED_CONTROL -> control;
        };
    }

    double bar(LaneKind kind) {
        return switch (kind) {
            case CALLBACKS, SHARED_CALLBACKS, RETAINED, PROCESSOR -> callbackBar;
            case IRPS, SHARED_IRPS -> irpBar;
            case CONTROL, SHARED_CONTROL -> controlBar;
        };
    }
}
