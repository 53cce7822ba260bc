package org.wskscope.app.control;

import javafx.scene.control.Label;
import org.wskscope.app.theme.Hue;

/** One word about a state ("listening", "connected") on a quiet background of its hue. */
public final class StatusPill extends Label {
    private Hue hue;

    public StatusPill(String text, Hue hue) {
        super(text);
        this.hue = hue;
        getStyleClass().addAll("status-pill", hue.styleClass());
        setMinWidth(USE_PREF_SIZE);
    }

    /** Says something else, in another hue. */
    public void show(String text, Hue newHue) {
        setText(text);
        if (newHue != hue) {
            getStyleClass().remove(hue.styleClass());
            getStyleClass().add(newHue.styleClass());
            hue = newHue;
        }
    }
}
