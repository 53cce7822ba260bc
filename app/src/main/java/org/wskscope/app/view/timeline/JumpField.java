package org.wskscope.app.view.timeline;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.wskscope.app.control.SearchField;
import org.wskscope.app.view.Messages;

/** The field that comes up to find a record or to go to a moment, and leaves with Escape. FX thread. */
final class JumpField extends HBox {
    /** Does what was typed; answers what is wrong with it, or an empty text. */
    interface Jump {
        String to(String text);
    }

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final Messages messages;
    private final SearchField field = new SearchField("");
    private final Label problem = new Label();
    private final Node returnFocusTo;
    private Jump jump = text -> "";

    JumpField(Messages messages, Node returnFocusTo) {
        this.messages = messages;
        this.returnFocusTo = returnFocusTo;
        setId("timeline-jump");
        field.setPrefColumnCount(20);
        problem.getStyleClass().add("text-small");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(8);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getStyleClass().add("card");
        getChildren().addAll(field, problem);
        setVisible(false);
        field.setOnAction(event -> go());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    void open(String promptKey, Jump newJump) {
        jump = newJump;
        field.setPromptText(messages.get(promptKey));
        field.setAccessibleText(messages.get(promptKey));
        report("");
        setVisible(true);
        field.requestFocus();
        field.selectAll();
    }

    private void go() {
        report(jump.to(field.getText()));
    }

    private void report(String text) {
        problem.setText(text);
        problem.setManaged(!text.isEmpty());
        field.pseudoClassStateChanged(ERROR, !text.isEmpty());
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            setVisible(false);
            returnFocusTo.requestFocus();
            event.consume();
        }
    }
}
