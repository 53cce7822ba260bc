package org.wskscope.app.control;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.textfield.CustomTextField;
import org.wskscope.app.theme.Icons;

/** A text field for filters and searches: a lens at its left, a cross at its right while there is text; Escape empties it. */
public final class SearchField extends CustomTextField {
    public SearchField(String prompt) {
        setPromptText(prompt);
        setAccessibleText(prompt);
        setLeft(Icons.SEARCH.node());
        Button clear = new Button();
        clear.setGraphic(Icons.CLOSE.node("icon-small"));
        clear.setFocusTraversable(false);
        clear.getStyleClass().setAll("tool-button", "clear-button");
        clear.setOnAction(event -> clear());
        clear.visibleProperty().bind(textProperty().isNotEmpty());
        setRight(clear);
        getStyleClass().add("search-field");
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
            clear();
            event.consume();
        }
    }
}
