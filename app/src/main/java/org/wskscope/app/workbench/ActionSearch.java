package org.wskscope.app.workbench;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.wskscope.app.control.SearchField;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.UserAction;

/** Every action by name: type some of its letters, choose with the arrow keys, run with Enter. FX thread. */
final class ActionSearch extends Overlay {
    private final ActionRegistry actions;
    private final SearchField field;
    private final ListView<UserAction> list = new ListView<>();

    ActionSearch(Messages messages, ActionRegistry actions) {
        super("action-search", Pos.TOP_CENTER);
        this.actions = actions;
        field = new SearchField(messages.get("search.prompt"));
        field.setId("action-search-field");
        list.setId("action-search-list");
        list.setPlaceholder(new Label(messages.get("search.nothing")));
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Row());
        VBox sheet = new VBox(field, list);
        sheet.getStyleClass().addAll("overlay-sheet", "action-search");
        getChildren().add(sheet);
        StackPane.setAlignment(sheet, Pos.TOP_CENTER);
        field.textProperty().addListener((o, old, text) -> filter(text));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setOnMouseClicked(event -> runSelected());
    }

    void open() {
        field.clear();
        filter("");
        open(field);
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
        if (chosen != null) {
            close();
            chosen.run().run();
        }
    }

    private static final class Row extends ListCell<UserAction> {
        private final Label title = new Label();
        private final Label key = new Label();
        private final HBox row;

        Row() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            key.getStyleClass().add("key");
            row = new HBox(title, gap, key);
            row.getStyleClass().add("action-row");
            key.setMinWidth(USE_PREF_SIZE);
            title.setMinWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(UserAction action, boolean empty) {
            super.updateItem(action, empty);
            if (empty || action == null) {
                setGraphic(null);
                return;
            }
            title.setText(action.title());
            key.setText(KeyNames.of(action));
            setGraphic(row);
        }
    }
}
