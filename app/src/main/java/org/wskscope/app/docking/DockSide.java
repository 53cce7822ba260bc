package org.wskscope.app.docking;

import javafx.geometry.Orientation;

/** Where a moved window goes, seen from the place it is dropped on. */
public enum DockSide {
    LEFT(Orientation.HORIZONTAL, true),
    RIGHT(Orientation.HORIZONTAL, false),
    TOP(Orientation.VERTICAL, true),
    BOTTOM(Orientation.VERTICAL, false),
    /** A further tab of the same place. */
    CENTER(Orientation.HORIZONTAL, false);

    private final Orientation orientation;
    private final boolean before;

    DockSide(Orientation orientation, boolean before) {
        this.orientation = orientation;
        this.before = before;
    }

    Orientation orientation() {
        return orientation;
    }

    boolean isBefore() {
        return before;
    }

    /** The side meant by a point of a place of the given size: its outer quarters, otherwise the centre. */
    static DockSide at(double x, double y, double width, double height) {
        double left = x / width;
        double top = y / height;
        double nearest = Math.min(Math.min(left, 1 - left), Math.min(top, 1 - top));
        if (nearest > 0.25) {
            return CENTER;
        }
        if (nearest == left) {
            return LEFT;
        }
        if (nearest == 1 - left) {
            return RIGHT;
        }
        return nearest == top ? TOP : BOTTOM;
    }
}
