package org.wskscope.app.view.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.EmptyHint;
import org.wskscope.app.control.LiteralMenuItem;
import org.wskscope.app.control.PacedRefresh;
import org.wskscope.app.control.WindowedList;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.RuleOpener;
import org.wskscope.engine.projection.Finding;
import org.wskscope.engine.projection.Rule;

/** What the client did wrong, the rule that says so, and where that rule is written. FX thread. */
final class FindingsView extends VBox {
    private static final long MILLIS_BETWEEN_UPDATES = 100;

    private final FindingsViewModel model;
    private final Messages messages;
    private final Deeds deeds;
    private final WindowedList list;
    private final PacedRefresh refresh = new PacedRefresh(MILLIS_BETWEEN_UPDATES, this::advance);
    private final InvalidationListener more = observable -> refresh.request();

    /**
     * What can be done with a finding.
     *
     * @param select makes the record it is about the selection
     * @param openRule shows a rule to read
     * @param showInTimeline brings the selection into view there
     */
    record Deeds(Consumer<Finding> select, RuleOpener openRule, Runnable showInTimeline) {}

    FindingsView(FindingsViewModel model, Messages messages, Deeds deeds) {
        this.model = model;
        this.messages = messages;
        this.deeds = deeds;
        setId("problems");
        list = new WindowedList(model, () -> new FindingRow(model, messages, deeds.openRule()));
        list.setId("problems-list");
        list.setAccessibleText(messages.get("problems.title"));
        list.setPlaceholder(
                new EmptyHint(Icons.CHECK, messages.get("problems.empty"), messages.get("problems.empty.next")));
        list.setOnSelect(this::select);
        list.setOnActivate(this::goTo);
        list.setMenu(this::menu);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().add(list);
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

    private boolean advance() {
        list.rowsChanged();
        return false;
    }

    /** The moment goes to what the problem is about. */
    private void goTo(long key) {
        select(key);
        model.goTo(key);
    }

    private void select(long key) {
        long row = model.rowOf(key);
        if (row >= 0) {
            deeds.select().accept(model.finding(row));
        }
    }

    private @Nullable ContextMenu menu() {
        long row = model.rowOf(list.selectedKeyProperty().get());
        if (row < 0) {
            return null;
        }
        Finding finding = model.finding(row);
        List<MenuItem> items = new ArrayList<>();
        items.add(item("timeline", deeds.showInTimeline()));
        items.add(item("event", () -> deeds.select().accept(finding), FindingsViewModel.subject(finding)));
        for (Rule rule : model.rules(finding)) {
            items.add(item("rule", () -> deeds.openRule().open(rule.id(), list), rule.id()));
        }
        items.add(item("copy", () -> list.copyRows(model.size()), list.selectedCount()));
        items.add(item("all", list::selectAll));
        return new ContextMenu(items.toArray(MenuItem[]::new));
    }

    private MenuItem item(String name, Runnable run, Object... values) {
        MenuItem item = new LiteralMenuItem(messages.format("problems.menu." + name, values), run);
        item.setId("problems-menu-" + name);
        return item;
    }
}
