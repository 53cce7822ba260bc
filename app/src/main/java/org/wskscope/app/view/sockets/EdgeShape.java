package org.wskscope.app.view.sockets;

/** The course of an edge between two boxes: a curve that leaves to the right and arrives from the left. Pure. */
record EdgeShape(double startX, double startY, double endX, double endY) {
    /** From the right side of {@code from}, at {@code fraction} of its height, to the left side of {@code to} at {@code toFraction}. */
    static EdgeShape between(Box from, double fraction, Box to, double toFraction) {
        return new EdgeShape(
                from.right(), from.y() + from.height() * fraction, to.x(), to.y() + to.height() * toFraction);
    }

    double controlX1() {
        return startX + (endX - startX) * 0.5;
    }

    double controlX2() {
        return endX - (endX - startX) * 0.5;
    }

    /** The point at {@code t}, 0 at the start and 1 at the end, as x. */
    double xAt(double t) {
        return bezier(startX, controlX1(), controlX2(), endX, t);
    }

    /** The point at {@code t} as y. */
    double yAt(double t) {
        return bezier(startY, startY, endY, endY, t);
    }

    private static double bezier(double a, double b, double c, double d, double t) {
        double u = 1 - t;
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    }
}
