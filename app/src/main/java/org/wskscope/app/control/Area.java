package org.wskscope.app.control;

/** A rectangle of a drawing, pixels. Immutable. */
public record Area(double x, double y, double width, double height) {
    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double middleX() {
        return x + width / 2;
    }

    public double middleY() {
        return y + height / 2;
    }

    /** This area made smaller by so much on every side. */
    public Area inset(double by) {
        return new Area(x + by, y + by, width - 2 * by, height - 2 * by);
    }

    public boolean contains(double atX, double atY) {
        return atX >= x && atX < right() && atY >= y && atY < bottom();
    }
}
