package org.wskscope.app.view.timeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.LaneFrame;
import org.wskscope.app.theme.Fonts;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.theme.Spacing;
import org.wskscope.app.theme.Token;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.timeline.TimelineItem.BarMark;
import org.wskscope.app.view.timeline.Waits.Wait;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.LaneKey;

/** Writes what does not stand inside bars: below control calls, and to the right of bars too short for words. A label is whole or absent, and covers no other. FX thread. */
final class LabelRenderer {
    private static final double SHORTEST = 7;
    /** With more bars than this in view nobody reads words beside them. */
    static final int MOST_BESIDE = 150;

    private final LaneFrame frame;
    private final GraphicsContext gc;
    private final TimelineLayout layout;
    private final TimelineViewModel model;
    private final BarText words;
    private final TextWidths widths;
    private final Messages messages;
    private final double scale;
    private final Font tiny;
    /** Where the marks of each line begin; made when it is first asked for. */
    private @Nullable Map<LaneKey, NavigableSet<Double>> starts;

    LabelRenderer(LaneFrame frame, TimelineLayout layout, TimelineViewModel model, BarText words, TextWidths widths) {
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
        if (wordless.size() <= MOST_BESIDE) {
            wordless.forEach(this::paintBeside);
        }
        ControlLabels.place(layout, mark -> wordsOf(mark, waits), text -> widths.of(text, tiny))
                .forEach(this::paintBelow);
    }

    private ControlLabels.LabelText wordsOf(BarMark mark, List<Wait> waits) {
        String label =
                words.labels(mark.bar(), model.snapshot(), model.nowNanos()).get(0);
        return new ControlLabels.LabelText(
                label,
                waits.stream()
                        .filter(wait -> wait.waiting().equals(mark.bar()))
                        .findFirst()
                        .map(wait -> " · "
                                + messages.format(
                                        "timeline.waitsFor",
                                        String.valueOf(wait.held().startSequence())))
                        .orElse(""));
    }

    private void paintBelow(ControlLabels.Placed label) {
        text(
                label.text(),
                label.x(),
                label.y(),
                frame.palette().color(hue(label.mark().bar()).text()));
        text(
                label.sentence(),
                label.x() + label.textWidth(),
                label.y(),
                frame.palette().color(Token.ERROR_TEXT));
    }

    private void paintBeside(BarMark mark) {
        double from = mark.x() + mark.width() + 5 * scale;
        double room = Math.min(nextX(mark), frame.width()) - from - 5 * scale;
        if (from < frame.gutter() || room < SHORTEST * scale) {
            return;
        }
        String text = widths.fitting(tiny, room, words.labels(mark.bar(), model.snapshot(), model.nowNanos()));
        if (!text.isEmpty()) {
            boolean event = BarText.hasEvent(mark.bar().lane().kind());
            Token color = event
                    ? Hue.ofLetter(BarText.callback(mark.bar().code()).letter()).text()
                    : Token.IRP_TEXT;
            text(text, from, mark.y() + mark.height() / 2, frame.palette().color(color));
        }
    }

    /** Where the room to the right of a bar ends. */
    private double nextX(BarMark mark) {
        Map<LaneKey, NavigableSet<Double>> all = starts;
        if (all == null) {
            Map<LaneKey, NavigableSet<Double>> made = new HashMap<>();
            layout.marks()
                    .forEach(each -> made.computeIfAbsent(each.row().lane(), lane -> new TreeSet<>())
                            .add(each.x()));
            all = made;
            starts = all;
        }
        NavigableSet<Double> line = all.get(mark.row().lane());
        Double next = line == null ? null : line.higher(mark.x());
        return next == null ? Double.MAX_VALUE : next;
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
