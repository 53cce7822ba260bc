package org.wskscope.app.docking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows tool windows as a {@link LayoutMemento} arranges them, and changes the memento as the user does. FX thread. */
public final class DockArea extends StackPane {
    private final LayoutMemento defaults;
    private final Map<String, Dockable> dockables = new LinkedHashMap<>();
    private final ObservableDoubleValue uiScale;
    private final DockText words;
    private final DockMenu menu;
    private final ReadOnlyObjectWrapper<LayoutMemento> layout;
    /** By the windows of the branch: no two branches have the same, and resizing does not change them. */
    private final Map<List<String>, Shown> splits = new LinkedHashMap<>();

    private final List<DockLeafPane> leaves = new ArrayList<>();
    private final DockFocus focus;
    private final ReadOnlyObjectWrapper<Set<String>> showing = new ReadOnlyObjectWrapper<>(Set.of());
    private String home;
    /** What gave way because there was no room, and what stays because somebody asked for it meanwhile. */
    private Set<String> away = Set.of();

    private String asked = "";
    private final Map<String, LeastHeight> leastHeights = new HashMap<>();
    private boolean onScreen;
    /** What is shown whatever the layout says; empty for the layout. */
    private List<String> alone = List.of();

    /** A branch on screen: which of its parts are open. */
    private record Shown(DockSplit split, List<Integer> parts) {}

    private final DockGestures gestures = new DockGestures() {
        @Override
        public void select(String window) {
            focus(window);
        }

        @Override
        public void close(String window) {
            DockArea.this.close(window);
        }

        @Override
        public void move(String window, String target, DockSide side) {
            DockArea.this.move(window, target, side);
        }
    };

    /** {@code defaults} must place every window. */
    public DockArea(LayoutMemento defaults, List<Dockable> windows, ObservableDoubleValue uiScale, DockText words) {
        this.defaults = defaults;
        this.uiScale = uiScale;
        this.words = words;
        menu = new DockMenu(this, words);
        windows.forEach(window -> dockables.put(window.id(), window));
        if (!dockables.keySet().equals(new HashSet<>(defaults.root().windows()))) {
            throw new IllegalArgumentException("The default layout places "
                    + defaults.root().windows() + ", but the windows are " + dockables.keySet());
        }
        layout = new ReadOnlyObjectWrapper<>(defaults);
        home = defaults.root().windows().get(0);
        focus = new DockFocus(this, home);
        getStyleClass().add("dock-area");
        setMinSize(0, 0);
        uiScale.addListener((o, old, now) -> {
            splits.values().forEach(shown -> shown.split().requestLayout());
            fit();
        });
        widthProperty().addListener(o -> fit());
        heightProperty().addListener(o -> fit());
        rebuild();
    }

    /** The layout as it is now; changes with every gesture. */
    public ReadOnlyObjectProperty<LayoutMemento> layoutProperty() {
        return layout.getReadOnlyProperty();
    }

    /** Brings back a layout left earlier, made to fit the windows there are now. */
    public void restore(LayoutMemento left) {
        change(left.fittedTo(defaults));
    }

    public void reset() {
        change(defaults);
    }

    /** The windows that can be seen: open, in front, and not given way for want of room. */
    public ReadOnlyObjectProperty<Set<String>> showingProperty() {
        return showing.getReadOnlyProperty();
    }

    /** Opens a window where it was and brings it to the front; where there is not room for all, others give way to it. */
    public void open(String window) {
        if (away.contains(window)) {
            asked = window;
        }
        change(layout.get().opening(window));
        fit();
    }

    /** Closes a window; one that was asked for where there is not room for all only gives way again. */
    public void close(String window) {
        if (window.equals(asked)) {
            asked = "";
            fit();
            if (away.contains(window)) {
                return;
            }
        }
        change(layout.get().closing(window));
        fit();
    }

    /** Closes a window that can be seen, and otherwise opens it, brings it to the front and gives it the focus. */
    public void toggle(String window) {
        if (showing.get().contains(window)) {
            close(window);
        } else {
            focus(window);
        }
    }

