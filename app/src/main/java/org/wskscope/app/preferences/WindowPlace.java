package org.wskscope.app.preferences;

/** Where the window was, in screen pixels. */
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {
    private static final double LEAST = 200;

    /** True if the place can be used: a window of a sensible size. */
    public boolean isUsable() {
        return Double.isFinite(x)
                && Double.isFinite(y)
                && width >= LEAST
                && height >= LEAST
                && width < 1e5
                && height < 1e5;
    }
}
