package org.wskscope.app.workbench;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.wskscope.app.control.Compactable;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.UserAction;

/** Begins a presentation. Where there is little room it says so by its sign alone. FX thread. */
final class PresentButton extends Button implements Compactable {
    private final String name;

    PresentButton(UserAction action, String name) {
        this.name = name;
        setId("present");
        setText(name);
        setGraphic(Icons.PRESENT.node());
        getStyleClass().setAll("tool-button", "present-button");
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(action.title());
        setTooltip(new Tooltip(action.title() + " (" + KeyNames.of(action) + ")"));
        setOnAction(event -> action.run().run());
    }

    @Override
    public void setCompact(boolean compact) {
        setText(compact ? "" : name);
    }
}
