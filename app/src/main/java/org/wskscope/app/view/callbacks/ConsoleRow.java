package org.wskscope.app.view.callbacks;

import java.util.function.LongFunction;
import javafx.scene.control.Label;
import org.wskscope.app.control.WindowedRow;

/** One line of the console; the lead line wraps what would be cut. FX thread. */
final class ConsoleRow extends WindowedRow {
    private final LongFunction<String> text;
    private final Label label = new Label();

    ConsoleRow(LongFunction<String> text) {
        this.text = text;
        label.getStyleClass().setAll("windowed-cell");
        getStyleClass().add("console-row");
        getChildren().add(label);
    }

    @Override
    protected void show(long row) {
        label.setText(text.apply(row));
        setAccessibleText(label.getText());
    }

    @Override
    protected double heightIn(double width) {
        double least = getMinHeight();
        return isLead() || least <= 0 ? Math.max(Math.max(1, least), label.prefHeight(width)) : least;
    }

    @Override
    protected void marked() {
        label.setWrapText(isLead());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        label.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
