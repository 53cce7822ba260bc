package org.wskscope.app.view.choices;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.wskscope.app.control.FieldParsing;
import org.wskscope.app.control.SegmentedControl;
import org.wskscope.app.view.RuleOpener;
import org.wskscope.engine.session.ChoiceRange;
import org.wskscope.engine.session.SessionChoice;

/** One choice: its id in the register, the question, what is usual, and the control that decides it. FX thread. */
final class ChoiceRow extends HBox {
    private static final String DIFFERS = "differs";
    private static final String INVALID = "invalid";
    private static final Pattern DIGITS = Pattern.compile("\\d{0,12}");
    private static final int NUMBER_COLUMNS = 8;
    private static final int MOST_SEGMENTS = 2;

    private final SessionChoice choice;
    private final ChoiceText words;
    private final Consumer<String> onChosen;
    private final Label hint = new Label();
    private String value;

    /**
     * What the register says of a choice.
     *
     * @param decision the entry in full, for the tooltip; empty when there is none
     * @param pages shows it to read
     */
    record Register(String decision, RuleOpener pages) {}

    /**
     * @param onChosen told every new value
     */
    ChoiceRow(SessionChoice choice, String value, ChoiceText words, Register register, Consumer<String> onChosen) {
        this.choice = choice;
        this.value = value;
        this.words = words;
        this.onChosen = onChosen;
        setId("choice-row-" + choice.word());
        getStyleClass().add("choice-row");
        Hyperlink id = link(register);
        Label question = new Label(words.question(choice));
        question.setWrapText(true);
        question.setMinHeight(USE_PREF_SIZE);
        hint.getStyleClass().add("choice-hint");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        VBox text = new VBox(question, hint);
        HBox.setHgrow(text, Priority.ALWAYS);
        Node control = control(choice.range());
        control.setId("choice-" + choice.word());
        control.setAccessibleText(words.question(choice));
        question.setLabelFor(control);
        getChildren().addAll(id, text, control);
        if (!register.decision().isEmpty()) {
            Tooltip.install(text, new Tooltip(register.decision()));
        }
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F1) {
                id.fire();
                event.consume();
            }
        });
        showHint();
    }

    /** No stop of the keyboard, which has F1 on the control instead. */
    private Hyperlink link(Register register) {
        Hyperlink link = new Hyperlink(choice.id());
        link.setId("choice-id-" + choice.word());
        link.getStyleClass().addAll("mono", "choice-id", "badge-link");
        link.setFocusTraversable(false);
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(event -> register.pages().open(choice.id(), link));
        link.setTooltip(new Tooltip(words.readInFull(choice)));
        link.setAccessibleText(words.readInFull(choice));
        return link;
    }

    private Node control(ChoiceRange range) {
        if (range.isNumber()) {
            return number(range);
        }
        return range.words().size() > MOST_SEGMENTS ? list(range) : segments(range);
    }

    private Node segments(ChoiceRange range) {
        SegmentedControl<String> control = new SegmentedControl<>(range.words(), word -> words.value(choice, word));
        control.valueProperty().set(value);
        control.valueProperty().addListener((o, old, now) -> choose(now));
        control.setMinWidth(USE_PREF_SIZE);
        return control;
    }

    private Node list(ChoiceRange range) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(range.words());
        box.setValue(value);
        box.valueProperty().addListener((o, old, now) -> choose(now));
        box.setMinWidth(USE_PREF_SIZE);
        return box;
    }

    private Node number(ChoiceRange range) {
        TextField field = new TextField(value);
        field.setPrefColumnCount(NUMBER_COLUMNS);
        field.setMinWidth(USE_PREF_SIZE);
        field.getStyleClass().add("mono");
        field.setTextFormatter(new TextFormatter<>(
                change -> DIGITS.matcher(change.getControlNewText()).matches() ? change : null));
        field.textProperty().addListener((o, old, now) -> {
            Optional<Long> number =
                    FieldParsing.number(now, range.least(), range.most()).value();
            number.map(Object::toString).ifPresentOrElse(this::choose, this::showProblem);
        });
        return field;
    }

    private void showProblem() {
        getStyleClass().remove(INVALID);
        getStyleClass().add(INVALID);
        hint.setText(words.outOfRange(choice, value));
    }

    private void choose(String chosen) {
        value = chosen;
        onChosen.accept(chosen);
        showHint();
    }

    private void showHint() {
        hint.setText(words.hint(choice, value));
        getStyleClass().removeAll(DIFFERS, INVALID);
        if (!value.equals(choice.range().usual())) {
            getStyleClass().add(DIFFERS);
        }
    }
}
