package org.wskscope.app.control;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/**
 * A row of choices of which exactly one is made. FX thread.
 *
 * @param <T> the choices
 */
public final class SegmentedControl<T> extends HBox {
    private final ObjectProperty<T> value;

    public SegmentedControl(List<T> choices, Function<T, String> words) {
        if (choices.isEmpty()) {
            throw new IllegalArgumentException("A segmented control needs at least one choice.");
        }
        value = new SimpleObjectProperty<>(choices.get(0));
        ToggleGroup group = new ToggleGroup();
        for (T choice : choices) {
            getChildren().add(segment(choice, words.apply(choice), group));
        }
        group.selectedToggleProperty().addListener((o, old, now) -> {
            if (now == null) {
                group.selectToggle(old);
            }
        });
        getStyleClass().add("segmented");
        setMaxHeight(USE_PREF_SIZE);
    }

    public ObjectProperty<T> valueProperty() {
        return value;
    }

    private ToggleButton segment(T choice, String text, ToggleGroup group) {
        ToggleButton button = new ToggleButton(text);
        button.getStyleClass().add("segment");
        button.setMinWidth(USE_PREF_SIZE);
        button.setToggleGroup(group);
        button.setSelected(choice.equals(value.get()));
        button.selectedProperty().addListener((o, old, selected) -> {
            if (selected) {
                value.set(choice);
            }
        });
        value.addListener((o, old, now) -> {
            if (choice.equals(now)) {
                button.setSelected(true);
            }
        });
        return button;
    }
}
