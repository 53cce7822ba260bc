package org.wskscope.app.control;

import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import org.wskscope.app.theme.Token;
import org.wskscope.app.theme.TokenPalette;

/** The two patterns that speak without colour: what is still running, and what waits. */
public final class HatchPaint {
    private static final double STRIPE = 5;

    private HatchPaint() {}

    /** In flight: the hue with darker stripes of the same hue, leaning right. */
    public static Paint inFlight(TokenPalette palette, Token fill, double scale) {
        return stripes(palette.color(fill), palette.between(fill, Token.BG_0, 0.35), STRIPE * scale, false);
    }

    /** Waiting: stripes of the waiting colour on its quiet background, leaning left. */
    public static Paint waiting(TokenPalette palette, double scale) {
        return stripes(palette.color(Token.WAITING, 0.75), palette.color(Token.WAITING_SOFT), STRIPE * scale, true);
    }

    /** Stripes of equal width {@code stripe} pixels across, at 45 degrees. */
    public static Paint stripes(Color one, Color other, double stripe, boolean leaningLeft) {
        double length = stripe * Math.sqrt(2);
        return new LinearGradient(
                0,
                0,
                leaningLeft ? -length : length,
                length,
                false,
                CycleMethod.REPEAT,
                new Stop(0, one),
                new Stop(0.5, one),
                new Stop(0.5, other),
                new Stop(1, other));
    }
}
