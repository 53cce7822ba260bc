package org.wskscope.app.control;

import javafx.scene.canvas.GraphicsContext;
import org.wskscope.app.theme.TokenPalette;

/**
 * Everything a painter needs for one frame of a {@link LaneCanvas}. All lengths are pixels with the UI scale already in
 * them; the gutter is the column of lane names at the left, the ruler the strip of ticks at the top.
 *
 * @param gc cleared to the background
 * @param scrollY how far the lanes are scrolled up
 * @param scale the UI scale, 1.0 for 100 %
 * @param pixels where the screen's pixels lie
 */
public record LaneFrame(
        GraphicsContext gc,
        double width,
        double height,
        double gutter,
        double ruler,
        double scrollY,
        double scale,
        PixelGrid pixels,
        TimeViewport viewport,
        TokenPalette palette) {

    /** The pixel column of a moment. */
    public double xOf(double nanos) {
        return gutter + viewport.xOf(nanos, width - gutter);
    }

    /** The moment of a pixel column. */
    public double nanosAt(double x) {
        return viewport.nanosAt(x - gutter, width - gutter);
    }

    /** The same coordinate where a thin line is sharp. */
    public double crisp(double coordinate) {
        return pixels.crisp(coordinate);
    }

    /** The width of a thin line. */
    public double hairline() {
        return pixels.hairline();
    }
}