    /** Closes a window that has the focus, and otherwise gives it the focus; it is opened and brought to the front for that. */
    public void activate(String window) {
        if (focused().filter(front -> front.id().equals(window)).isPresent()) {
            close(window);
        } else {
            focus(window);
        }
    }

    /** Opens a window, brings it to the front and puts the focus into it. */
    public void focus(String window) {
        open(window);
        paneWith(window).ifPresent(focus::focus);
    }

    /** Puts the focus to where the user worked last; if that window is not shown, into the one that is. */
    public void focusWork() {
        paneWith(focus.used())
                .or(() -> paneWith(home))
                .or(() -> leaves.stream().findFirst())
                .ifPresent(focus::focus);
    }

    /** Puts the focus into the window that is shown {@code steps} places after the one that has it. */
    public void focusNext(int steps) {
        if (!leaves.isEmpty()) {
            int now = focused()
                    .map(front -> leaves.indexOf(paneWith(front.id()).orElse(null)))
                    .orElse(-1);
            int next = now < 0 && steps < 0 ? leaves.size() - 1 : Math.floorMod(now + steps, leaves.size());
            focus.focus(leaves.get(next));
        }
    }

    /** Below what height a window is not worth showing. */
    public void setLeastHeight(String window, LeastHeight least) {
        leastHeights.put(window, least);
        fit();
    }

    /** The window that counts as used until another one was. */
    public void setHome(String window) {
        home = window;
        focus.setUsed(window);
    }

    /** Shows only these windows, one above the other and without their titles; none to show the layout again, which stays as it is. */
    public void showAlone(List<String> windows) {
        if (!alone.equals(windows)) {
            alone = List.copyOf(windows);
            rebuild();
        }
    }

    public void move(String window, String target, DockSide side) {
        change(layout.get().moving(window, target, side));
    }

    public List<Dockable> windows() {
        return List.copyOf(dockables.values());
    }

    DockText words() {
        return words;
    }

    DockMenu menu() {
        return menu;
    }

    /** Whether people can see the area: it is on a window that is neither hidden nor minimized. At first they cannot. */
    public void setOnScreen(boolean nowOnScreen) {
        onScreen = nowOnScreen;
        notifyWindows();
    }

    /** The window the keyboard focus is in. */
    public Optional<Dockable> focused() {
        return paneOf(getScene() == null ? null : getScene().getFocusOwner()).map(DockLeafPane::front);
    }

    /** The place on screen that a node is in. */
    Optional<DockLeafPane> paneOf(@Nullable Node node) {
        Node at = node;
        while (at != null && !(at instanceof DockLeafPane)) {
            at = at.getParent();
        }
        return at instanceof DockLeafPane pane && leaves.contains(pane) ? Optional.of(pane) : Optional.empty();
    }

    private Optional<DockLeafPane> paneWith(String window) {
        return leaves.stream().filter(pane -> pane.front().id().equals(window)).findFirst();
    }

    private void change(LayoutMemento next) {
        if (!next.equals(layout.get())) {
            layout.set(next);
            away = roomless();
            rebuild();
        }
    }

    /** Lets windows give way, or come back, when the room for them has changed. */
    private void fit() {
        Set<String> now = roomless();
        if (!now.equals(away)) {
            away = now;
            if (alone.isEmpty()) {
                rebuild();
                applyCss();
            }
        }
    }

    private Set<String> roomless() {
        if (getWidth() == 0 || getHeight() == 0) {
            return Set.of();
        }
        double width = getWidth() / uiScale.get();
        double height = getHeight() / uiScale.get();
        Set<String> unasked = DockRoom.away(layout.get(), leastHeights, width, height, "");
        if (!unasked.contains(asked)) {
            asked = "";
        }
        return asked.isEmpty() ? unasked : DockRoom.away(layout.get(), leastHeights, width, height, asked);
    }

    private LayoutMemento shown() {
        return layout.get().without(away);
    }

