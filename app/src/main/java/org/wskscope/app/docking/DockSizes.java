package org.wskscope.app.docking;

import java.util.List;

/** Shares the room of a branch among its open parts. Pure. */
final class DockSizes {
    /** Elastic parts together keep at least this part of the room. */
    private static final double ELASTIC_SHARE = 0.4;
    /** No part is dragged smaller than this, in pixels at 100 %. */
    static final double LEAST = 48;

    private DockSizes() {}

    /** One open part: how large it wishes to be, and whether it takes what is left. */
    record Part(double wish, boolean elastic) {}

    static double[] share(double room, List<Part> parts) {
        double fixed = parts.stream()
                .filter(part -> !part.elastic())
                .mapToDouble(Part::wish)
                .sum();
        double elastic =
                parts.stream().filter(Part::elastic).mapToDouble(Part::wish).sum();
        double fixedRoom = elastic == 0 ? room : Math.min(fixed, room * (1 - ELASTIC_SHARE));
        double elasticRoom = room - fixedRoom;
        double[] sizes = new double[parts.size()];
        double used = 0;
        for (int i = 0; i < sizes.length; i++) {
            Part part = parts.get(i);
            double exact = part.elastic() ? part.wish() / elastic * elasticRoom : part.wish() / fixed * fixedRoom;
            sizes[i] = i == sizes.length - 1 ? Math.max(0, room - used) : Math.floor(exact);
            used += sizes[i];
        }
        return sizes;
    }

    /** Moves the divider after part {@code index} by {@code delta} pixels, as far as both neighbours allow. */
    static double[] dragged(double[] sizes, int index, double delta, double least) {
        double[] moved = sizes.clone();
        double grow =
                Math.max(Math.min(0, least - sizes[index]), Math.min(Math.max(0, sizes[index + 1] - least), delta));
        moved[index] += grow;
        moved[index + 1] -= grow;
        return moved;
    }
}
