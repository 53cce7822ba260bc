package org.wskscope.app.view.choices;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wskscope.app.state.NextSession;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.RuleOpener;
import org.wskscope.engine.projection.Choice;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.session.SessionChoice;
import org.wskscope.engine.session.SessionChoices;

/** Every choice of the next session with a control that decides it at once. FX thread. */
final class ChoicesForm extends VBox {
    /** As many digits as every long can have. */
    private static final int MAX_SEED_DIGITS = 18;

    /** What must stay free above and below the rows, in lengths of an em; and what above and below the buttons. */
    private static final double AROUND = 20;

    private static final double BUTTONS = 12;
    private static final double LEAST_ROWS = 12;

    private final NextSession next;
    private final Messages messages;
    private final RuleBook rules;
    private final ChoiceText words;
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);
    private final Button reset = new Button();
    private final Deeds deeds;

    /**
     * What the form's buttons do.
     *
     * @param openKey the words of the button that makes a session
     * @param open makes a session like the form says
     * @param close takes the form away
     * @param pages shows an entry of the register to read
     */
    record Deeds(String openKey, Runnable open, Runnable close, RuleOpener pages) {}

    ChoicesForm(NextSession next, String shown, Messages messages, RuleBook rules, Deeds deeds) {
        this.next = next;
        this.messages = messages;
        this.rules = rules;
        this.deeds = deeds;
        words = new ChoiceText(messages);
        setId("choices-form");
        getStyleClass().addAll("choices-form");
        Label title = new Label(messages.get("choices.title"));
        title.getStyleClass().add("text-title");
        Label explain = new Label(messages.get("choices.explain"));
        explain.setWrapText(true);
        explain.setMinHeight(USE_PREF_SIZE);
        explain.getStyleClass().add("text-secondary");
        rows.getStyleClass().add("choice-rows");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, explain, scroll);
        if (!shown.isEmpty()) {
            Label now = new Label(shown);
            now.setId("choices-now");
            now.setWrapText(true);
            now.setMinHeight(USE_PREF_SIZE);
            now.getStyleClass().addAll("text-hue", "hue-waiting");
            getChildren().add(now);
        }
        getChildren().add(buttons());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                deeds.close().run();
                event.consume();
            }
        });
        fill();
    }

    /** The rows scroll where there is less room than they need; where there is hardly any, what stands above them scrolls with them. */
    void fitInto(double width, double height, double em) {
        setStyle("-fx-max-width: " + Math.round(width) + "px;");
        double forRows = height - AROUND * em;
        if (forRows >= LEAST_ROWS * em) {
            scroll.setMaxHeight(forRows);
        } else {
            List<Node> above = getChildren().subList(0, getChildren().indexOf(scroll));
            VBox all = new VBox(above.toArray(Node[]::new));
            all.getChildren().add(rows);
            all.getStyleClass().add("choice-rows");
            scroll.setContent(all);
            scroll.setMaxHeight(Math.max(LEAST_ROWS / 2 * em, height - BUTTONS * em));
        }
    }

    void focusFirst() {
        rows.getChildren().get(0).lookupAll(".segment").stream()
                .filter(segment -> segment instanceof Toggle toggle && toggle.isSelected())
                .forEach(Node::requestFocus);
    }

    private void fill() {
        rows.getChildren().clear();
        SessionChoices choices = next.choicesProperty().get();
        for (SessionChoice choice : SessionChoice.values()) {
            rows.getChildren()
                    .add(new ChoiceRow(
                            choice,
                            choices.value(choice),
                            words,
                            new ChoiceRow.Register(
                                    rules.choice(choice.id())
                                            .map(Choice::decision)
                                            .orElse(""),
                                    deeds.pages()),
                            value -> decide(choice, value)));
        }
        rows.getChildren().add(seedRow());
        showReset();
    }

    private void decide(SessionChoice choice, String value) {
        next.choicesProperty().set(next.choicesProperty().get().with(choice, value));
        showReset();
    }

    private void showReset() {
        reset.setDisable(next.choicesProperty().get().isDefault());
    }

    private Node seedRow() {
        Label id = new Label();
        id.getStyleClass().addAll("mono", "choice-id");
        Label question = new Label(messages.get("choices.seed"));
        question.setWrapText(true);
        question.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(question, Priority.ALWAYS);
        question.setMaxWidth(Double.MAX_VALUE);
        TextField field = new TextField(Long.toString(next.seedProperty().get()));
        field.setId("choice-seed");
        field.setPrefColumnCount(8);
        field.setMinWidth(USE_PREF_SIZE);
        field.getStyleClass().add("mono");
        field.setTextFormatter(new TextFormatter<>(
                change -> change.getControlNewText().matches("\\d{0," + MAX_SEED_DIGITS + "}") ? change : null));
        field.setAccessibleText(messages.get("choices.seed"));
        question.setLabelFor(field);
        field.textProperty().addListener((o, old, now) -> {
            if (!now.isEmpty()) {
                next.seedProperty().set(Long.parseLong(now));
            }
        });
        HBox row = new HBox(id, question, field);
        row.getStyleClass().add("choice-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node buttons() {
        reset.setText(messages.get("choices.reset"));
        reset.setId("choices-reset");
        reset.getStyleClass().add("plain-button");
        reset.setOnAction(event -> {
            next.choicesProperty().set(SessionChoices.DEFAULT);
            fill();
            focusFirst();
        });
        Button close = new Button(messages.get("choices.close"));
        close.setId("choices-close");
        close.getStyleClass().add("plain-button");
        close.setOnAction(event -> deeds.close().run());
        Button open = new Button(messages.get(deeds.openKey()));
        open.setId("choices-open-session");
        open.getStyleClass().addAll("plain-button", "primary-button");
        open.setOnAction(event -> {
            deeds.close().run();
            deeds.open().run();
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(reset, gap, close, open);
        line.getStyleClass().add("form-buttons");
        return line;
    }
}
