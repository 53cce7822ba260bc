package org.wskscope.app.view.sockets;

/** A rectangle of the graph, pixels. */
record Box(double x, double y, double width, double height) {
    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    /** The same at another size, on whole pixels. */
    Box scaled(double scale) {
        double left = Math.round(x * scale);
        double top = Math.round(y * scale);
        return new Box(left, top, Math.round(width * scale), Math.round(height * scale));
    }
}
