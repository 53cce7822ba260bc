package org.wskscope.app.workbench;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.UserAction;

/** One sentence above the tool windows for as long as they do not show what happens, with what can be done about it. FX thread. */
final class TroubleStrip extends HBox {
    private final Label sentence = new Label();
    private final Button answer = new Button();

    TroubleStrip() {
        setId("trouble");
        getStyleClass().addAll("trouble-strip", Hue.ERROR.styleClass());
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        answer.getStyleClass().add("plain-button");
        answer.setMinWidth(Region.USE_PREF_SIZE);
        clear();
    }

    void show(String text, UserAction what) {
        if (getChildren().isEmpty()) {
            getChildren().addAll(Icons.WARNING.node("icon-hue"), sentence, answer);
        }
        sentence.setText(text);
        answer.setText(what.title());
        answer.setId("answer-" + what.id());
        answer.setOnAction(event -> what.run().run());
        setVisible(true);
        setManaged(true);
    }

    void clear() {
        setVisible(false);
        setManaged(false);
    }
}
