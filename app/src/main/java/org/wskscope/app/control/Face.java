package org.wskscope.app.control;

import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import org.wskscope.app.theme.Fonts;

/** The faces a drawing is written in. */
public enum Face {
    UI(Fonts.UI, FontWeight.NORMAL),
    UI_BOLD(Fonts.UI, FontWeight.BOLD),
    MONO(Fonts.MONO, FontWeight.NORMAL),
    MONO_BOLD(Fonts.MONO, FontWeight.BOLD);

    private final String family;
    private final FontWeight weight;

    Face(String family, FontWeight weight) {
        this.family = family;
        this.weight = weight;
    }

    /** The font of this face in so many pixels. */
    public Font font(double size) {
        return Font.font(family, weight, FontPosture.REGULAR, size);
    }
}
