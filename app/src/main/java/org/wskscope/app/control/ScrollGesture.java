package org.wskscope.app.control;

import javafx.scene.input.ScrollEvent;

/**
 * What a wheel or a trackpad means. A finger never moves along one axis only: the one it moves along most counts, and sideways begins once it has gone further than a hand that
 * scrolls down adds by itself. A wheel goes that far with each click. FX thread.
 */
public final class ScrollGesture {
    /** One click of an ordinary wheel. */
    public static final double WHEEL_PIXELS = 40;

    private static final double SLOP_PIXELS = 12;

    private double sideways;
    private boolean isSideways;
    private double dx;
    private double dy;

    /** Takes the next event; {@link #dx} and {@link #dy} tell what it comes to. */
    public void take(ScrollEvent event) {
        dx = 0;
        dy = 0;
        if (Math.abs(event.getDeltaX()) <= Math.abs(event.getDeltaY())) {
            rest();
            dy = event.getDeltaY();
            return;
        }
        sideways += event.getDeltaX();
        isSideways |= Math.abs(sideways) >= SLOP_PIXELS;
        if (isSideways) {
            dx = sideways;
            sideways = 0;
        }
    }

    /** How far to go sideways, pixels; 0 while {@link #dy} is not. */
    public double dx() {
        return dx;
    }

    /** How far to go up or down, pixels. */
    public double dy() {
        return dy;
    }

    /** How far, along whichever axis: with Shift some systems turn a wheel's axis. */
    public static double size(ScrollEvent event) {
        return event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
    }

    private void rest() {
        sideways = 0;
        isSideways = false;
    }
}
