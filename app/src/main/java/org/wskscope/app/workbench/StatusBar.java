package org.wskscope.app.workbench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.wskscope.app.control.Bars;
import org.wskscope.app.control.GiveWayBar;
import org.wskscope.app.control.LiteralMenuItem;
import org.wskscope.app.control.MoreSheet;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.view.Messages;

/**
 * The line at the bottom: the engine's state, then facts from left to right; facts about the program at the right. A fact keeps the widest place it needed, so that its neighbours stand still; where
 * there is not room for all, those about the program, then the last ones, move to a sheet that a button opens. FX thread.
 */
public final class StatusBar extends GiveWayBar {
    private final Region dot = new Region();
    private final Label state = new Label();
    private final List<Label> left = new ArrayList<>();
    private final List<Label> right = new ArrayList<>();
    private final Set<Label> away = new LinkedHashSet<>();
    private final Region gap = new Region();
    private final MoreSheet more;
    private Hue hue = Hue.NEUTRAL;
    private double em;

    StatusBar(Messages messages) {
        more = new MoreSheet("more-facts", messages.get("status.more"), Pos.BOTTOM_RIGHT);
        dot.getStyleClass().add("status-dot");
        state.getStyleClass().add("text-hue");
        state.setGraphic(dot);
        state.setId("status-state");
        state.getStyleClass().add(hue.styleClass());
        HBox.setHgrow(gap, Priority.ALWAYS);
        getStyleClass().add("status-bar-line");
        setId("status-bar");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        focusedProperty().addListener(o -> setAccessibleText(text()));
        ContextMenu menu = new ContextMenu(new LiteralMenuItem(messages.get("status.copy"), this::copy));
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            menu.show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        Bars.mark(this);
        arrange();
    }

    /** What the engine does now. */
    public void showState(String text, Hue newHue) {
        state.setText(text);
        state.getStyleClass().remove(hue.styleClass());
        state.getStyleClass().add(newHue.styleClass());
        hue = newHue;
    }

    /** Adds a fact after the others at the left; its owner sets the text. */
    public Label addLeft(String id) {
        return add(left, id);
    }

    /** Adds a fact after the others at the right; its owner sets the text. */
    public Label addRight(String id) {
        return add(right, id);
    }

    /** What found no room; its owner lays it over the window. */
    MoreSheet sheet() {
        return more;
    }

    @Override
    protected void layoutChildren() {
        double now = state.getFont().getSize();
        for (Label label : facts()) {
            double preferred = label.isManaged() ? label.prefWidth(-1) : 0;
            if (now != em || preferred > label.getMinWidth()) {
                label.setMinWidth(preferred);
            }
        }
        em = now;
        super.layoutChildren();
    }

    private Label add(List<Label> group, String id) {
        Label label = new Label();
        label.setId("status-" + id);
        group.add(label);
        setSteps(order());
        arrange();
        return label;
    }

    private List<Consumer<Boolean>> order() {
        List<Consumer<Boolean>> order = new ArrayList<>();
        for (List<Label> group : List.of(right, left)) {
            for (int i = group.size() - 1; i >= 0; i--) {
                Label label = group.get(i);
                order.add(gone -> move(label, gone));
            }
        }
        return order;
    }

    private void move(Label label, boolean gone) {
        if (gone) {
            away.add(label);
        } else {
            away.remove(label);
        }
        arrange();
    }

    private void arrange() {
        List<Node> onBar = new ArrayList<>(List.of(state));
        List<Node> onSheet = new ArrayList<>();
        left.forEach(label -> (away.contains(label) ? onSheet : onBar).add(label));
        onBar.add(gap);
        right.forEach(label -> (away.contains(label) ? onSheet : onBar).add(label));
        onBar.add(more.button());
        more.put(onSheet);
        show(onBar);
    }

    private List<Label> facts() {
        return Stream.of(List.of(state), left, right).flatMap(List::stream).toList();
    }

    private String text() {
        return facts().stream()
                .filter(label -> label.isVisible() && !label.getText().isEmpty())
                .map(Label::getText)
                .collect(Collectors.joining(" · "));
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(text());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
