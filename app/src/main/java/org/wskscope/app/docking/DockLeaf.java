package org.wskscope.app.docking;

import java.util.ArrayList;
import java.util.List;

/**
 * One place with one or more windows as tabs.
 *
 * @param windows ids in tab order, closed windows too
 * @param selected the tab in front
 * @param elastic takes the room that is left
 */
public record DockLeaf(List<String> windows, String selected, boolean elastic) implements DockNode {
    public DockLeaf {
        windows = List.copyOf(windows);
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("A dock leaf needs at least one window.");
        }
        if (!windows.contains(selected)) {
            throw new IllegalArgumentException("Window " + selected + " is not among " + windows);
        }
    }

    /** A leaf that keeps its size; the first window is in front. */
    public static DockLeaf of(String... windows) {
        return new DockLeaf(List.of(windows), windows[0], false);
    }

    /** A leaf that takes the room that is left; the first window is in front. */
    public static DockLeaf elastic(String... windows) {
        return new DockLeaf(List.of(windows), windows[0], true);
    }

    @Override
    public boolean isElastic() {
        return elastic;
    }

    DockLeaf selecting(String window) {
        return new DockLeaf(windows, window, elastic);
    }

    DockLeaf adding(String window) {
        List<String> more = new ArrayList<>(windows);
        more.add(window);
        return new DockLeaf(more, window, elastic);
    }
}
