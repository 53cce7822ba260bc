package org.wskscope.app.preferences;

/**
 * Where the window was, in screen pixels, its frame included.
 *
 * @param x of the place it has while it is neither maximized nor full screen; the same holds for the other numbers
 * @param fullScreen may be true together with {@code maximized}: the window returns to that then
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximized, boolean fullScreen) {
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

    /** This place in another size. */
    public WindowPlace at(double newX, double newY, double newWidth, double newHeight) {
        return new WindowPlace(newX, newY, newWidth, newHeight, maximized, fullScreen);
    }
}
