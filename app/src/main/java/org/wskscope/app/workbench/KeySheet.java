package org.wskscope.app.workbench;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.UserAction;

/** All keys on one sheet: those of the actions, then the gestures that belong to a place. FX thread. */
final class KeySheet extends Overlay {
    /** Each has the message keys {@code gesture.<name>} and {@code gesture.<name>.does}. */
    private static final List<String> GESTURES = List.of("zoom", "pan", "range", "wheel", "drag", "area", "open");

    private final Messages messages;
    private final ActionRegistry actions;
    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new ScrollPane(grid);

    KeySheet(Messages messages, ActionRegistry actions) {
        super("key-sheet", Pos.CENTER);
        this.messages = messages;
        this.actions = actions;
        Label title = new Label(messages.get("keys.title"));
        title.getStyleClass().add("text-title");
        grid.getStyleClass().add("key-grid");
        scroll.setFitToWidth(true);
        VBox sheet = new VBox(title, scroll);
        sheet.getStyleClass().addAll("overlay-sheet", "key-sheet");
        StackPane.setAlignment(sheet, Pos.CENTER);
        getChildren().add(sheet);
    }

    void open() {
        grid.getChildren().clear();
        int row = 0;
        for (UserAction action : actions.all()) {
            if (!action.shortcuts().isEmpty()) {
                addLine(row++, KeyNames.of(action), action.title());
            }
        }
        for (String gesture : GESTURES) {
            addLine(row++, messages.get("gesture." + gesture), messages.get("gesture." + gesture + ".does"));
        }
        open(scroll);
    }

    private void addLine(int row, String key, String does) {
        Label keyLabel = new Label(key);
        keyLabel.getStyleClass().add("key");
        grid.addRow(row, keyLabel, new Label(does));
    }
}
