package org.wskscope.app.workbench;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.wskscope.app.control.SearchField;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.UserAction;

/** Every action by name: type the beginnings of some of its words, choose with the arrow keys, run with Enter. What cannot be done now is grey and says why. FX thread. */
final class ActionSearch extends Overlay {
    private final Messages messages;
    private final ActionRegistry actions;
    private final SearchField field;
    private final ListView<UserAction> list = new ListView<>();

    ActionSearch(Messages messages, ActionRegistry actions) {
        super("action-search", Pos.TOP_CENTER);
        this.messages = messages;
        this.actions = actions;
        field = new SearchField(messages.get("search.prompt"));
        field.setId("action-search-field");
        list.setId("action-search-list");
        list.setPlaceholder(new Label(messages.get("search.nothing")));
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Row());
        VBox sheet = new VBox(field, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        sheet.getStyleClass().addAll("overlay-sheet", "action-search");
        put(sheet);
        StackPane.setAlignment(sheet, Pos.TOP_CENTER);
        field.textProperty().addListener((o, old, text) -> filter(text));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setOnMouseClicked(event -> runSelected());
    }

    void open() {
        open(field);
        field.clear();
        filter("");
    }

    private void filter(String text) {
        list.getItems().setAll(actions.matching(text));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> choose(1);
            case UP -> choose(-1);
            case PAGE_DOWN -> choose(10);
            case PAGE_UP -> choose(-10);
            case ENTER -> runSelected();
            case ESCAPE -> close();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int step) {
        int last = list.getItems().size() - 1;
        int index = Math.max(0, Math.min(last, list.getSelectionModel().getSelectedIndex() + step));
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - 3));
    }

    private void runSelected() {
        UserAction chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.enabled().get()) {
            close();
            chosen.run().run();
        }
    }

    private final class Row extends ListCell<UserAction> {
        private final Label title = new Label();
        private final Label reason = new Label();
        private final Label key = new Label();
        private final VBox words = new VBox(title, reason);
        private final HBox row = new HBox(words, key);

        Row() {
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMinWidth(0);
            words.setPrefWidth(0);
            title.setWrapText(true);
            title.setMinHeight(USE_PREF_SIZE);
            reason.setWrapText(true);
            reason.setMinHeight(USE_PREF_SIZE);
            reason.getStyleClass().add("reason");
            key.getStyleClass().add("key");
            key.setMinWidth(USE_PREF_SIZE);
            row.getStyleClass().add("action-row");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(UserAction action, boolean empty) {
            super.updateItem(action, empty);
            if (empty || action == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            boolean enabled = action.enabled().get();
            String why = enabled ? "" : action.whyNot().get();
            title.setText(action.title());
            reason.setText(enabled || !why.isEmpty() ? why : messages.get("search.notNow"));
            reason.setManaged(!enabled);
            reason.setVisible(!enabled);
            key.setText(KeyNames.of(action));
            row.getStyleClass().remove("unavailable");
            if (!enabled) {
                row.getStyleClass().add("unavailable");
            }
            setGraphic(row);
            setAccessibleText(String.join(" ", action.title(), reason.getText(), key.getText()));
        }
    }
}
