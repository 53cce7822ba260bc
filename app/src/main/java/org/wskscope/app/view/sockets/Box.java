package org.wskscope.app.view.sockets;

/** A rectangle of the graph, in pixels at 100 % zoom and the current UI scale. */
record Box(double x, double y, double width, double height) {
    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double middleY() {
        return y + height / 2;
    }
}
