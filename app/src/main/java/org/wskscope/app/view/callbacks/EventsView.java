package org.wskscope.app.view.callbacks;

import java.util.List;
import java.util.OptionalLong;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.wskscope.app.control.ColumnWidths;
import org.wskscope.app.control.EmptyHint;
import org.wskscope.app.control.PacedRefresh;
import org.wskscope.app.control.WindowedTable;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;

/** The table of records: one line each, following the newest until somebody looks elsewhere. Costs what is seen of it. FX thread. */
final class EventsView extends VBox {
    /** Faster than that nobody reads. */
    private static final long MILLIS_BETWEEN_UPDATES = 80;

    private static final long COPIED_AT_ONCE = 500;

    private final EventsViewModel model;
    private final Messages messages;
    private final EventsColumns columns;
    private final WindowedTable table;
    private final EventsHeader header;
    private final FilterProblem problem;
    private final FindBar find;
    private final Button newer = new Button();
    private final RowCopy copying;
    private final PacedRefresh refresh = new PacedRefresh(MILLIS_BETWEEN_UPDATES, this::advance);
    private final InvalidationListener more = observable -> refresh.request();
    private int generation;
    private boolean filteredHint;
    private long records = -1;
    /** The selected record is not in the table yet. */
    private boolean selectionWaits;
    /** Where the table was when its rows changed their meaning, until that record was looked at; −1 for nowhere. */
    private long backTo = -1;

    EventsView(
            EventsViewModel model,
            Messages messages,
            ColumnWidths widths,
            RowCopy copying,
            EventsPart.Environment around) {
        this.model = model;
        this.messages = messages;
        this.copying = copying;
        columns = new EventsColumns(messages);
        table = new WindowedTable(
                model,
                EventsColumns.of(messages),
                (row, cells) -> {
                    cells.toCome(model.isToCome(row));
                    columns.fill(model.line(row), cells);
                },
                widths);
        header = new EventsHeader(model, messages, table);
        problem = new FilterProblem(messages);
        find = new FindBar(around.finder(), messages, table::requestFocus);
        setId("events");
        table.setId("events-table");
        table.setAccessibleText(messages.get("events.title"));
        table.setPlaceholder(emptyHint());
        table.followWhenScrolledToEnd();
        table.followingProperty().set(true);
        table.setOnSelect(model::select);
        table.setOnActivate(model::goTo);
        table.setOnCopy(this::copy);
        table.setMenu(new EventsMenu(model, table, messages, around.showInTimeline(), this::copy)::make);
        model.filterProblemProperty().addListener((o, old, now) -> showProblem());
        model.filterTextProperty().addListener((o, old, now) -> showProblem());
        model.filterTextProperty().addListener(more);
        StackPane rows = new StackPane(table, newerButton());
        VBox.setVgrow(rows, Priority.ALWAYS);
        getChildren().addAll(problem, find, rows);
    }

    /** The filter, how much it hides, and the switch to follow the tail. */
    List<Node> headerActions() {
        return header.nodes();
    }

    void focusFilter() {
        header.focusFilter();
    }

    void find() {
        find.open();
    }

    void findNext() {
        find.next();
    }

    void findPrevious() {
        find.previous();
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
        find.stop();
    }

    /** Brings the selected record into view and marks it. */
    void showSelection() {
        OptionalLong record = model.selectedRecord();
        selectionWaits = record.isPresent() && model.rowOf(record.getAsLong()) < 0;
        if (record.isEmpty()) {
            table.show(-1);
        } else if (!table.isSelected(record.getAsLong())) {
            table.show(record.getAsLong());
        }
        refresh.request();
    }

    /** A screenful at once, more in the background. */
    void copy() {
        if (table.selectedCount() <= COPIED_AT_ONCE) {
            table.copyRows(COPIED_AT_ONCE);
        } else {
            copying.copy(table.selectedRanges());
            refresh.request();
        }
    }

    private Node newerButton() {
        newer.setId("events-newer");
        newer.getStyleClass().setAll("plain-button", "newer-button");
        newer.setGraphic(Icons.FOLLOW_TAIL.node());
        newer.setTooltip(new Tooltip(messages.get("events.newer.follow")));
        newer.setAccessibleHelp(messages.get("events.newer.follow"));
        newer.setFocusTraversable(false);
        newer.setMinWidth(Region.USE_PREF_SIZE);
        newer.setVisible(false);
        newer.setOnAction(event -> table.followingProperty().set(true));
        table.followingProperty().addListener(more);
        StackPane.setAlignment(newer, Pos.TOP_RIGHT);
        return newer;
    }

    /** Takes in what happened; answers whether something is still on its way. */
    private boolean advance() {
        long top = table.topKey();
        model.advance();
        if (generation != model.generationProperty().get()) {
            generation = model.generationProperty().get();
            backTo = table.followingProperty().get() ? -1 : target(top);
        }
        if (backTo >= 0 && model.examined() > backTo) {
            if (!table.reveal(backTo)) {
                table.scrollTo(backTo);
            }
            backTo = -1;
        }
        if (selectionWaits && model.rowOf(model.selectedRecord().orElse(-1)) >= 0) {
            selectionWaits = false;
            table.reveal(model.selectedRecord().orElse(-1));
        }
        showHint();
        boolean grew = records != model.records();
        records = model.records();
        table.need(EventsColumns.NUMBER, columns.digits(Math.max(0, records - 1)));
        table.rowsChanged();
        header.update();
        find.update();
        showNewer(grew);
        return model.examined() < records || copying.advance();
    }

    /** An empty table says why it is empty. */
    private void showHint() {
        if (filteredHint != model.isFiltering()) {
            filteredHint = model.isFiltering();
            table.setPlaceholder(
                    filteredHint
                            ? new EmptyHint(
                                    Icons.FILTER,
                                    messages.get("events.filter.empty"),
                                    messages.get("events.filter.empty.next"))
                            : emptyHint());
        }
    }

    private EmptyHint emptyHint() {
        return new EmptyHint(Icons.RECORDS, messages.get("events.empty"), messages.get("events.empty.next"));
    }

    private long target(long top) {
        long selected = table.selectedKeyProperty().get();
        return selected >= 0 ? selected : top;
    }

    private void showNewer(boolean grew) {
        long below = table.rowsBelow();
        boolean show = !table.followingProperty().get() && below > 0;
        if (show && (grew || !newer.isVisible())) {
            newer.setText(messages.format("events.newer", below));
        }
        newer.setVisible(show);
    }

    private void showProblem() {
        model.filterProblemProperty()
                .get()
                .ifPresentOrElse(
                        wrong -> problem.show(model.filterTextProperty().get(), wrong), problem::clear);
    }
}
