package org.wskscope.app.docking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Pure rewriting of the tree of places. */
final class DockTree {
    private static final double NEW_PART = 260;

    private DockTree() {}

    /** Replaces every leaf; a leaf for which the function gives nothing goes, and so does a branch of one part. */
    static Optional<DockNode> rewrite(DockNode node, Function<DockLeaf, Optional<? extends DockNode>> leafRule) {
        if (node instanceof DockLeaf leaf) {
            return leafRule.apply(leaf).map(Function.identity());
        }
        DockBranch branch = (DockBranch) node;
        List<DockNode> children = new ArrayList<>();
        List<Double> sizes = new ArrayList<>();
        for (int i = 0; i < branch.children().size(); i++) {
            double size = branch.sizes().get(i);
            rewrite(branch.children().get(i), leafRule).ifPresent(child -> {
                children.add(child);
                sizes.add(size);
            });
        }
        if (children.size() < 2) {
            return children.stream().findFirst();
        }
        return Optional.of(new DockBranch(branch.orientation(), children, sizes));
    }

    static List<DockLeaf> leaves(DockNode node) {
        if (node instanceof DockLeaf leaf) {
            return List.of(leaf);
        }
        return ((DockBranch) node)
                .children().stream().flatMap(child -> leaves(child).stream()).toList();
    }

    static Optional<DockLeaf> leafOf(DockNode node, String window) {
        return leaves(node).stream()
                .filter(leaf -> leaf.windows().contains(window))
                .findFirst();
    }

    /** The tree without the windows for which {@code kept} is false. */
    static Optional<DockNode> keeping(DockNode node, Function<String, Boolean> kept) {
        return rewrite(node, leaf -> {
            List<String> left = leaf.windows().stream().filter(kept::apply).toList();
            if (left.isEmpty()) {
                return Optional.empty();
            }
            String front = left.contains(leaf.selected()) ? leaf.selected() : left.get(0);
            return Optional.of(new DockLeaf(left, front, leaf.elastic()));
        });
    }

    /** Puts a window that is not in the tree beside, or as a further tab into, the leaf of another. */
    static DockNode insert(DockNode node, String window, String target, DockSide side) {
        if (side == DockSide.CENTER) {
            return rewrite(node, leaf -> Optional.of(leaf.windows().contains(target) ? leaf.adding(window) : leaf))
                    .orElseThrow();
        }
        return beside(node, window, target, side);
    }

    private static DockNode beside(DockNode node, String window, String target, DockSide side) {
        if (node instanceof DockLeaf leaf) {
            return leaf.windows().contains(target) ? split(leaf, window, side) : leaf;
        }
        DockBranch branch = (DockBranch) node;
        List<DockNode> children = new ArrayList<>();
        List<Double> sizes = new ArrayList<>();
        for (int i = 0; i < branch.children().size(); i++) {
            DockNode child = branch.children().get(i);
            boolean here = child instanceof DockLeaf leaf && leaf.windows().contains(target);
            if (here && branch.orientation() == side.orientation()) {
                double half = branch.sizes().get(i) / 2;
                children.addAll(inOrder(child, DockLeaf.of(window), side));
                sizes.addAll(List.of(half, half));
            } else {
                children.add(beside(child, window, target, side));
                sizes.add(branch.sizes().get(i));
            }
        }
        return new DockBranch(branch.orientation(), children, sizes);
    }

    private static DockNode split(DockLeaf leaf, String window, DockSide side) {
        return new DockBranch(
                side.orientation(), inOrder(leaf, DockLeaf.of(window), side), List.of(NEW_PART, NEW_PART));
    }

    private static List<DockNode> inOrder(DockNode old, DockNode added, DockSide side) {
        return side.isBefore() ? List.of(added, old) : List.of(old, added);
    }
}
