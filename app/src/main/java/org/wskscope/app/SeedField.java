package org.wskscope.app;

import javafx.beans.binding.StringBinding;
import javafx.beans.property.LongProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.wskscope.app.view.Messages;

/** The top bar's seed: the number from which every choice of the network in memory follows, and whatever the session's choices leave to chance. Whole numbers only; an empty field keeps the seed. FX thread. */
final class SeedField extends HBox {
    /** As many digits as every long can have. */
    private static final int MAX_DIGITS = 18;

    private static final int COLUMNS = 5;

    /** Held by this field alone, so that a seed that outlives it does not keep it. */
    private final StringBinding shown;

    SeedField(Messages messages, LongProperty seed, Runnable onEnter) {
        Label name = new Label(messages.get("session.seed"));
        name.getStyleClass().add("text-secondary");
        name.setMinWidth(USE_PREF_SIZE);
        TextField field = new TextField(Long.toString(seed.get()));
        field.setId("seed");
        field.setPrefColumnCount(COLUMNS);
        field.setMinWidth(USE_PREF_SIZE);
        field.getStyleClass().add("mono");
        field.setTextFormatter(new TextFormatter<>(
                change -> change.getControlNewText().matches("\\d{0," + MAX_DIGITS + "}") ? change : null));
        field.setTooltip(new Tooltip(messages.get("session.seed.explain")));
        field.setAccessibleText(messages.get("session.seed.explain"));
        name.setLabelFor(field);
        field.setOnAction(event -> onEnter.run());
        field.textProperty().addListener((o, old, now) -> {
            if (!now.isEmpty()) {
                seed.set(Long.parseLong(now));
            }
        });
        shown = seed.asString();
        shown.addListener((o, old, now) -> {
            if (!field.getText().isEmpty() && Long.parseLong(field.getText()) != seed.get()) {
                field.setText(now);
            }
        });
        getStyleClass().add("labelled-field");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(name, field);
    }
}
