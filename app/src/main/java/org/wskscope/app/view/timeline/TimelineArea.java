package org.wskscope.app.view.timeline;

import org.wskscope.app.control.TimeViewport;

/**
 * The piece of paper a layout is made for: what is in view, and how large. Lengths are pixels with the UI scale in them.
 *
 * @param gutter width of the column of names at the left
 * @param ruler height of the strip of ticks at the top
 * @param pinned height of the processors' part at the bottom, which does not scroll
 * @param scrollY how far the sockets' lines are scrolled up
 */
record TimelineArea(
        TimeViewport viewport,
        double width,
        double height,
        double gutter,
        double ruler,
        double pinned,
        double scrollY,
        double scale) {

    double xOf(double nanos) {
        return gutter + viewport.xOf(nanos, width - gutter);
    }

    double nanosPerPixel() {
        return viewport.span() / Math.max(1, width - gutter);
    }

    /** Where the sockets' part ends and the processors' part begins. */
    double pinnedTop() {
        return Math.max(ruler, height - pinned);
    }

    /** The pixel line of a distance from the top of the sockets' lines, given at 100 %. */
    double yOf(double y) {
        return ruler - scrollY + y * scale;
    }

    double topOf(TimelineRow row) {
        return origin(row) + row.y() * scale;
    }

    double bottomOf(TimelineRow row) {
        return origin(row) + row.bottom() * scale;
    }

    double barTopOf(TimelineRow row) {
        return origin(row) + row.barTop() * scale;
    }

    double middleOf(TimelineRow row) {
        return barTopOf(row) + row.bar() * scale / 2;
    }

    private double origin(TimelineRow row) {
        return row.lane().isProcessor() ? pinnedTop() : ruler - scrollY;
    }
}
