package org.wskscope.app.workbench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.wskscope.app.control.Bars;
import org.wskscope.app.control.Compactable;
import org.wskscope.app.control.GiveWayBar;
import org.wskscope.app.control.MoreSheet;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;

/**
 * The bar at the top: product, slots for what commands the session, action search, menu. Nothing on it moves when a text changes; where there is not room for all, some things say less, and then they
 * move to a sheet that a button opens, in the order of {@link #order}. FX thread.
 */
public final class TopBar extends GiveWayBar {
    private final Map<ActionSlot, List<Node>> slots = new EnumMap<>(ActionSlot.class);
    private final Set<Node> away = new LinkedHashSet<>();
    private final Messages messages;
    private final SearchButton search;
    private final MenuButton menu;
    private final Label logo = new Label("W");
    private final Label product;
    private final MoreSheet more;
    private final Region left = gap();
    private final Region right = gap();

    TopBar(Messages messages, SearchButton search, MenuButton menu) {
        this.messages = messages;
        this.search = search;
        this.menu = menu;
        product = new Label(messages.get("product"));
        product.getStyleClass().add("product");
        product.setMinWidth(USE_PREF_SIZE);
        logo.getStyleClass().add("logo");
        logo.setMinWidth(USE_PREF_SIZE);
        menu.setMinWidth(USE_PREF_SIZE);
        more = new MoreSheet("more-controls", messages.get("bar.more"), Pos.TOP_RIGHT);
        getStyleClass().add("top-bar");
        Bars.mark(this);
        for (ActionSlot slot : ActionSlot.values()) {
            slots.put(slot, List.of());
        }
        setSteps(order());
        arrange();
    }

    /** Fills a slot; no nodes empty it. */
    public void fill(ActionSlot slot, Node... nodes) {
        nodesOf(slot).forEach(away::remove);
        slots.put(slot, List.of(nodes));
        arrange();
    }

    /** What found no room; its owner lays it over the window. */
    MoreSheet sheet() {
        return more;
    }

    /** Shows how fast what the window shows goes on. */
    void showTransport(DisplayTransport transport) {
        fill(ActionSlot.SPEED, new SpeedSlider(messages, transport.speed()));
    }

    /** What gives way, the first first. */
    private List<Consumer<Boolean>> order() {
        List<Consumer<Boolean>> order = new ArrayList<>();
        order.add(gone -> shown(product, !gone));
        order.add(gone -> compact(ActionSlot.SPEED, gone));
        order.add(gone -> search.say(gone ? SearchButton.Saying.NAME : SearchButton.Saying.NAME_AND_KEY));
        order.add(gone -> compact(ActionSlot.PRESENT, gone));
        order.add(gone -> compact(ActionSlot.SESSION_KIND, gone));
        order.add(gone -> compact(ActionSlot.SCENARIO, gone));
        order.add(gone -> move(ActionSlot.SPEED, 0, gone));
        order.add(gone -> search.say(gone ? SearchButton.Saying.ICON : SearchButton.Saying.NAME));
        for (int fromEnd = 0; fromEnd < 3; fromEnd++) {
            int place = fromEnd;
            order.add(gone -> move(ActionSlot.SESSION_KIND, place, gone));
        }
        order.add(gone -> move(ActionSlot.PRESENT, 0, gone));
        order.add(gone -> move(ActionSlot.RECORD, 0, gone));
        order.add(gone -> move(ActionSlot.SCENARIO, 0, gone));
        order.add(gone -> shown(logo, !gone));
        order.add(gone -> move(ActionSlot.TRANSPORT, 0, gone));
        return order;
    }

    private void compact(ActionSlot slot, boolean compact) {
        for (Node node : nodesOf(slot)) {
            if (node instanceof Compactable control) {
                control.setCompact(compact && !away.contains(node));
            }
        }
    }

    /** Moves the control that is {@code fromEnd} places before the last of the slot to the sheet, where it has room for all it can say, or back. */
    private void move(ActionSlot slot, int fromEnd, boolean gone) {
        List<Node> nodes = nodesOf(slot);
        if (fromEnd >= nodes.size()) {
            return;
        }
        Node node = nodes.get(nodes.size() - 1 - fromEnd);
        if (gone) {
            away.add(node);
        } else {
            away.remove(node);
        }
        if (node instanceof Compactable control) {
            control.setCompact(!gone);
        }
        arrange();
    }

    private void arrange() {
        List<Node> onBar = new ArrayList<>(List.of(logo, product));
        List<Node> onSheet = new ArrayList<>();
        for (ActionSlot slot : ActionSlot.values()) {
            if (slot == ActionSlot.TRANSPORT) {
                onBar.add(left);
            } else if (slot == ActionSlot.RECORD) {
                onBar.add(right);
            }
            nodesOf(slot).forEach(node -> (away.contains(node) ? onSheet : onBar).add(node));
        }
        onBar.addAll(List.of(search, more.button(), menu));
        more.put(onSheet);
        show(onBar);
    }

    private List<Node> nodesOf(ActionSlot slot) {
        return slots.getOrDefault(slot, List.of());
    }

    static Button iconButton(Icons icon, String what) {
        Button button = new Button();
        button.setGraphic(icon.node());
        button.getStyleClass().setAll("tool-button");
        button.setMinWidth(USE_PREF_SIZE);
        name(button, what);
        return button;
    }

    private static void name(ButtonBase button, String what) {
        button.setAccessibleText(what);
        button.setTooltip(new Tooltip(what));
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