    private void rebuild() {
        Node focusOwner = getScene() == null ? null : getScene().getFocusOwner();
        boolean inside = paneOf(focusOwner).isPresent();
        leaves.forEach(DockLeafPane::release);
        leaves.clear();
        splits.clear();
        getChildren()
                .setAll(alone.isEmpty() ? node(layout.get().root()).stream().toList() : List.of(column()));
        notifyWindows();
        if (focusOwner != null && inside) {
            refocus(focusOwner);
        }
    }

    /** Taking a node out of the scene and putting it back costs it the focus; a tab was even made anew. */
    private void refocus(Node focusOwner) {
        Node again = focusOwner instanceof DockTab ? lookup("#" + focusOwner.getId()) : focusOwner;
        if (again != null && again.getScene() == getScene()) {
            again.requestFocus();
        } else {
            focusWork();
        }
    }

    /** The windows that are shown alone, in equal parts. */
    private Parent column() {
        VBox column = new VBox();
        for (String window : alone) {
            StackPane part = new StackPane(dockable(window).content());
            part.setMinSize(0, 0);
            part.setPrefHeight(0);
            VBox.setVgrow(part, Priority.ALWAYS);
            column.getChildren().add(part);
        }
        return column;
    }

    private Dockable dockable(String window) {
        return Optional.ofNullable(dockables.get(window))
                .orElseThrow(() -> new IllegalArgumentException("no window " + window));
    }

    private void notifyWindows() {
        Set<String> now = new HashSet<>();
        if (onScreen) {
            now.addAll(alone);
            leaves.forEach(leaf -> now.add(leaf.front().id()));
        }
        Set<String> before = showing.get();
        showing.set(Set.copyOf(now));
        dockables.forEach((id, dockable) -> {
            if (now.contains(id) && !before.contains(id)) {
                dockable.shown();
            } else if (!now.contains(id) && before.contains(id)) {
                dockable.hidden();
            }
        });
    }

    /** Nothing for a part whose windows are all closed. */
    private Optional<Parent> node(DockNode part) {
        return part instanceof DockLeaf leaf ? pane(leaf) : split((DockBranch) part);
    }

    private Optional<Parent> pane(DockLeaf leaf) {
        List<Dockable> open = new ArrayList<>();
        shown().openIn(leaf)
                .forEach(id -> Optional.ofNullable(dockables.get(id)).ifPresent(open::add));
        Dockable front = dockables.get(shown().front(leaf));
        if (open.isEmpty() || front == null) {
            return Optional.empty();
        }
        DockLeafPane pane = new DockLeafPane(open, front, words, gestures);
        open.forEach(window -> pane.tab(window).ifPresent(tab -> menu.install(tab, window)));
        leaves.add(pane);
        return Optional.of(pane);
    }

    private Optional<Parent> split(DockBranch branch) {
        List<DockSplit.Part> open = new ArrayList<>();
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < branch.children().size(); i++) {
            int index = i;
            DockNode child = branch.children().get(i);
            node(child).ifPresent(node -> {
                open.add(new DockSplit.Part(
                        node,
                        branch.sizes().get(index),
                        child.isElastic(),
                        DockRoom.least(child, branch.orientation(), leastHeights)));
                indexes.add(index);
            });
        }
        if (open.size() < 2) {
            return open.stream().findFirst().map(DockSplit.Part::node);
        }
        DockSplit split = new DockSplit(branch.orientation(), open, uiScale, words.divider(), this::resized);
        splits.put(branch.windows(), new Shown(split, indexes));
        return Optional.of(split);
    }

    private void resized() {
        layout.set(new LayoutMemento(measured(layout.get().root()), layout.get().closed()));
    }

    private DockNode measured(DockNode part) {
        if (!(part instanceof DockBranch branch)) {
            return part;
        }
        List<Double> sizes = new ArrayList<>(branch.sizes());
        Shown shown = splits.get(branch.windows());
        if (shown != null) {
            List<Double> now = shown.split().sizes();
            for (int i = 0; i < now.size(); i++) {
                sizes.set(shown.parts().get(i), now.get(i));
            }
        }
        List<DockNode> children = branch.children().stream().map(this::measured).toList();
        return new DockBranch(branch.orientation(), children, sizes);
    }
}
