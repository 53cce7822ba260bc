package org.wskscope.app.view.irps;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.ColumnWidths;
import org.wskscope.app.control.EmptyHint;
import org.wskscope.app.control.LiteralMenuItem;
import org.wskscope.app.control.PacedRefresh;
import org.wskscope.app.control.TableCells;
import org.wskscope.app.control.TimeText;
import org.wskscope.app.control.WindowedColumn;
import org.wskscope.app.control.WindowedTable;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.irps.PendingIrps.Line;

/** The requests that wait, each with its age and a way to cancel it. FX thread. */
final class IrpsView extends VBox {
    private static final long MILLIS_BETWEEN_UPDATES = 100;

    private final IrpsViewModel model;
    private final Messages messages;
    private final Deeds deeds;
    private final WindowedTable table;
    private final PacedRefresh refresh = new PacedRefresh(MILLIS_BETWEEN_UPDATES, this::advance);
    private final InvalidationListener more = observable -> refresh.request();

    /**
     * What can be done with a request.
     *
     * @param select makes it the selection
     * @param cancel asks for its cancellation
     * @param showInTimeline brings the selection into view there
     */
    record Deeds(Consumer<Line> select, Consumer<Line> cancel, Runnable showInTimeline) {}

    IrpsView(IrpsViewModel model, Messages messages, ColumnWidths widths, Deeds deeds) {
        this.model = model;
        this.messages = messages;
        this.deeds = deeds;
        setId("irps");
        table = new WindowedTable(
                model,
                List.of(
                        column("irp", 8),
                        column("function", 22),
                        column("socket", 8),
                        column("length", 14),
                        column("age", 12),
                        WindowedColumn.button("irps.cancel", messages.get("irps.cancel"))),
                this::fill,
                widths);
        table.setId("irps-table");
        table.setAccessibleText(messages.get("irps.title"));
        table.setPlaceholder(new EmptyHint(Icons.IRPS, messages.get("irps.empty"), messages.get("irps.empty.next")));
        table.setOnSelect(key -> withRow(key, deeds.select()));
        table.setOnActivate(key -> deeds.showInTimeline().run());
        table.setOnButton(row -> deeds.cancel().accept(model.line(row)));
        table.setMenu(this::menu);
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().add(table);
    }

    /** Asks for an update whenever there is news. */
    InvalidationListener news() {
        return more;
    }

    void start() {
        refresh.request();
    }

    void stop() {
        refresh.stop();
    }

    /** Ages go on while requests wait. */
    private boolean advance() {
        model.advance();
        table.rowsChanged();
        return model.size() > 0 || model.pendingProperty().get() > 0;
    }

    private WindowedColumn column(String name, double chars) {
        return WindowedColumn.of("irps." + name, messages.get("irps.column." + name), chars);
    }

    private void fill(long row, TableCells.Sink cells) {
        Line line = model.line(row);
        cells.cell(0, "#" + line.irp().irp());
        cells.cell(1, line.irp().function().functionName());
        cells.cell(2, line.socketName());
        cells.cell(3, messages.format("irps.bytes", line.irp().length()));
        cells.cell(4, TimeText.of(Math.max(0, model.nowNanos() - line.irp().sinceNanos())));
    }

    private @Nullable ContextMenu menu() {
        long key = table.selectedKeyProperty().get();
        if (model.rowOf(key) < 0) {
            return null;
        }
        return new ContextMenu(
                item("timeline", deeds.showInTimeline()),
                item("cancel", () -> withRow(key, deeds.cancel())),
                item("copy", () -> table.copyRows(model.size()), table.selectedCount()),
                item("all", table::selectAll),
                item("widths", table::resetWidths));
    }

    private MenuItem item(String name, Runnable run, Object... values) {
        MenuItem item = new LiteralMenuItem(messages.format("irps.menu." + name, values), run);
        item.setId("irps-menu-" + name);
        return item;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.DELETE) {
            withRow(table.selectedKeyProperty().get(), deeds.cancel());
            event.consume();
        }
    }

    private void withRow(long key, Consumer<Line> deed) {
        long row = model.rowOf(key);
        if (row >= 0) {
            deed.accept(model.line(row));
        }
    }
}
