package org.wskscope.app.control;

import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.wskscope.app.theme.Hue;

/** Names and values in two columns; a value can be copied, and one that is too long for a line goes on in the next. FX thread. */
public final class KeyValueGrid extends GridPane {
    private final String copyText;
    private int rows;

    /** {@code copyText}: what the menu entry is called that copies a value. */
    public KeyValueGrid(String copyText) {
        this.copyText = copyText;
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
        CopyableValue shown = new CopyableValue(value, copyText);
        if (hue != Hue.NEUTRAL) {
            shown.addStyleClasses("text-hue", hue.styleClass());
        }
        name.setLabelFor(shown.field());
        setValignment(name, VPos.BASELINE);
        setValignment(shown, VPos.BASELINE);
        addRow(rows++, name, shown);
        return shown.field();
    }

    public void clear() {
        getChildren().clear();
        rows = 0;
    }
}
