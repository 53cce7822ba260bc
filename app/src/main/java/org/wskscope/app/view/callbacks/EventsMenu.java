package org.wskscope.app.view.callbacks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.wskscope.app.control.LiteralMenuItem;
import org.wskscope.app.control.WindowedTable;
import org.wskscope.app.view.Messages;

/** What can be done with the selected records: most used first, what cannot be done now last and grey. FX thread. */
final class EventsMenu {
    private final EventsViewModel model;
    private final WindowedTable table;
    private final Messages messages;
    private final Runnable showInTimeline;
    private final Runnable copy;

    EventsMenu(EventsViewModel model, WindowedTable table, Messages messages, Runnable showInTimeline, Runnable copy) {
        this.model = model;
        this.table = table;
        this.messages = messages;
        this.showInTimeline = showInTimeline;
        this.copy = copy;
    }

    ContextMenu make() {
        long lead = table.selectedKeyProperty().get();
        boolean one = lead >= 0 && model.rowOf(lead) >= 0;
        String socket = one ? model.socketOf(lead) : "";
        String kind = one ? model.kindOf(lead).word() : "";
        OptionalLong cause = one ? model.causeOf(lead) : OptionalLong.empty();
        List<MenuItem> items = new ArrayList<>();
        add(items, "timeline", one, showInTimeline);
        add(items, "cause", cause.isPresent(), () -> model.select(cause.orElseThrow()));
        add(items, "socket", !socket.isEmpty(), () -> filter("socket:" + socket), socket);
        add(items, "kind", one, () -> filter("kind:" + kind), kind);
        add(items, "copy", table.selectedCount() > 0, copy, table.selectedCount());
        add(items, "all", model.size() > 0, table::selectAll);
        add(
                items,
                "unfilter",
                model.isFiltering(),
                () -> model.filterTextProperty().set(""));
        add(items, "widths", true, table::resetWidths);
        ContextMenu menu = new ContextMenu();
        menu.setId("events-menu");
        items.sort(Comparator.comparing(MenuItem::isDisable));
        menu.getItems().addAll(items);
        return menu;
    }

    private void add(List<MenuItem> items, String name, boolean can, Runnable run, Object... values) {
        MenuItem item = new LiteralMenuItem(messages.format("events.menu." + name, values), run);
        item.setId("events-menu-" + name);
        item.setDisable(!can);
        items.add(item);
    }

    /** Narrows the filter there is; a term about the same takes the place of the old one. */
    private void filter(String term) {
        String key = term.substring(0, term.indexOf(':') + 1);
        List<String> terms = new ArrayList<>();
        for (String old : model.filterTextProperty().get().strip().split("\\s+")) {
            if (!old.isEmpty() && !old.startsWith(key) && !old.startsWith("-" + key)) {
                terms.add(old);
            }
        }
        terms.add(term);
        model.filterTextProperty().set(String.join(" ", terms));
    }
}
