package org.wskscope.app.control;

import java.util.List;
import java.util.function.LongConsumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** A {@link WindowedList} whose rows have columns, under a header that gives them their widths. FX thread. */
public final class WindowedTable extends WindowedList {
    private static final String RULER = "0000000000";

    private final List<WindowedColumn> columns;
    private final ColumnLayout layout;
    private final WindowedTableHeader header;
    private final Label ruler = new Label(RULER);
    private final Listener pressed;

    /** Who is told of the buttons in rows; set after the rows are made. */
    private static final class Listener {
        private LongConsumer toNotify = row -> {};
    }

    public WindowedTable(WindowedRows rows, List<WindowedColumn> columns, TableCells content, ColumnWidths kept) {
        this(rows, List.copyOf(columns), content, new ColumnLayout(List.copyOf(columns), kept), new Listener());
    }

    private WindowedTable(
            WindowedRows rows,
            List<WindowedColumn> columns,
            TableCells content,
            ColumnLayout layout,
            Listener pressed) {
        super(rows, () -> new WindowedTableRow(columns, layout, content, row -> pressed.toNotify.accept(row)));
        this.columns = columns;
        this.layout = layout;
        this.pressed = pressed;
        header = new WindowedTableHeader(this, columns, layout);
        ruler.getStyleClass().setAll("windowed-cell");
        ruler.setVisible(false);
        getStyleClass().add("windowed-table");
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        getChildren().addAll(header, ruler);
    }

    /** {@code listener} is told the number of the row whose button was pressed. */
    public void setOnButton(LongConsumer listener) {
        pressed.toNotify = listener;
    }

    /** The column holds something this many characters long: until the user says otherwise it is that wide. */
    public void need(int column, int chars) {
        if (layout.need(column, chars)) {
            requestLayout();
        }
    }

    /** Forgets the widths the user chose. */
    public void resetWidths() {
        layout.reset();
        requestLayout();
    }

    /** Makes a column as wide as what it shows now. */
    void fit(int column) {
        double widest = header.titleWidth(column);
        for (long row : visibleRows()) {
            if (rowNode(row) instanceof WindowedTableRow shown) {
                boolean wrapped = shown.cell(column).isWrapText();
                shown.cell(column).setWrapText(false);
                widest = Math.max(widest, shown.cell(column).prefWidth(-1));
                shown.cell(column).setWrapText(wrapped);
            }
        }
        resize(column, widest);
    }

    void resize(int column, double pixels) {
        layout.resize(column, (pixels - padding()) / charWidth());
        requestLayout();
    }

    private double padding() {
        return ruler.getInsets().getLeft() + ruler.getInsets().getRight();
    }

    private double charWidth() {
        return Math.max(1, (ruler.prefWidth(-1) - padding()) / RULER.length());
    }

    @Override
    protected double rowWidth(double available) {
        double width = Math.max(available, layout.neededWidth(charWidth(), padding()));
        layout.layOut(width, charWidth(), padding());
        return width;
    }

    @Override
    protected double headerHeight() {
        return snapSizeY(header.prefHeight(-1));
    }

    @Override
    protected void layOutHeader(double width, double shift) {
        header.resizeRelocate(0, 0, getWidth(), headerHeight());
        header.shift(shift);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case COLUMN_COUNT -> columns.size();
            case HEADER -> header;
            case CELL_AT_ROW_COLUMN ->
                super.queryAccessibleAttribute(AccessibleAttribute.ROW_AT_INDEX, parameters[0])
                                instanceof WindowedTableRow row
                        ? row.cell((Integer) parameters[1])
                        : null;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
