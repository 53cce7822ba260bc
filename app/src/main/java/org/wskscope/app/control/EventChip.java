package org.wskscope.app.control;

import javafx.scene.control.Label;
import org.wskscope.app.theme.Hue;

/** A letter in a small rounded square: the sign that stands beside a colour, so that no meaning rests on colour alone. */
public final class EventChip extends Label {
    private static final String OFF = "off";

    public EventChip(String letter, Hue hue) {
        super(letter);
        getStyleClass().addAll("event-chip", hue.styleClass());
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /** Grey when {@code lit} is false. */
    public void setLit(boolean lit) {
        getStyleClass().remove(OFF);
        if (!lit) {
            getStyleClass().add(OFF);
        }
    }
}
