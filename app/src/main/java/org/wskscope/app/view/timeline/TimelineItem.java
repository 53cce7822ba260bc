package org.wskscope.app.view.timeline;

import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.LaneKind;

/** Something painted on a lane. Coordinates are pixels on the canvas. */
sealed interface TimelineItem {
    TimelineRow row();

    double x();

    double y();

    double width();

    double height();

    /** One bar; a retained list is a tail behind the callback that kept it. */
    record BarMark(TimelineRow row, Bar bar, double x, double y, double width, double height) implements TimelineItem {}

    /**
     * Many bars that cannot be told apart at this zoom.
     *
     * @param kind the lane they lie on; a thin line shows several
     * @param codes bit {@code 1 << code} for every code among them
     */
    record GroupMark(
            TimelineRow row,
            LaneKind kind,
            long startNanos,
            long endNanos,
            int count,
            int codes,
            double x,
            double y,
            double width,
            double height)
            implements TimelineItem {
        /** Both together; {@code next} touches this one, and has the same codes. */
        GroupMark and(GroupMark next) {
            return new GroupMark(
                    row,
                    kind,
                    startNanos,
                    Math.max(endNanos, next.endNanos),
                    count + next.count,
                    codes,
                    x,
                    y,
                    Math.max(x + width, next.x + next.width) - x,
                    height);
        }
    }
}
