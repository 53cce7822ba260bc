package org.wskscope.app.docking;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where every tool window is, which tab is in front, how large the parts are and which windows are closed. A closed
 * window keeps its place in the tree, so that it comes back as it was left. Immutable; any thread.
 */
public record LayoutMemento(DockNode root, Set<String> closed) {
    public LayoutMemento {
        closed = Set.copyOf(closed);
        List<String> windows = root.windows();
        if (new HashSet<>(windows).size() != windows.size()) {
            throw new IllegalArgumentException("A window may be in one place only: " + windows);
        }
        if (!windows.containsAll(closed)) {
            throw new IllegalArgumentException("Closed windows " + closed + " must have a place among " + windows);
        }
    }

    public boolean isOpen(String window) {
        return root.windows().contains(window) && !closed.contains(window);
    }

    /** True if the window is open and its tab is in front. */
    public boolean isInFront(String window) {
        return isOpen(window)
                && leafOf(window).map(leaf -> front(leaf).equals(window)).orElse(false);
    }

    /** The open windows of a leaf, in tab order. */
    List<String> openIn(DockLeaf leaf) {
        return leaf.windows().stream().filter(this::isOpen).toList();
    }

    /** The tab to show in a leaf that has an open window: the selected one, or the first if that is closed. */
    String front(DockLeaf leaf) {
        return isOpen(leaf.selected())
                ? leaf.selected()
                : openIn(leaf).stream().findFirst().orElse(leaf.selected());
    }

    /** Opens the window at its place and brings its tab to the front. */
    public LayoutMemento opening(String window) {
        Set<String> stillClosed = new HashSet<>(closed);
        stillClosed.remove(window);
        return new LayoutMemento(
                DockTree.rewrite(
                                root,
                                leaf -> Optional.of(leaf.windows().contains(window) ? leaf.selecting(window) : leaf))
                        .orElse(root),
                stillClosed);
    }

    /** Closes the window; it keeps its place. */
    public LayoutMemento closing(String window) {
        if (!isOpen(window)) {
            return this;
        }
        Set<String> nowClosed = new HashSet<>(closed);
        nowClosed.add(window);
        return new LayoutMemento(root, nowClosed);
    }

    /** The same with more windows closed. */
    LayoutMemento without(Set<String> away) {
        Set<String> nowClosed = new HashSet<>(closed);
        nowClosed.addAll(away);
        return new LayoutMemento(root, nowClosed);
    }

    /** Moves a window to a side of, or as a tab into, the place of another window, and opens it. */
    public LayoutMemento moving(String window, String target, DockSide side) {
        if (!root.windows().containsAll(List.of(window, target))) {
            return this;
        }
        if (window.equals(target)) {
            return movingWithinPlace(window, side);
        }
        DockNode without = DockTree.keeping(root, id -> !id.equals(window)).orElse(root);
        return new LayoutMemento(DockTree.insert(without, window, target, side), closed).opening(window);
    }

    /** A window dropped on its own place splits it when it has company, and otherwise stays. */
    private LayoutMemento movingWithinPlace(String window, DockSide side) {
        return leafOf(window)
                .flatMap(leaf ->
                        leaf.windows().stream().filter(id -> !id.equals(window)).findFirst())
                .filter(companion -> side != DockSide.CENTER)
                .map(companion -> moving(window, companion, side))
                .orElse(this);
    }

    /**
     * This layout, made to fit the windows there are: windows that {@code defaults} does not know are dropped, windows
     * missing here are put beside their companions of the default layout.
     */
    public LayoutMemento fittedTo(LayoutMemento defaults) {
        Set<String> known = Set.copyOf(defaults.root.windows());
        Optional<DockNode> kept = DockTree.keeping(root, known::contains);
        if (kept.isEmpty()) {
            return defaults;
        }
        Set<String> stillClosed = new HashSet<>(closed);
        stillClosed.retainAll(known);
        DockNode tree = kept.get();
        for (String window : defaults.root.windows()) {
            if (!tree.windows().contains(window)) {
                tree = DockTree.insert(tree, window, companion(tree, defaults, window), DockSide.CENTER);
                if (!defaults.isOpen(window)) {
                    stillClosed.add(window);
                }
            }
        }
        return new LayoutMemento(tree, stillClosed);
    }

    private static String companion(DockNode tree, LayoutMemento defaults, String window) {
        List<String> present = tree.windows();
        return defaults.leafOf(window)
                .flatMap(leaf ->
                        leaf.windows().stream().filter(present::contains).findFirst())
                .orElse(present.get(present.size() - 1));
    }

    Optional<DockLeaf> leafOf(String window) {
        return DockTree.leafOf(root, window);
    }
}
