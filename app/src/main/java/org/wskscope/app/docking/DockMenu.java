package org.wskscope.app.docking;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.wskscope.app.control.LiteralMenuItem;

/** What can be done to a tool window from its tab or its icon on the stripe: everything the mouse can by dragging. FX thread. */
final class DockMenu {
    private final DockArea area;
    private final DockText words;

    DockMenu(DockArea area, DockText words) {
        this.area = area;
        this.words = words;
    }

    /** Opens the menu of the window on a request for it at the node. */
    void install(Node node, Dockable window) {
        node.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            of(window).show(node, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    ContextMenu of(Dockable window) {
        String id = window.id();
        boolean isOpen = area.layoutProperty().get().isOpen(id);
        ContextMenu menu = new ContextMenu(isOpen ? item(words.close(), () -> area.close(id)) : open(id));
        menu.setId("dock-menu-" + id);
        List<Dockable> others = area.windows().stream()
                .filter(other -> other != window && area.layoutProperty().get().isOpen(other.id()))
                .toList();
        if (!others.isEmpty()) {
            menu.getItems()
                    .addAll(
                            new SeparatorMenuItem(),
                            moves(words.leftOf(), id, others, DockSide.LEFT),
                            moves(words.rightOf(), id, others, DockSide.RIGHT),
                            moves(words.above(), id, others, DockSide.TOP),
                            moves(words.below(), id, others, DockSide.BOTTOM),
                            moves(words.tabOf(), id, others, DockSide.CENTER));
        }
        menu.getItems().addAll(new SeparatorMenuItem(), item(words.reset(), area::reset));
        return menu;
    }

    private MenuItem open(String id) {
        return item(words.open(), () -> area.focus(id));
    }

    private Menu moves(String text, String id, List<Dockable> others, DockSide side) {
        Menu menu = new Menu(text);
        for (Dockable other : others) {
            menu.getItems().add(item(other.titleProperty().get(), () -> {
                area.move(id, other.id(), side);
                area.focus(id);
            }));
        }
        return menu;
    }

    private static MenuItem item(String text, Runnable run) {
        return new LiteralMenuItem(text, run);
    }
}
