package org.wskscope.app.view.sockets;

import org.wskscope.app.control.DrawnItem.Curve;
import org.wskscope.app.theme.Token;

/**
 * An edge of the graph. Immutable.
 *
 * @param key names it from one picture to the next
 * @param curve from the right side of one box to the left side of another, pixels of the graph
 * @param arrow whether it points at its end
 * @param label a few words beside it; empty for none
 */
record EdgeLook(String key, Curve curve, boolean arrow, String label) {
    /** How the line looks. */
    record Stroke(Token line, boolean dashed) {}

    /** From a height on the right side of {@code from} to one on the left side of {@code to}, both in pixels from their tops. */
    static Curve between(Box from, double leave, Box to, double arrive, Stroke stroke) {
        double leaves = from.y() + Math.min(leave, from.height() / 2);
        double arrives = to.y() + Math.min(arrive, to.height() / 2);
        return new Curve(from.right(), leaves, to.x(), arrives, stroke.line(), 1.4, stroke.dashed());
    }

    /** The point at {@code t}, 0 at the start and 1 at the end, as x. */
    static double xAt(Curve curve, double t) {
        double middle = (curve.startX() + curve.endX()) / 2;
        return bezier(curve.startX(), middle, middle, curve.endX(), t);
    }

    /** The point at {@code t} as y. */
    static double yAt(Curve curve, double t) {
        return bezier(curve.startY(), curve.startY(), curve.endY(), curve.endY(), t);
    }

    private static double bezier(double a, double b, double c, double d, double t) {
        double u = 1 - t;
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    }
}
