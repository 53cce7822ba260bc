package org.wskscope.app.docking;

import java.util.List;
import javafx.geometry.Orientation;

/**
 * Parts side by side or one above the other.
 *
 * @param sizes one per part, in pixels at 100 % UI scale along the orientation; elastic parts share what is left in the
 *     proportion of theirs
 */
public record DockBranch(Orientation orientation, List<DockNode> children, List<Double> sizes) implements DockNode {
    public DockBranch {
        children = List.copyOf(children);
        sizes = List.copyOf(sizes);
        if (children.size() < 2 || children.size() != sizes.size()) {
            throw new IllegalArgumentException(
                    "A dock branch needs two parts or more and a size for each: " + children + ", " + sizes);
        }
        if (sizes.stream().anyMatch(size -> !(size > 0) || size.isInfinite())) {
            throw new IllegalArgumentException("A size must be a positive number of pixels: " + sizes);
        }
    }

    @Override
    public List<String> windows() {
        return children.stream().flatMap(child -> child.windows().stream()).toList();
    }

    @Override
    public boolean isElastic() {
        return children.stream().anyMatch(DockNode::isElastic);
    }
}
