package org.wskscope.app.control;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/**
 * A labelled text field that says under itself what is wrong with its text, and keeps the text. FX thread.
 *
 * @param <T> what a valid text means
 */
public final class FieldWithError<T> extends VBox {
    private static final String INVALID = "invalid";

    private final TextField field = new TextField();
    private final Label error = new Label();
    private final Function<String, Parsed<T>> parser;
    private final Function<FieldProblem, String> words;
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper();

    /** {@code words} gives the sentence for a problem: what is wrong and what to do. */
    public FieldWithError(String label, Function<String, Parsed<T>> parser, Function<FieldProblem, String> words) {
        this.parser = parser;
        this.words = words;
        Label name = new Label(label);
        name.getStyleClass().add("field-label");
        name.setLabelFor(field);
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        getChildren().addAll(name, field, error);
        getStyleClass().add("field-with-error");
        field.textProperty().addListener((o, old, text) -> check(text));
        check(field.getText());
    }

    public TextField field() {
        return field;
    }

    public void setText(String text) {
        field.setText(text);
    }

    /** What the text means; empty while it is not valid. */
    public Optional<T> value() {
        return parser.apply(field.getText()).value();
    }

    public ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
    }

    /** Shows a problem found later by somebody else, such as a port in use, until the text changes. */
    public void showError(String sentence) {
        say(sentence);
        field.requestFocus();
    }

    private void check(String text) {
        Parsed<T> parsed = parser.apply(text);
        valid.set(parsed.problem().isEmpty());
        say(parsed.problem().map(words).orElse(""));
    }

    private void say(String sentence) {
        error.setText(sentence);
        boolean wrong = !sentence.isEmpty();
        error.setVisible(wrong);
        error.setManaged(wrong);
        field.setAccessibleHelp(sentence);
        getStyleClass().remove(INVALID);
        if (wrong) {
            getStyleClass().add(INVALID);
        }
    }
}
