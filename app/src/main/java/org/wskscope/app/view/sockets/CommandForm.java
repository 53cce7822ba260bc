package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.wskscope.app.control.FieldParsing;
import org.wskscope.app.control.FieldWithError;
import org.wskscope.app.control.Parsed;

/**
 * A small form for one command: fields that say what is wrong with them, and a button that does nothing while one is wrong. What was typed is remembered for
 * the next time. FX thread.
 */
final class CommandForm extends VBox {
    private final String key;
    private final SocketText words;
    private final FormMemory memory;
    private final VBox fields = new VBox();
    private final FieldScroll scroll = new FieldScroll(fields);
    private final List<FieldWithError<?>> checked = new ArrayList<>();
    private final List<FormPart> parts = new ArrayList<>();
    private final Label problem = new Label();
    private final Button submit = new Button();
    private Runnable onSubmit = () -> {};
    private Runnable onCancel = () -> {};

    /** {@code key} names the form's words ({@code form.<key>.title}, {@code .submit}) and its place in the memory. */
    CommandForm(String key, SocketText words, FormMemory memory, Object... titleArguments) {
        this.key = key;
        this.words = words;
        this.memory = memory;
        setId("form-" + key);
        getStyleClass().add("command-form");
        Label title = new Label(words.text("form." + key + ".title", titleArguments));
        title.getStyleClass().add("text-title");
        problem.getStyleClass().addAll("text-hue", "hue-error");
        problem.setWrapText(true);
        problem.setId("form-problem");
        fields.getStyleClass().add("form-fields");
        showProblem("");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, scroll, problem, buttons());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** What the button does once every field is right, and what Escape does. */
    void setHandlers(Runnable submitHandler, Runnable cancelHandler) {
        onSubmit = submitHandler;
        onCancel = cancelHandler;
    }

    FieldWithError<Long> number(String name, long least, long most, long usual) {
        return field(name, text -> FieldParsing.number(text, least, most), Long.toString(usual), least, most);
    }

    FieldWithError<Integer> port(String name, int usual) {
        return field(name, FieldParsing::port, Integer.toString(usual), 0, 65_535);
    }

    FieldWithError<String> address(String name, String usual) {
        return field(name, FieldParsing::address, usual);
    }

    FieldWithError<String> text(String name, String usual) {
        return field(name, Parsed::of, usual);
    }

    <T> FieldWithError<T> field(String name, Function<String, Parsed<T>> parser, String usual, Object... bounds) {
        FieldWithError<T> field = new FieldWithError<>(
                words.text("field." + name), parser, found -> words.text("problem." + found, bounds));
        field.field().setId("field-" + name);
        field.setText(memory.last(key, name, usual));
        field.field().textProperty().addListener((o, old, now) -> memory.remember(key, name, now));
        checked.add(field);
        fields.getChildren().add(field);
        return field;
    }

    /** A choice among values; the last choice is remembered by its words. */
    <T> ObjectProperty<T> choice(String name, List<T> choices, Function<T, String> wording, T usual) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(choices);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : wording.apply(value);
            }

            @Override
            public T fromString(String text) {
                return choices.stream()
                        .filter(value -> wording.apply(value).equals(text))
                        .findFirst()
                        .orElse(usual);
            }
        });
        box.setId("field-" + name);
        box.setMaxWidth(Double.MAX_VALUE);
        Label label = new Label(words.text("field." + name));
        label.getStyleClass().add("field-label");
        label.setLabelFor(box);
        box.setValue(box.getConverter().fromString(memory.last(key, name, wording.apply(usual))));
        box.valueProperty().addListener((o, old, now) -> memory.remember(key, name, wording.apply(now)));
        fields.getChildren().add(new VBox(label, box));
        return box.valueProperty();
    }

    CheckBox check(String name, boolean usual) {
        CheckBox box = new CheckBox(words.text("field." + name));
        box.setId("field-" + name);
        box.setWrapText(true);
        box.setSelected(Boolean.parseBoolean(memory.last(key, name, Boolean.toString(usual))));
        box.selectedProperty().addListener((o, old, now) -> memory.remember(key, name, Boolean.toString(now)));
        fields.getChildren().add(box);
        return box;
    }

    /** Something else among the fields, such as a warning. */
    void add(Node node) {
        fields.getChildren().add(node);
    }

    /** A part that is more than one field; the form is not submitted while it is wrong. */
    <P extends Node & FormPart> void addPart(P part) {
        fields.getChildren().add(part);
        parts.add(part);
    }

    /** Shows that the command was refused; everything typed stays. */
    void showProblem(String sentence) {
        problem.setText(sentence);
        problem.setVisible(!sentence.isEmpty());
        problem.setManaged(!sentence.isEmpty());
    }

    void focusFirst() {
        if (checked.isEmpty()) {
            submit.requestFocus();
        } else {
            checked.get(0).field().requestFocus();
            checked.get(0).field().selectAll();
        }
    }

    private Node buttons() {
        submit.setText(words.text("form." + key + ".submit"));
        submit.setId("form-submit");
        submit.getStyleClass().addAll("plain-button", "primary-button");
        submit.setOnAction(event -> trySubmit());
        Button cancel = new Button(words.text("form.cancel"));
        cancel.setId("form-cancel");
        cancel.getStyleClass().add("plain-button");
        cancel.setOnAction(event -> onCancel.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(gap, cancel, submit);
        line.getStyleClass().add("form-buttons");
        return line;
    }

    private void trySubmit() {
        for (FieldWithError<?> field : checked) {
            if (!field.validProperty().get()) {
                field.field().requestFocus();
                return;
            }
        }
        for (FormPart part : parts) {
            if (!part.isRight()) {
                part.focusWrong();
                return;
            }
        }
        showProblem("");
        onSubmit.run();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof Button)) {
            trySubmit();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            onCancel.run();
            event.consume();
        }
    }
}
