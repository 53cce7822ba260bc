package org.wskscope.app.view.sockets;

/**
 * Which part of the graph is seen. Immutable.
 *
 * @param x where the graph's left edge is, in pixels of the view
 * @param y where its top edge is
 * @param zoom 1 is 100 %
 */
record GraphViewport(double x, double y, double zoom) {
    static final double LEAST_ZOOM = 0.5;
    static final double MOST_ZOOM = 3;
    private static final double LEFT = 32;
    private static final double TOP = 24;
    /** In a low view the head of a card is more than room above it. */
    private static final double LEAST_TOP = 4;

    private static final double CARD_HEAD = CardLayout.HEADER + CardLayout.ADDRESS_LINE;

    /**
     * The graph's beginning, at full size whatever there is: text that is shrunk to fit is not read. Its columns stand in the middle when all of them fit, and do not depend on
     * what is in them, so that nothing moves when they fill.
     */
    static GraphViewport atStart(double columnsWidth, double viewWidth, double viewHeight, double uiScale) {
        double above = Math.max(LEAST_TOP, Math.min(TOP, (viewHeight / uiScale - CARD_HEAD) / 2));
        double spare = (viewWidth - columnsWidth) / 2;
        return new GraphViewport(
                Math.round(Math.max(Math.min(LEFT * uiScale, 48), spare)), Math.round(above * uiScale), 1);
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

    /** Moved as little as needed for the box, which is in pixels of the graph, to be seen whole; of one that is too large its beginning is seen. */
    GraphViewport revealing(Box box, double viewWidth, double viewHeight, double margin) {
        return new GraphViewport(
                revealed(x, box.x(), box.width(), viewWidth, margin),
                revealed(y, box.y(), box.height(), viewHeight, margin),
                zoom);
    }

    private static double revealed(double origin, double start, double length, double view, double margin) {
        double from = origin + start;
        if (from + length > view - margin) {
            from = view - margin - length;
        }
        return Math.max(from, margin) - start;
    }
}
