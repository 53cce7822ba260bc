package org.wskscope.app.view.sockets;

/**
 * Which part of the graph is seen. Immutable.
 *
 * @param x where the graph's left edge is, in pixels of the view
 * @param y where its top edge is
 * @param zoom 1 is 100 %
 */
record GraphViewport(double x, double y, double zoom) {
    static final double LEAST_ZOOM = 0.2;
    static final double MOST_ZOOM = 3;
    private static final double MARGIN = 36;

    /** Everything in view, not larger than 100 %, in the middle. */
    static GraphViewport fitting(double graphWidth, double graphHeight, double viewWidth, double viewHeight) {
        if (graphWidth <= 0 || graphHeight <= 0 || viewWidth <= 2 * MARGIN || viewHeight <= 2 * MARGIN) {
            return new GraphViewport(MARGIN, MARGIN, 1);
        }
        double zoom =
                Math.min(1, Math.min((viewWidth - 2 * MARGIN) / graphWidth, (viewHeight - 2 * MARGIN) / graphHeight));
        double clipped = Math.max(LEAST_ZOOM, zoom);
        return new GraphViewport(
                Math.max(MARGIN, (viewWidth - graphWidth * clipped) / 2),
                Math.max(MARGIN * clipped, (viewHeight - graphHeight * clipped) / 2),
                clipped);
    }

    /** Zooms so that what is under the pixel stays there. */
    GraphViewport zoomedAt(double pixelX, double pixelY, double factor) {
        double newZoom = Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, zoom * factor));
        double ratio = newZoom / zoom;
        return new GraphViewport(pixelX - (pixelX - x) * ratio, pixelY - (pixelY - y) * ratio, newZoom);
    }

    GraphViewport movedBy(double dx, double dy) {
        return new GraphViewport(x + dx, y + dy, zoom);
    }
}
