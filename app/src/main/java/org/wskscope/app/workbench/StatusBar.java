package org.wskscope.app.workbench;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.wskscope.app.control.Bars;
import org.wskscope.app.theme.Hue;

/** The line at the bottom: the engine's state, then facts from left to right; facts about the program at the right. FX thread. */
public final class StatusBar extends HBox {
    private final Region dot = new Region();
    private final Label state = new Label();
    private final HBox left = new HBox();
    private final HBox right = new HBox();
    private Hue hue = Hue.NEUTRAL;

    StatusBar() {
        dot.getStyleClass().add("status-dot");
        state.getStyleClass().add("text-hue");
        state.setGraphic(dot);
        state.setId("status-state");
        state.getStyleClass().add(hue.styleClass());
        left.getStyleClass().add("status-group");
        right.getStyleClass().add("status-group");
        left.getChildren().add(state);
        left.setMinWidth(0);
        right.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(left, Priority.ALWAYS);
        getChildren().addAll(left, right);
        getStyleClass().add("status-bar-line");
        Bars.mark(this);
    }

    /** What the engine does now. */
    public void showState(String text, Hue newHue) {
        state.setText(text);
        state.getStyleClass().remove(hue.styleClass());
        state.getStyleClass().add(newHue.styleClass());
        hue = newHue;
    }

    /** Adds a fact after the others at the left; its owner sets the text. */
    public Label addLeft(String id) {
        return add(left, id);
    }

    /** Adds a fact after the others at the right; its owner sets the text. */
    public Label addRight(String id) {
        return add(right, id);
    }

    private static Label add(HBox group, String id) {
        Label label = new Label();
        label.setId("status-" + id);
        group.getChildren().add(label);
        return label;
    }
}
