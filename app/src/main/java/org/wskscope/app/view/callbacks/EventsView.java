package org.wskscope.app.view.callbacks;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.wskscope.app.control.EmptyHint;
import org.wskscope.app.control.SearchField;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;

/** The table of records: one line each, following the tail until somebody scrolls away. FX thread. */
final class EventsView extends VBox {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final EventsViewModel model;
    private final Messages messages;
    private final VirtualRecords records = new VirtualRecords();
    private final TableView<Integer> table = new TableView<>(records);
    private final SearchField filter;
    private final Label problem = new Label();
    private final Label hidden = new Label();
    private final ToggleButton follow = new ToggleButton();
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long now) {
            advance();
        }
    };
    private int generation;
    private boolean selecting;
    /** The selected record is not in the table yet. */
    private boolean selectionWaits;

    EventsView(EventsViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        filter = new SearchField(messages.get("events.filter.prompt"));
        setId("events");
        table.setId("events-table");
        table.setPlaceholder(
                new EmptyHint(Icons.RECORDS, messages.get("events.empty"), messages.get("events.empty.next")));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.getColumns()
                .addAll(List.of(
                        column("number", 58, line -> Long.toString(line.sequence())),
                        column("time", 118, RecordLine::time),
                        column("cpu", 48, RecordLine::cpu),
                        column("irql", 84, RecordLine::irql),
                        column("socket", 66, RecordLine::socket),
                        colored("event", 190, RecordLine::event, RecordLine::eventHue),
                        column("detail", 330, RecordLine::detail),
                        colored("status", 170, RecordLine::status, RecordLine::statusHue)));
        VBox.setVgrow(table, Priority.ALWAYS);
        problem.getStyleClass().addAll("filter-problem", "text-hue", Hue.ERROR.styleClass());
        problem.setId("events-filter-problem");
        problem.textProperty().bind(model.filterProblemProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().addAll(problem, table);
        prepareHeader();
        table.getSelectionModel().selectedIndexProperty().addListener((o, old, now) -> selected(now.intValue()));
        table.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() > 0) {
                follow.setSelected(false);
            }
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** The filter, how much it hides, and the switch to follow the tail. */
    List<Node> headerActions() {
        return List.of(hidden, filter, follow);
    }

    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    void start() {
        pulse.start();
    }

    void stop() {
        pulse.stop();
    }

    /** Brings the selected record into view and marks it. */
    void showSelection() {
        int row = model.selectedRow();
        selectionWaits = row < 0 && model.hasSelectedRecord();
        selecting = true;
        if (row < 0) {
            table.getSelectionModel().clearSelection();
        } else if (!table.getSelectionModel().isSelected(row)) {
            follow.setSelected(false);
            table.getSelectionModel().clearAndSelect(row);
            table.scrollTo(Math.max(0, row - 3));
        }
        selecting = false;
    }

    void copy() {
        String text = table.getSelectionModel().getSelectedIndices().stream()
                .filter(row -> row < records.size())
                .map(row -> model.line(row).asText())
                .collect(Collectors.joining("\n"));
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void prepareHeader() {
        filter.setId("events-filter");
        filter.getStyleClass().addAll("mono", "events-filter");
        filter.textProperty().bindBidirectional(model.filterTextProperty());
        hidden.setId("events-hidden");
        hidden.getStyleClass().addAll("text-hint", "text-small");
        follow.setId("events-follow");
        follow.setGraphic(Icons.FOLLOW_TAIL.node());
        follow.getStyleClass().setAll("tool-button");
        follow.setAccessibleText(messages.get("events.follow"));
        follow.setTooltip(new Tooltip(messages.get("events.follow")));
        follow.setSelected(true);
        follow.selectedProperty().addListener((o, old, now) -> {
            if (now) {
                scrollToTail();
            }
        });
    }

    private void advance() {
        model.advance();
        int before = records.size();
        selecting = true;
        if (generation != model.generationProperty().get()) {
            generation = model.generationProperty().get();
            table.getSelectionModel().clearSelection();
            records.replaced(model.sizeProperty().get());
        } else {
            records.resize(model.sizeProperty().get());
        }
        selecting = false;
        if (selectionWaits) {
            showSelection();
        }
        long hiddenRecords = model.hiddenProperty().get();
        hidden.setText(hiddenRecords == 0 ? "" : messages.format("events.hidden", hiddenRecords));
        if (follow.isSelected() && records.size() != before) {
            scrollToTail();
        }
    }

    private void scrollToTail() {
        if (!records.isEmpty()) {
            table.scrollTo(records.size() - 1);
        }
    }

    private void selected(int row) {
        if (!selecting) {
            model.select(row);
        }
    }

    private void pressed(KeyEvent event) {
        if (COPY.match(event)) {
            copy();
            event.consume();
        } else if (event.getCode() == KeyCode.END) {
            follow.setSelected(true);
        } else if (event.getCode() == KeyCode.UP
                || event.getCode() == KeyCode.PAGE_UP
                || event.getCode() == KeyCode.HOME) {
            follow.setSelected(false);
        }
    }

    private TableColumn<Integer, RecordLine> column(String key, double width, Function<RecordLine, String> text) {
        return colored(key, width, text, line -> Hue.NEUTRAL);
    }

    private TableColumn<Integer, RecordLine> colored(
            String key, double width, Function<RecordLine, String> text, Function<RecordLine, Hue> hue) {
        TableColumn<Integer, RecordLine> column = new TableColumn<>(messages.get("events.column." + key));
        column.setId("column-" + key);
        column.setPrefWidth(width);
        column.setMinWidth(key.equals("detail") || key.equals("event") ? width / 2 : width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(model.line(cell.getValue())));
        column.setCellFactory(made -> new LineCell(text, hue));
        return column;
    }

    /** Shows one column of a line in its hue. */
    private static final class LineCell extends TableCell<Integer, RecordLine> {
        private final Function<RecordLine, String> text;
        private final Function<RecordLine, Hue> hueOf;
        private Hue hue = Hue.NEUTRAL;

        LineCell(Function<RecordLine, String> text, Function<RecordLine, Hue> hueOf) {
            this.text = text;
            this.hueOf = hueOf;
        }

        @Override
        protected void updateItem(RecordLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty || line == null ? "" : text.apply(line));
            Hue next = empty || line == null ? Hue.NEUTRAL : hueOf.apply(line);
            if (next != hue) {
                getStyleClass().removeAll("text-hue", hue.styleClass());
                if (next != Hue.NEUTRAL) {
                    getStyleClass().addAll("text-hue", next.styleClass());
                }
                hue = next;
            }
        }
    }
}
