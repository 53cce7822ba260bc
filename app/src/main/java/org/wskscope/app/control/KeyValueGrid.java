package org.wskscope.app.control;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.wskscope.app.theme.Hue;

/** Names and values in two columns; a value can be selected and copied. FX thread. */
public final class KeyValueGrid extends GridPane {
    private int rows;

    public KeyValueGrid() {
        getStyleClass().add("key-value-grid");
        ColumnConstraints keys = new ColumnConstraints();
        keys.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(keys, values);
    }

    /** Adds a line; the returned field may be given another text later. */
    public TextField add(String key, String value) {
        return add(key, value, Hue.NEUTRAL);
    }

    /** Adds a line whose value is written in a hue; {@link Hue#NEUTRAL} is the main text colour. */
    public TextField add(String key, String value, Hue hue) {
        Label name = new Label(key);
        name.getStyleClass().add("key");
        TextField field = new TextField(value);
        field.setEditable(false);
        field.getStyleClass().add("copyable");
        field.setMinWidth(0);
        if (hue != Hue.NEUTRAL) {
            field.getStyleClass().addAll("text-hue", hue.styleClass());
        }
        name.setLabelFor(field);
        addRow(rows++, name, field);
        return field;
    }

    public void clear() {
        getChildren().clear();
        rows = 0;
    }
}
