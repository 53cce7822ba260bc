package org.wskscope.app.view.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.wskscope.app.view.timeline.TimelineItem.BarMark;
import org.wskscope.engine.projection.LaneKind;

/** Where the words about control calls stand: on one line below the bars of a lane, each whole or absent, none over another. Pure. */
final class ControlLabels {
    private static final double LINE_BELOW = 8;
    /** More labels than this never find room. */
    private static final int MOST = 200;

    private ControlLabels() {}

    /**
     * What is to be said of a call.
     *
     * @param text the call and its answer
     * @param sentence what it waits for; empty when it does not wait. It is the first to go
     */
    record LabelText(String text, String sentence) {}

    /**
     * One label.
     *
     * @param sentence as in {@link LabelText}; empty when there is no room for it
     * @param y its middle
     * @param textWidth where the sentence begins, from {@code x}
     * @param width of both
     */
    record Placed(BarMark mark, String text, String sentence, double x, double y, double textWidth, double width) {}

    /** The labels there is room for: open calls go before those that are over, newer ones before older ones. */
    static List<Placed> place(
            TimelineLayout layout, Function<BarMark, LabelText> words, ToDoubleFunction<String> width) {
        TimelineArea area = layout.area();
        double scale = area.scale();
        LabelPlaces places = new LabelPlaces(area.gutter() + 4 * scale, area.width() - 4 * scale, 10 * scale);
        List<Placed> labels = new ArrayList<>();
        layout.marks().stream()
                .filter(mark -> hasLabel(area, mark))
                .map(BarMark.class::cast)
                .sorted(Comparator.comparing((BarMark mark) -> !mark.bar().isOpen())
                        .thenComparing(mark -> !BarRenderer.waited(mark.bar()))
                        .thenComparing(mark -> -mark.bar().startSequence()))
                .limit(MOST)
                .forEach(mark -> {
                    LabelText say = words.apply(mark);
                    double y = area.barTopOf(mark.row()) + (mark.row().bar() + LINE_BELOW) * scale;
                    double x = Math.max(mark.x(), area.gutter() + 4 * scale) + 2 * scale;
                    double text = width.applyAsDouble(say.text());
                    double both = text + width.applyAsDouble(say.sentence());
                    OptionalDouble whole = places.place(y, x, both);
                    if (whole.isPresent()) {
                        labels.add(new Placed(mark, say.text(), say.sentence(), whole.getAsDouble(), y, text, both));
                    } else if (!say.sentence().isEmpty()) {
                        places.place(y, x, text)
                                .ifPresent(at -> labels.add(new Placed(mark, say.text(), "", at, y, text, text)));
                    }
                });
        return labels;
    }

    private static boolean hasLabel(TimelineArea area, TimelineItem mark) {
        return mark instanceof BarMark bar
                && bar.bar().lane().kind() == LaneKind.CONTROL
                && mark.row().lane().kind() == LaneKind.CONTROL
                && !mark.row().collapsed()
                && mark.x() + mark.width() >= area.gutter()
                && mark.x() <= area.width();
    }
}
