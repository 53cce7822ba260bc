package org.wskscope.app.workbench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Orientation;
import org.wskscope.app.docking.DockBranch;
import org.wskscope.app.docking.DockLeaf;
import org.wskscope.app.docking.DockNode;
import org.wskscope.app.docking.LayoutMemento;
import org.wskscope.app.view.ViewDescriptor;
import org.wskscope.app.view.ViewPlace;

/** Puts every tool window where its descriptor wants it. Pure. */
final class DefaultLayout {
    private static final double LEFT_WIDTH = 248;
    private static final double CENTER_WIDTH = 1070;
    private static final double RIGHT_WIDTH = 318;
    private static final double LEFT_TOP_HEIGHT = 420;
    private static final double LEFT_BOTTOM_HEIGHT = 560;
    private static final double GRAPH_HEIGHT = 420;
    private static final double TIMELINE_HEIGHT = 352;
    private static final double BOTTOM_HEIGHT = 206;

    private DefaultLayout() {}

    private record Sized(DockNode node, double size) {}

    static LayoutMemento of(List<ViewDescriptor> views) {
        List<Sized> left = new ArrayList<>();
        leaf(views, ViewPlace.LEFT, false).ifPresent(leaf -> left.add(new Sized(leaf, LEFT_TOP_HEIGHT)));
        leaf(views, ViewPlace.LEFT_BOTTOM, false).ifPresent(leaf -> left.add(new Sized(leaf, LEFT_BOTTOM_HEIGHT)));
        List<Sized> center = new ArrayList<>();
        leaf(views, ViewPlace.CENTER_TOP, true).ifPresent(leaf -> center.add(new Sized(leaf, GRAPH_HEIGHT)));
        leaf(views, ViewPlace.CENTER_BOTTOM, true).ifPresent(leaf -> center.add(new Sized(leaf, TIMELINE_HEIGHT)));
        leaf(views, ViewPlace.BOTTOM, false).ifPresent(leaf -> center.add(new Sized(leaf, BOTTOM_HEIGHT)));
        List<Sized> all = new ArrayList<>();
        branch(Orientation.VERTICAL, left).ifPresent(node -> all.add(new Sized(node, LEFT_WIDTH)));
        branch(Orientation.VERTICAL, center).ifPresent(node -> all.add(new Sized(node, CENTER_WIDTH)));
        leaf(views, ViewPlace.RIGHT, false).ifPresent(leaf -> all.add(new Sized(leaf, RIGHT_WIDTH)));
        DockNode root = branch(Orientation.HORIZONTAL, all)
                .orElseThrow(() -> new IllegalArgumentException("A workbench needs at least one view."));
        return new LayoutMemento(root, closed(views));
    }

    private static Set<String> closed(List<ViewDescriptor> views) {
        Set<String> closed = new HashSet<>();
        views.stream().filter(view -> !view.openAtFirst()).forEach(view -> closed.add(view.id()));
        return closed;
    }

    private static Optional<DockNode> leaf(List<ViewDescriptor> views, ViewPlace place, boolean elastic) {
        List<String> ids = views.stream()
                .filter(view -> view.place() == place)
                .map(ViewDescriptor::id)
                .toList();
        return ids.isEmpty() ? Optional.empty() : Optional.of(new DockLeaf(ids, ids.get(0), elastic));
    }

    private static Optional<DockNode> branch(Orientation orientation, List<Sized> parts) {
        if (parts.size() < 2) {
            return parts.stream().findFirst().map(Sized::node);
        }
        return Optional.of(new DockBranch(
                orientation,
                parts.stream().map(Sized::node).toList(),
                parts.stream().map(Sized::size).toList()));
    }
}
