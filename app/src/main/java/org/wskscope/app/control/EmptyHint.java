package org.wskscope.app.control;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.wskscope.app.theme.Icons;

/** What an empty view says: an icon, one sentence about why it is empty, and what to do next. */
public final class EmptyHint extends VBox {
    public EmptyHint(Icons icon, String what, String next) {
        Label whatLabel = new Label(what);
        whatLabel.getStyleClass().add("what");
        whatLabel.setWrapText(true);
        Label nextLabel = new Label(next);
        nextLabel.getStyleClass().add("next");
        nextLabel.setWrapText(true);
        getChildren().addAll(icon.node("icon-large"), whatLabel, nextLabel);
        getStyleClass().add("empty-hint");
    }
}
