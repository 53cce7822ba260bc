package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.theme.Icons;
import org.wskscope.engine.wsk.WskEvent;

/** One thing a callback does: what it is, its details, what is wrong with them, and its place in the order. FX thread. */
final class CallbackStepRow extends VBox {
    private final int index;
    private final ActsEditor editor;
    private final SocketText words;
    private final ComboBox<CallbackStepDraft.Kind> kind = new ComboBox<>();
    private final Label problem = new Label();
    private final Button up;
    private final Button down;
    private CallbackStepDraft draft;
    /** Where the cursor goes when the row is entered. */
    private Node first = kind;

    /** Where it stands; {@code last} is the index of the last one. */
    record Place(int index, int last) {}

    CallbackStepRow(Place place, CallbackStepDraft draft, ActsEditor editor) {
        this.index = place.index();
        this.draft = draft;
        this.editor = editor;
        this.words = editor.words();
        setId("act-" + index);
        getStyleClass().add("act-row");
        up = editor.tool("up", Icons.UP, () -> editor.move(index, -1));
        up.setDisable(index == 0);
        down = editor.tool("down", Icons.DOWN, () -> editor.move(index, 1));
        down.setDisable(index == place.last());
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.setId("act-problem-" + index);
        FlowPane details = new FlowPane();
        details.getStyleClass().add("act-details");
        details.getChildren().setAll(details());
        getChildren().addAll(head(), details, problem);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        show(draft);
    }

    /** Shows what was written, without touching the fields it was written in. */
    void show(CallbackStepDraft newDraft) {
        draft = newDraft;
        List<String> sentences = new ArrayList<>();
        draft.problem().ifPresent(wrong -> sentences.add(words.text("acts.problem." + wrong)));
        draft.objections().forEach(objection -> sentences.add(words.text("acts.objection." + objection)));
        problem.setText(sentences.stream().collect(Collectors.joining("\n")));
        Hue hue = draft.problem().isPresent() ? Hue.ERROR : Hue.WAITING;
        problem.getStyleClass().setAll("label", "text-hue", "text-small", hue.styleClass());
        problem.setVisible(!sentences.isEmpty());
        problem.setManaged(!sentences.isEmpty());
    }

    void focusFirst() {
        first.requestFocus();
    }

    /** After a move the same key moves it on; at the end of the list the other one is left. */
    void focusMover(int steps) {
        Button wanted = steps < 0 ? up : down;
        (wanted.isDisabled() ? steps < 0 ? down : up : wanted).requestFocus();
    }

    private Node head() {
        Label number = new Label(words.text("acts.number", index + 1));
        number.setMinWidth(USE_PREF_SIZE);
        List<CallbackStepDraft.Kind> kinds = new ArrayList<>(editor.kinds());
        if (!kinds.contains(draft.kind())) {
            kinds.add(draft.kind());
        }
        kind.getItems().setAll(kinds);
        kind.setConverter(new StringConverter<>() {
            @Override
            public String toString(CallbackStepDraft.Kind value) {
                return value == null ? "" : words.text("acts.kind." + value);
            }

            @Override
            public CallbackStepDraft.Kind fromString(String text) {
                return draft.kind();
            }
        });
        kind.setValue(draft.kind());
        kind.setId("act-kind-" + index);
        kind.setMinWidth(0);
        kind.setMaxWidth(Double.MAX_VALUE);
        kind.setAccessibleText(words.text("acts.kind", index + 1));
        kind.valueProperty().addListener((o, old, now) -> editor.rewrite(index, draft.withKind(now)));
        HBox.setHgrow(kind, Priority.ALWAYS);
        Button remove = editor.tool("remove", Icons.REMOVE, () -> editor.remove(index));
        HBox head = new HBox(number, kind, up, down, remove);
        head.getStyleClass().add("acts-head");
        return head;
    }

    private List<Node> details() {
        return switch (draft.kind()) {
            case OPTION -> optionDetails();
            case WRITE -> List.of();
            case RELEASE -> releaseDetails();
        };
    }

    private List<Node> optionDetails() {
        List<Node> details = new ArrayList<>();
        ComboBox<Boolean> way = new ComboBox<>();
        way.getItems().setAll(false, true);
        way.setConverter(new StringConverter<>() {
            @Override
            public String toString(Boolean disable) {
                return disable == null ? "" : words.text(disable ? "acts.disable" : "acts.enable");
            }

            @Override
            public Boolean fromString(String text) {
                return draft.mask().isDisable();
            }
        });
        way.setValue(draft.mask().isDisable());
        way.setId("act-way-" + index);
        way.setAccessibleText(words.text("acts.way"));
        way.valueProperty().addListener((o, old, now) -> editor.rewrite(index, draft.disabling(now)));
        details.add(way);
        first = way;
        for (WskEvent event : WskEvent.values()) {
            if (editor.events().contains(event) || draft.mask().contains(event)) {
                CheckBox box =
                        check(event.shortName(), event.shortName(), draft.mask().contains(event));
                box.selectedProperty().addListener((o, old, now) -> editor.rewrite(index, draft.withEvent(event, now)));
                details.add(box);
            }
        }
        CheckBox irp = check("irp", words.text("acts.withIrp"), draft.withIrp());
        irp.selectedProperty().addListener((o, old, now) -> editor.rewrite(index, draft.withIrp(now)));
        details.add(irp);
        return details;
    }

    private CheckBox check(String name, String text, boolean selected) {
        CheckBox box = new CheckBox(text);
        box.setMnemonicParsing(false);
        box.setId("act-" + name + "-" + index);
        box.setSelected(selected);
        return box;
    }

    private List<Node> releaseDetails() {
        TextField from = element("first", draft.first());
        TextField to = element("last", draft.last());
        first = from;
        from.textProperty().addListener((o, old, now) -> editor.rewrite(index, draft.releasing(now, draft.last())));
        to.textProperty().addListener((o, old, now) -> editor.rewrite(index, draft.releasing(draft.first(), now)));
        return List.of(labelled("acts.first", from), labelled("acts.last", to));
    }

    private TextField element(String name, String text) {
        TextField field = new TextField(text);
        field.setId("act-" + name + "-" + index);
        field.setPrefColumnCount(4);
        return field;
    }

    private Node labelled(String key, TextField field) {
        Label label = new Label(words.text(key));
        label.setLabelFor(field);
        HBox both = new HBox(label, field);
        both.getStyleClass().add("acts-head");
        return both;
    }

    /** Alt with an arrow moves it, from wherever the cursor is in it. */
    private void pressed(KeyEvent event) {
        if (event.isAltDown() && event.getCode() == KeyCode.UP) {
            editor.move(index, -1);
            event.consume();
        } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            editor.move(index, 1);
            event.consume();
        }
    }
}
