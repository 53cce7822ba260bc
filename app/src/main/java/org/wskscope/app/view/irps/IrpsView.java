package org.wskscope.app.view.irps;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.wskscope.app.control.EmptyHint;
import org.wskscope.app.control.TimeText;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.irps.IrpsViewModel.Line;

/** The requests that wait, each with its age and a way to cancel it. FX thread. */
final class IrpsView extends VBox {
    private final Messages messages;
    private final LongSupplier nowNanos;
    private final Consumer<Line> cancel;
    private final TableView<Line> table = new TableView<>();
    private final AnimationTimer pulse = new AnimationTimer() {
        private long last;

        @Override
        public void handle(long now) {
            if (now - last > 100_000_000L && !table.getItems().isEmpty()) {
                last = now;
                table.refresh();
            }
        }
    };

    IrpsView(
            IrpsViewModel model,
            Messages messages,
            LongSupplier nowNanos,
            Consumer<Line> select,
            Consumer<Line> cancel) {
        this.messages = messages;
        this.nowNanos = nowNanos;
        this.cancel = cancel;
        setId("irps");
        table.setId("irps-table");
        table.setItems(model.lines());
        table.setPlaceholder(new EmptyHint(Icons.IRPS, messages.get("irps.empty"), messages.get("irps.empty.next")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.getColumns().add(column("irp", 80, line -> "#" + line.irp().irp()));
        table.getColumns()
                .add(column("function", 180, line -> line.irp().function().functionName()));
        table.getColumns().add(column("socket", 80, Line::socketName));
        table.getColumns()
                .add(column(
                        "length",
                        110,
                        line -> messages.format("irps.bytes", line.irp().length())));
        table.getColumns().add(column("age", 110, this::age));
        table.getColumns().add(cancelColumn());
        table.getSelectionModel().selectedItemProperty().addListener((o, old, line) -> {
            if (line != null) {
                select.accept(line);
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().add(table);
    }

    void start() {
        pulse.start();
    }

    void stop() {
        pulse.stop();
    }

    private String age(Line line) {
        return TimeText.of(Math.max(0, nowNanos.getAsLong() - line.irp().sinceNanos()));
    }

    private TableColumn<Line, String> column(String key, double width, Function<Line, String> text) {
        TableColumn<Line, String> column = new TableColumn<>(messages.get("irps.column." + key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        return column;
    }

    private TableColumn<Line, Line> cancelColumn() {
        TableColumn<Line, Line> column = new TableColumn<>("");
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(made -> new TableCell<>() {
            private final Button button = new Button(messages.get("irps.cancel"));

            {
                button.getStyleClass().add("small-button");
                button.setOnAction(event -> cancel.accept(getItem()));
            }

            @Override
            protected void updateItem(Line line, boolean empty) {
                super.updateItem(line, empty);
                setGraphic(empty ? null : button);
                if (!empty && line != null) {
                    button.setId("cancel-irp-" + line.irp().irp());
                    button.setAccessibleText(
                            messages.format("irps.cancel.explain", line.irp().irp()));
                }
            }
        });
        return column;
    }
}
