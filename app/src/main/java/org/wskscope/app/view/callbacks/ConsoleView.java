package org.wskscope.app.view.callbacks;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.wskscope.app.control.EmptyHint;
import org.wskscope.app.control.LiteralMenuItem;
import org.wskscope.app.control.PacedRefresh;
import org.wskscope.app.control.WindowedList;
import org.wskscope.app.control.WindowedRows;
import org.wskscope.app.state.BackgroundWork;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;

/** The trace as lines of its notation, following the newest until somebody looks elsewhere. FX thread. */
final class ConsoleView extends StackPane implements WindowedRows {
    private static final long MILLIS_BETWEEN_UPDATES = 100;

    private final SessionModel session;
    private final Messages messages;
    private final ConsoleModel model = new ConsoleModel();
    private final BackgroundWork.Running running;
    private final WindowedList list = new WindowedList(this, () -> new ConsoleRow(this::textAt));
    private final Label progress = new Label();
    private final ToggleButton follow = new ToggleButton();
    private final PacedRefresh refresh = new PacedRefresh(MILLIS_BETWEEN_UPDATES, this::advance);
    private final InvalidationListener more = observable -> refresh.request();
    private ConsoleLines lines = ConsoleLines.NONE;

    ConsoleView(SessionModel session, Messages messages, BackgroundWork work) {
        this.session = session;
        this.messages = messages;
        running = work.start(model);
        list.setId("console-text");
        list.getStyleClass().add("console-lines");
        list.setAccessibleText(messages.get("console.title"));
        list.setPlaceholder(
                new EmptyHint(Icons.CONSOLE, messages.get("console.empty"), messages.get("console.empty.next")));
        list.followWhenScrolledToEnd();
        list.followingProperty().set(true);
        list.setOnCopy(() -> list.copyRows(ConsoleModel.LINES_KEPT));
        list.setMenu(this::menu);
        progress.setId("console-progress");
        progress.getStyleClass().addAll("text-hint", "text-small");
        follow.setId("console-follow");
        follow.setGraphic(Icons.FOLLOW_TAIL.node());
        follow.getStyleClass().setAll("tool-button");
        follow.setAccessibleText(messages.get("console.follow"));
        follow.setTooltip(new Tooltip(messages.get("console.follow")));
        follow.selectedProperty().bindBidirectional(list.followingProperty());
        getChildren().add(list);
    }

    List<Node> headerActions() {
        return List.of(progress, follow);
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

    /** Tells no more. */
    void end() {
        running.stop();
    }

    private boolean advance() {
        model.follow(session.snapshot());
        running.wake();
        ConsoleLines now = model.lines();
        long gone = now.dropped() - lines.dropped();
        boolean news = now != lines;
        lines = now;
        if (gone > 0) {
            list.rowsDropped(gone);
        } else if (news) {
            list.rowsChanged();
        }
        long records = session.snapshot().playhead();
        progress.setText(progress(records));
        return now.read() < records;
    }

    private String progress(long records) {
        if (records - lines.read() > ConsoleModel.LINES_KEPT) {
            return messages.format("console.reading", lines.read(), records);
        }
        return lines.dropped() > 0 ? messages.format("console.omitted", lines.size()) : "";
    }

    private ContextMenu menu() {
        MenuItem copy = new LiteralMenuItem(
                messages.format("console.menu.copy", list.selectedCount()),
                () -> list.copyRows(ConsoleModel.LINES_KEPT));
        copy.setDisable(list.selectedCount() == 0);
        MenuItem all = new LiteralMenuItem(messages.get("console.menu.all"), list::selectAll);
        return copy.isDisable() ? new ContextMenu(all, copy) : new ContextMenu(copy, all);
    }

    @Override
    public long size() {
        return lines.size();
    }

    @Override
    public long keyAt(long row) {
        return lines.keyAt(row);
    }

    @Override
    public long rowAtOrAfter(long key) {
        return lines.rowAtOrAfter(key);
    }

    @Override
    public String textAt(long row) {
        return lines.textAt(row);
    }
}
