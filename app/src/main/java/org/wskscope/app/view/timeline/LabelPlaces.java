package org.wskscope.app.view.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Gives labels of one line room beside each other: whole, or not at all. Pure, but remembers what it gave. */
final class LabelPlaces {
    private final double left;
    private final double right;
    private final double gap;
    private final Map<Double, List<Place>> taken = new HashMap<>();

    private record Place(double from, double to) {}

    LabelPlaces(double left, double right, double gap) {
        this.left = left;
        this.right = right;
        this.gap = gap;
    }

    /** Where a label of this width goes that would like to begin at {@code x}; empty when there is no room for it on the line {@code y}. */
    OptionalDouble place(double y, double x, double width) {
        double from = Math.max(left, Math.min(x, right - width));
        double to = from + width;
        List<Place> line = taken.computeIfAbsent(y, key -> new ArrayList<>());
        if (to > right || line.stream().anyMatch(place -> from < place.to() + gap && to > place.from() - gap)) {
            return OptionalDouble.empty();
        }
        line.add(new Place(from, to));
        return OptionalDouble.of(from);
    }
}
