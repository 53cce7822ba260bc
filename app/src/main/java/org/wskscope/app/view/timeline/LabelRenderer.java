package org.wskscope.app.view.timeline;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.wskscope.app.control.LaneFrame;
import org.wskscope.app.theme.Fonts;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.theme.Spacing;
import org.wskscope.app.theme.Token;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.timeline.Mark.BarMark;
import org.wskscope.app.view.timeline.Waits.Wait;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;

/** Writes what does not stand inside bars: below control calls, and to the right of bars too short for words. A label is whole or absent, and covers no other. FX thread. */
final class LabelRenderer {
    private static final double SHORTEST = 7;

    private final LaneFrame frame;
    private final GraphicsContext gc;
    private final TimelineLayout layout;
    private final TimelineViewModel model;
    private final BarWords words;
    private final TextWidths widths;
    private final Messages messages;
    private final double scale;
    private final Font tiny;
    /** Where the marks of a line begin. */
    private final Map<LaneKey, NavigableSet<Double>> starts = new HashMap<>();

    LabelRenderer(LaneFrame frame, TimelineLayout layout, TimelineViewModel model, BarWords words, TextWidths widths) {
        this.frame = frame;
        this.gc = frame.gc();
        this.layout = layout;
        this.model = model;
        this.words = words;
        this.widths = widths;
        this.messages = words.messages();
        this.scale = frame.scale();
        this.tiny = Fonts.ui(Spacing.TEXT_TINY * scale);
    }

    /**
     * Above the bars.
     *
     * @param wordless bars that had no room for any of their words
     */
    void paint(List<BarMark> wordless, List<Wait> waits) {
        gc.setTextBaseline(VPos.CENTER);
        gc.setTextAlign(TextAlignment.LEFT);
        wordless.forEach(this::paintBeside);
        LabelPlaces places = new LabelPlaces(frame.gutter() + 4 * scale, frame.width() - 4 * scale, 10 * scale);
        layout.marks().stream()
                .filter(this::hasLabelBelow)
                .map(BarMark.class::cast)
                .sorted(Comparator.comparing((BarMark mark) -> !mark.bar().isOpen())
                        .thenComparing(mark -> !BarRenderer.waited(mark.bar()))
                        .thenComparing(mark -> -mark.bar().startSequence()))
                .forEach(mark -> paintBelow(mark, waits, places));
    }

    private boolean hasLabelBelow(Mark mark) {
        return mark instanceof BarMark bar
                && bar.bar().lane().kind() == LaneKind.CONTROL
                && !mark.row().thin()
                && mark.x() + mark.width() >= frame.gutter()
                && mark.x() <= frame.width();
    }

    private void paintBelow(BarMark mark, List<Wait> waits, LabelPlaces places) {
        String label =
                words.labels(mark.bar(), model.snapshot(), model.nowNanos()).get(0);
        String sentence = waits.stream()
                .filter(wait -> wait.waiting().equals(mark.bar()))
                .findFirst()
                .map(wait -> " · "
                        + messages.format(
                                "timeline.waitsFor", String.valueOf(wait.held().startSequence())))
                .orElse("");
        double wide = widths.of(label, tiny);
        double y = mark.y() + mark.height() + 9 * scale;
        double x = Math.max(mark.x(), frame.gutter() + 4 * scale) + 2 * scale;
        OptionalDouble place = places.place(y, x, wide + widths.of(sentence, tiny));
        boolean both = place.isPresent();
        if (!both && !sentence.isEmpty()) {
            place = places.place(y, x, wide);
        }
        place.ifPresent(at -> {
            text(label, at, y, frame.palette().color(hue(mark.bar()).text()));
            if (both) {
                text(sentence, at + wide, y, frame.palette().color(Token.ERROR_TEXT));
            }
        });
    }

    private void paintBeside(BarMark mark) {
        double from = mark.x() + mark.width() + 5 * scale;
        double room = Math.min(nextX(mark), frame.width()) - from - 5 * scale;
        if (from < frame.gutter() || room < SHORTEST * scale) {
            return;
        }
        String text = widths.fitting(tiny, room, words.labels(mark.bar(), model.snapshot(), model.nowNanos()));
        if (!text.isEmpty()) {
            boolean event = BarWords.hasEvent(mark.bar().lane().kind());
            Token color = event
                    ? Hue.ofLetter(BarWords.callback(mark.bar().code()).letter())
                            .text()
                    : Token.IRP_TEXT;
            text(text, from, mark.y() + mark.height() / 2, frame.palette().color(color));
        }
    }

    /** Where the room to the right of a bar ends. */
    private double nextX(BarMark mark) {
        NavigableSet<Double> line = starts.computeIfAbsent(mark.row().lane(), this::startsOn);
        Double next = line.higher(mark.x());
        return next == null ? Double.MAX_VALUE : next;
    }

    private NavigableSet<Double> startsOn(LaneKey lane) {
        return layout.marks().stream()
                .filter(mark -> mark.row().lane().equals(lane))
                .map(Mark::x)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void text(String text, double x, double y, Color color) {
        gc.setFont(tiny);
        gc.setFill(color);
        gc.fillText(text, x, y);
    }

    /** Dashed, from what waits to what it waits for. */
    void paintWaits(List<Wait> waits) {
        gc.setStroke(frame.palette().color(Token.ERROR));
        gc.setFill(frame.palette().color(Token.ERROR));
        gc.setLineWidth(1.5 * scale);
        gc.setLineDashes(4 * scale, 3 * scale);
        waits.forEach(wait -> Tie.of(layout, wait).ifPresent(this::paintTie));
        gc.setLineDashes();
    }

    private void paintTie(Tie tie) {
        double middle = (tie.top() + tie.bottom()) / 2;
        gc.beginPath();
        gc.moveTo(tie.bottomX(), tie.bottom());
        gc.bezierCurveTo(tie.bottomX(), middle, tie.topX(), middle, tie.topX(), tie.top());
        gc.stroke();
        double size = 4 * scale;
        double x = tie.down() ? tie.bottomX() : tie.topX();
        double tip = tie.down() ? tie.bottom() : tie.top();
        double back = tie.down() ? tip - size * 1.3 : tip + size * 1.3;
        gc.beginPath();
        gc.moveTo(x, tip);
        gc.lineTo(x - size, back);
        gc.lineTo(x + size, back);
        gc.closePath();
        gc.fill();
    }

    private static Hue hue(Bar bar) {
        return BarRenderer.waited(bar) ? Hue.WAITING : bar.status() < 0 ? Hue.ERROR : Hue.IRP;
    }
}
