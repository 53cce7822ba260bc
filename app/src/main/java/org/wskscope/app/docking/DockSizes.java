package org.wskscope.app.docking;

import java.util.List;

/** Shares the room of a branch among its open parts. Pure. */
final class DockSizes {
    /** Elastic parts together keep at least this part of the room. */
    private static final double ELASTIC_SHARE = 0.4;
    /** No part is dragged smaller than this, in pixels at 100 %. */
    static final double LEAST = 48;

    private DockSizes() {}

    /** One open part: how large it wishes to be, whether it takes what is left, and below what it is not worth showing. */
    record Part(double preferred, boolean elastic, double least) {
        Part {
            least = elastic ? least : Math.min(least, preferred);
        }

        Part(double preferred, boolean elastic) {
            this(preferred, elastic, 0);
        }
    }

    static double[] share(double room, List<Part> parts) {
        double fixedRoom = fixedRoom(room, parts);
        double[] fixed = shrink(fixedRoom, parts);
        double[] elastic = spread(room - fixedRoom, parts);
        double[] sizes = new double[parts.size()];
        double used = 0;
        for (int i = 0; i < sizes.length; i++) {
            double exact = parts.get(i).elastic() ? elastic[i] : fixed[i];
            sizes[i] = i == sizes.length - 1 ? Math.max(0, room - used) : Math.floor(exact);
            used += sizes[i];
        }
        return sizes;
    }

    /** What the parts that are not elastic get together. */
    private static double fixedRoom(double room, List<Part> parts) {
        boolean anyElastic = parts.stream().anyMatch(Part::elastic);
        if (!anyElastic) {
            return room;
        }
        double preferred = 0;
        double least = 0;
        double elasticLeast = 0;
        for (Part part : parts) {
            preferred += part.elastic() ? 0 : part.preferred();
            least += part.elastic() ? 0 : part.least();
            elasticLeast += part.elastic() ? part.least() : 0;
        }
        double kept = Math.min(Math.max(elasticLeast, room * ELASTIC_SHARE), Math.max(elasticLeast, room - least));
        return Math.max(0, Math.min(preferred, room - kept));
    }

    /** The parts that are not elastic: each what it wishes, or its part of what is missing, but no less than its least while that is possible. */
    private static double[] shrink(double room, List<Part> parts) {
        boolean alone = parts.stream().noneMatch(Part::elastic);
        double preferred = sum(parts, false);
        double least = parts.stream()
                .filter(part -> !part.elastic())
                .mapToDouble(Part::least)
                .sum();
        double[] sizes = new double[parts.size()];
        for (int i = 0; i < sizes.length; i++) {
            Part part = parts.get(i);
            if (part.elastic() || preferred == 0) {
                continue;
            }
            boolean enough = room >= least && preferred > least && !alone;
            sizes[i] = enough
                    ? part.least() + (part.preferred() - part.least()) / (preferred - least) * (room - least)
                    : part.preferred() / preferred * room;
        }
        return sizes;
    }

    /** The elastic parts, in the proportion of their wishes, but none below its least while that is possible; where it is not, in the proportion of the least. */
    private static double[] spread(double room, List<Part> parts) {
        double[] sizes = new double[parts.size()];
        double least =
                parts.stream().filter(Part::elastic).mapToDouble(Part::least).sum();
        if (least > room) {
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = parts.get(i).elastic() ? parts.get(i).least() / least * room : 0;
            }
            return sizes;
        }
        boolean[] settled = new boolean[parts.size()];
        double left = room;
        double preferredSizes = sum(parts, true);
        for (boolean again = true; again; ) {
            again = false;
            for (int i = 0; i < sizes.length; i++) {
                Part part = parts.get(i);
                if (part.elastic() && !settled[i]) {
                    sizes[i] = part.preferred() / preferredSizes * left;
                }
            }
            for (int i = 0; i < sizes.length && !again; i++) {
                Part part = parts.get(i);
                if (part.elastic() && !settled[i] && sizes[i] < part.least() && preferredSizes > part.preferred()) {
                    settled[i] = true;
                    sizes[i] = Math.min(part.least(), left);
                    left -= sizes[i];
                    preferredSizes -= part.preferred();
                    again = true;
                }
            }
        }
        return sizes;
    }

    private static double sum(List<Part> parts, boolean elastic) {
        return parts.stream()
                .filter(part -> part.elastic() == elastic)
                .mapToDouble(Part::preferred)
                .sum();
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
