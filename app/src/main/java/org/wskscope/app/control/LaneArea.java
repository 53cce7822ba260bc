package org.wskscope.app.control;

/**
 * A rectangle a user drew on a {@link LaneCanvas}: time across, pixels down.
 *
 * @param top pixels from the top of the canvas, as for {@link LaneHitTest}
 */
public record LaneArea(double fromNanos, double toNanos, double top, double bottom) {}
