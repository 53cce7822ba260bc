package org.wskscope.app.view.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.wskscope.app.control.LaneCanvas;
import org.wskscope.app.control.LiteralMenuItem;
import org.wskscope.app.state.Folding;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.UserAction;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.SocketId;

/** The menu on a bar, a name or the empty timeline: what is used most first, what cannot be done now last and grey. FX thread. */
final class TimelineMenu {
    private static final List<String> ON_SELECTION =
            List.of("fit", "nextOnLane", "previousOnLane", "cause", "effect", "nextOfSocket", "previousOfSocket");
    private static final List<String> ANYWHERE = List.of("follow", "everything", "mark", "find", "goTo");

    private final LaneCanvas<TimelineHit> lanes;
    private final TimelineViewModel model;
    private final Messages messages;
    private final List<UserAction> actions;
    private final ContextMenu menu = new ContextMenu();

    TimelineMenu(LaneCanvas<TimelineHit> lanes, TimelineViewModel model, Messages messages, List<UserAction> actions) {
        this.lanes = lanes;
        this.model = model;
        this.messages = messages;
        this.actions = actions;
        menu.setId("timeline-menu");
    }

    /** Shows it at a place of the lanes, about what is selected by now. */
    void show(double x, double y) {
        menu.hide();
        menu.getItems().setAll(items());
        Point2D screen = lanes.localToScreen(x, y);
        if (screen != null) {
            menu.show(lanes, screen.getX(), screen.getY());
        }
    }

    boolean isShowing() {
        return menu.isShowing();
    }

    void hide() {
        menu.hide();
    }

    /** What it offers now. */
    List<MenuItem> items() {
        boolean selected = model.selectedSpan().isPresent();
        boolean onBar = model.selection().record().isPresent();
        List<MenuItem> ofSelection = items(ON_SELECTION, name -> selected && canDo(name));
        List<MenuItem> folds = foldItems();
        List<MenuItem> anywhere = items(ANYWHERE, name -> true);
        List<MenuItem> all = new ArrayList<>();
        List<MenuItem> grey = new ArrayList<>();
        for (List<MenuItem> part :
                onBar ? List.of(ofSelection, anywhere, folds) : List.of(folds, ofSelection, anywhere)) {
            addPart(all, part.stream().filter(item -> !item.isDisable()).toList());
            part.stream().filter(MenuItem::isDisable).forEach(grey::add);
        }
        addPart(all, grey);
        return all;
    }

    private static void addPart(List<MenuItem> all, List<MenuItem> part) {
        if (!all.isEmpty() && !part.isEmpty()) {
            all.add(new SeparatorMenuItem());
        }
        all.addAll(part);
    }

    private interface Possible {
        boolean now(String action);
    }

    private List<MenuItem> items(List<String> names, Possible possible) {
        return names.stream()
                .flatMap(name -> action(name).stream()
                        .map(action -> item(
                                action, possible.now(name) && action.enabled().get())))
                .toList();
    }

    private boolean canDo(String name) {
        return switch (name) {
            case "cause" -> model.causeOfSelection().isPresent();
            case "effect" -> !model.effectsOfSelection().isEmpty();
            case "nextOnLane" -> model.canStepOnLane(1);
            case "previousOnLane" -> model.canStepOnLane(-1);
            case "nextOfSocket", "previousOfSocket" ->
                model.selection().socket().isPresent();
            default -> true;
        };
    }

    private Optional<UserAction> action(String name) {
        return actions.stream()
                .filter(action -> action.id().equals("timeline." + name))
                .findFirst();
    }

    private static MenuItem item(UserAction action, boolean possible) {
        MenuItem item = new LiteralMenuItem(action.title(), action.run());
        item.setId("menu-" + action.id());
        item.setDisable(!possible);
        action.shortcuts().stream().findFirst().ifPresent(item::setAccelerator);
        return item;
    }

    /** About the listener that is selected, or that the selected connection belongs to. */
    private List<MenuItem> foldItems() {
        Optional<SocketRow> socket = model.selection().socketRow();
        Optional<SocketId> listener = socket.map(row -> row.listener() == null ? row.id() : row.listener());
        if (listener.isEmpty()) {
            return List.of();
        }
        List<SocketRow> connections = model.connectionsOf(listener.get());
        if (connections.isEmpty()) {
            return List.of();
        }
        Folding folding = model.folding();
        boolean folded = folding.folds(listener.get(), connections.size());
        if (!folded) {
            return List.of(named("timeline.menu.fold", connections.size(), true, () -> folding.fold(listener.get())));
        }
        List<SocketId> notable = connections.stream()
                .filter(row -> ShownSockets.isNotable(row) && !folding.isBroughtOut(row.id()))
                .map(SocketRow::id)
                .toList();
        List<SocketId> out = connections.stream()
                .map(SocketRow::id)
                .filter(folding::isBroughtOut)
                .toList();
        List<MenuItem> items = new ArrayList<>();
        items.add(named("timeline.menu.bringOut", notable.size(), !notable.isEmpty(), () -> folding.bringOut(notable)));
        items.add(named("timeline.menu.open", connections.size(), true, () -> folding.open(listener.get())));
        items.add(named("timeline.menu.putBack", out.size(), !out.isEmpty(), () -> folding.putBack(out)));
        return items;
    }

    private MenuItem named(String key, int count, boolean possible, Runnable run) {
        MenuItem item = new LiteralMenuItem(messages.format(key, count), run);
        item.setId("menu-" + key.replace('.', '-'));
        item.setDisable(!possible);
        return item;
    }
}
