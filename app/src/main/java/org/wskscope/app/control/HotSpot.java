package org.wskscope.app.control;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/** A button over something that is painted: invisible, but pressed, focused and read out like any other. FX thread. */
public final class HotSpot extends Button {
    public HotSpot(String id, Runnable run) {
        setId(id);
        getStyleClass().setAll("hot-spot");
        setMnemonicParsing(false);
        setFocusTraversable(false);
        setOnAction(event -> run.run());
    }

    /** What a screen reader says, and what the tooltip tells. */
    public HotSpot named(String name, String explanation) {
        setAccessibleText(name);
        if (!explanation.isEmpty()) {
            setAccessibleHelp(explanation);
            setTooltip(new Tooltip(explanation));
        }
        return this;
    }
}
