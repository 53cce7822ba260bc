package org.wskscope.app.workbench;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.wskscope.app.theme.Icons;

/** Opens the action search; says its name and its key where there is room. FX thread. */
final class SearchButton extends Button {
    private static final double GAP = 16;

    private final Label key = new Label();
    private final Node icon = Icons.SEARCH.node();

    /** What there is room for. */
    enum Saying {
        NAME_AND_KEY,
        NAME,
        ICON
    }

    SearchButton(String name, String keyName, Runnable open) {
        super(name);
        key.setText(keyName);
        key.getStyleClass().add("key");
        setGraphicTextGap(GAP);
        getStyleClass().setAll("plain-button", "action-search-button");
        setId("open-action-search");
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(name);
        setTooltip(new Tooltip(name + " (" + keyName + ")"));
        setOnAction(event -> open.run());
        say(Saying.NAME_AND_KEY);
    }

    void say(Saying saying) {
        setGraphic(saying == Saying.ICON ? icon : key);
        setContentDisplay(
                switch (saying) {
                    case NAME_AND_KEY -> ContentDisplay.RIGHT;
                    case NAME -> ContentDisplay.TEXT_ONLY;
                    case ICON -> ContentDisplay.GRAPHIC_ONLY;
                });
    }
}
