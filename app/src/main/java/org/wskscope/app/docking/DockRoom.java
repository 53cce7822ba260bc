package org.wskscope.app.docking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Orientation;

/**
 * Which tool windows give way when there is not room for all: first the parts at the sides, then those below or above the centre, from the last to the first; the parts of the
 * centre become as low as they can be told apart, and in the end give way too, from the first on. The window somebody asked for stays. Lengths in pixels at 100 %. Pure.
 */
final class DockRoom {
    private static final double LEAST_WIDTH = 240;
    private static final double LEAST_HEIGHT = 110;
    private static final double LEAST_ELASTIC_WIDTH = 340;
    private static final double LEAST_ELASTIC_HEIGHT = 150;

    private final LayoutMemento layout;
    private final Map<String, LeastHeight> leastHeights;
    private final String asked;
    private final Set<String> away = new HashSet<>();

    private DockRoom(LayoutMemento layout, Map<String, LeastHeight> leastHeights, String asked) {
        this.layout = layout;
        this.leastHeights = leastHeights;
        this.asked = asked;
    }

    /** The windows that give way; {@code asked} is the window to be shown in any case, empty for none. */
    static Set<String> away(
            LayoutMemento layout, Map<String, LeastHeight> leastHeights, double width, double height, String asked) {
        DockRoom room = new DockRoom(layout, leastHeights, asked);
        room.fit(layout.root(), width, height);
        return Set.copyOf(room.away);
    }

    /** Below this a part is not worth showing. */
    static double least(DockNode part, Orientation along, Map<String, LeastHeight> leastHeights) {
        if (along == Orientation.HORIZONTAL) {
            return part.isElastic() ? LEAST_ELASTIC_WIDTH : LEAST_WIDTH;
        }
        double usual = part.isElastic() ? LEAST_ELASTIC_HEIGHT : LEAST_HEIGHT;
        return part.windows().stream()
                .map(leastHeights::get)
                .mapToDouble(least -> least == null ? usual : least.usual())
                .max()
                .orElse(usual);
    }

    private void fit(DockNode node, double width, double height) {
        if (!(node instanceof DockBranch branch)) {
            return;
        }
        boolean level = branch.orientation() == Orientation.HORIZONTAL;
        List<Integer> open = open(branch);
        double room = level ? width : height;
        while (open.size() > 1 && needed(branch, open) > room && !canBeLow(branch, open, room)) {
            int victim = victim(branch, open);
            branch.children().get(open.get(victim)).windows().forEach(away::add);
            open.remove(victim);
        }
        double[] sizes = DockSizes.share(room, parts(branch, open));
        for (int i = 0; i < sizes.length; i++) {
            DockNode child = branch.children().get(open.get(i));
            fit(child, level ? sizes[i] : width, level ? height : sizes[i]);
        }
    }

    /** Only the centre is left, and all of it can be shown if each part is low. */
    private boolean canBeLow(DockBranch branch, List<Integer> open, double room) {
        if (branch.orientation() == Orientation.HORIZONTAL) {
            return false;
        }
        double sum = 0;
        for (int index : open) {
            DockNode part = branch.children().get(index);
            if (!part.isElastic() || part.windows().contains(asked)) {
                return false;
            }
            sum += part.windows().stream()
                    .filter(this::isShown)
                    .map(leastHeights::get)
                    .mapToDouble(least -> least == null ? LEAST_ELASTIC_HEIGHT : least.bare())
                    .max()
                    .orElse(LEAST_ELASTIC_HEIGHT);
        }
        return sum <= room;
    }

    private List<Integer> open(DockBranch branch) {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < branch.children().size(); i++) {
            if (branch.children().get(i).windows().stream().anyMatch(this::isShown)) {
                open.add(i);
            }
        }
        return open;
    }

    private boolean isShown(String window) {
        return layout.isOpen(window) && !away.contains(window);
    }

    private double needed(DockBranch branch, List<Integer> open) {
        return parts(branch, open).stream().mapToDouble(DockSizes.Part::least).sum();
    }

    private List<DockSizes.Part> parts(DockBranch branch, List<Integer> open) {
        return open.stream().map(index -> part(branch, index)).toList();
    }

    private DockSizes.Part part(DockBranch branch, int index) {
        DockNode child = branch.children().get(index);
        return new DockSizes.Part(branch.sizes().get(index), child.isElastic(), leastOf(child, branch.orientation()));
    }

    /** What is open in it needs at least this much along the orientation. */
    private double leastOf(DockNode node, Orientation along) {
        if (!(node instanceof DockBranch branch)) {
            return least(node, along, leastHeights);
        }
        double sum = 0;
        double most = 0;
        for (DockNode child : branch.children()) {
            if (child.windows().stream().anyMatch(this::isShown)) {
                double one = leastOf(child, along);
                sum += one;
                most = Math.max(most, one);
            }
        }
        return branch.orientation() == along ? sum : most;
    }

    /** Which of the open parts goes next. */
    private int victim(DockBranch branch, List<Integer> open) {
        for (int i = open.size() - 1; i >= 0; i--) {
            DockNode part = branch.children().get(open.get(i));
            if (!part.isElastic() && !part.windows().contains(asked)) {
                return i;
            }
        }
        for (int i = 0; i < open.size(); i++) {
            if (!branch.children().get(open.get(i)).windows().contains(asked)) {
                return i;
            }
        }
        return open.size() - 1;
    }
}
