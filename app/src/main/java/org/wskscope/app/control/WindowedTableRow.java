package org.wskscope.app.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.theme.Hue;

/** A row of a {@link WindowedTable}: one cell a column; the lead row wraps what would be cut. FX thread. */
final class WindowedTableRow extends WindowedRow implements TableCells.Sink {
    private static final PseudoClass TO_COME = PseudoClass.getPseudoClass("to-come");

    private final List<WindowedColumn> columns;
    private final ColumnLayout layout;
    private final TableCells content;
    private final List<Labeled> cells = new ArrayList<>();
    private final Hue[] hues;

    /** {@code pressed} is told the row whose button was pressed. */
    WindowedTableRow(List<WindowedColumn> columns, ColumnLayout layout, TableCells content, LongConsumer pressed) {
        this.columns = columns;
        this.layout = layout;
        this.content = content;
        hues = new Hue[columns.size()];
        getStyleClass().add("windowed-table-row");
        setAccessibleRole(AccessibleRole.TABLE_ROW);
        for (int column = 0; column < columns.size(); column++) {
            hues[column] = Hue.NEUTRAL;
            Labeled cell = columns.get(column).button().isEmpty()
                    ? new Cell(column)
                    : button(columns.get(column).button(), pressed);
            cells.add(cell);
            getChildren().add(cell);
        }
    }

    Labeled cell(int column) {
        return cells.get(column);
    }

    @Override
    protected void show(long row) {
        content.fill(row, this);
    }

    @Override
    public void toCome(boolean isToCome) {
        pseudoClassStateChanged(TO_COME, isToCome);
    }

    @Override
    public void cell(int column, String text, Hue hue) {
        Labeled cell = cells.get(column);
        if (!text.equals(cell.getText())) {
            cell.setText(text);
            if (!columns.get(column).takesRest() && layout.need(column, text.length())) {
                requestLayout();
            }
        }
        if (hue != hues[column]) {
            cell.getStyleClass().removeAll("text-hue", hues[column].styleClass());
            if (hue != Hue.NEUTRAL) {
                cell.getStyleClass().addAll("text-hue", hue.styleClass());
            }
            hues[column] = hue;
        }
    }

    @Override
    protected void marked() {
        cells.forEach(cell -> cell.setWrapText(isLead() && cell instanceof Label));
        requestLayout();
    }

    @Override
    protected double heightIn(double width) {
        double height = getMinHeight();
        if (isLead() || height <= 0) {
            for (int column = 0; column < cells.size(); column++) {
                double cellWidth = isLead() ? layout.width(column) : -1;
                height = Math.max(height, cells.get(column).prefHeight(cellWidth));
            }
        }
        return Math.max(1, height);
    }

    @Override
    protected void layoutChildren() {
        double x = 0;
        for (int column = 0; column < cells.size(); column++) {
            double width = layout.width(column);
            Labeled cell = cells.get(column);
            if (cell instanceof Button) {
                double buttonHeight = Math.min(getHeight(), cell.prefHeight(-1));
                double buttonWidth = Math.min(width, cell.prefWidth(-1));
                cell.resizeRelocate(x, snapPositionY((getHeight() - buttonHeight) / 2), buttonWidth, buttonHeight);
            } else {
                cell.resizeRelocate(x, 0, width, getHeight());
            }
            x += width;
        }
    }

    private Button button(String word, LongConsumer pressed) {
        Button button = new Button(word);
        button.getStyleClass().add("small-button");
        button.setFocusTraversable(false);
        button.setOnAction(event -> pressed.accept(row()));
        return button;
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case COLUMN_COUNT -> columns.size();
            case TEXT -> String.join(", ", cells.stream().map(Labeled::getText).toList());
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    /** Says one column of the row. */
    private final class Cell extends Label {
        private final int column;

        Cell(int column) {
            this.column = column;
            getStyleClass().setAll("windowed-cell");
            setAccessibleRole(AccessibleRole.TABLE_CELL);
        }

        @Override
        public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return switch (attribute) {
                case ROW_INDEX -> (int) Math.min(row(), Integer.MAX_VALUE);
                case TEXT -> getText();
                case COLUMN_INDEX -> column;
                case SELECTED -> WindowedTableRow.this.isSelected();
                default -> super.queryAccessibleAttribute(attribute, parameters);
            };
        }
    }
}
