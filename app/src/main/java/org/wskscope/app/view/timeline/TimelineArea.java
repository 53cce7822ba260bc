package org.wskscope.app.view.timeline;

import org.wskscope.app.control.TimeViewport;

/**
 * The piece of paper a layout is made for: what is in view, and how large. Lengths are pixels with the UI scale in them.
 *
 * @param gutter width of the column of names at the left
 * @param ruler height of the strip of ticks at the top
 * @param scrollY how far the lanes are scrolled up
 */
record TimelineArea(
        TimeViewport viewport, double width, double height, double gutter, double ruler, double scrollY, double scale) {

    double xOf(double nanos) {
        return gutter + viewport.xOf(nanos, width - gutter);
    }

    double nanosPerPixel() {
        return viewport.span() / Math.max(1, width - gutter);
    }

    /** The pixel line of a distance from the top of all lanes, given at 100 %. */
    double yOf(double y) {
        return ruler - scrollY + y * scale;
    }
}
