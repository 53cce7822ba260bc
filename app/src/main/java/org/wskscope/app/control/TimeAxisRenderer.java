package org.wskscope.app.control;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.wskscope.app.theme.Fonts;
import org.wskscope.app.theme.Spacing;
import org.wskscope.app.theme.Token;

/** Paints the ruler of a {@link LaneCanvas} and the faint line under every tick. FX thread. */
public final class TimeAxisRenderer {
    private static final double TICK_GAP = 110;
    /** Every character of the mono face is this wide, in ems. */
    private static final double MONO_ADVANCE = 0.6;

    private TimeAxisRenderer() {}

    /** The vertical lines; call before the lanes are painted. */
    public static void paintGrid(LaneFrame frame) {
        GraphicsContext gc = frame.gc();
        gc.setStroke(frame.palette().color(Token.LINE, 0.55));
        gc.setLineWidth(frame.hairline());
        for (TimeAxis.Tick tick : ticks(frame)) {
            double x = frame.crisp(frame.gutter() + tick.x());
            gc.strokeLine(x, frame.ruler(), x, frame.height());
        }
    }

    /**
     * A stretch of the ruler that something else stands on.
     *
     * @param from pixel column
     * @param to pixel column
     */
    public record Stretch(double from, double to) {}

    /** The strip with the numbers; call after the lanes, because it covers what was scrolled under it. */
    public static void paintRuler(LaneFrame frame) {
        paintRuler(frame, List.of());
    }

    /** The same; a number that would run into one of these stretches is left out, and one at the edge is moved to stand whole. */
    public static void paintRuler(LaneFrame frame, List<Stretch> taken) {
        GraphicsContext gc = frame.gc();
        gc.setFill(frame.palette().color(Token.BG_0));
        gc.fillRect(0, 0, frame.width(), frame.ruler());
        gc.setFill(frame.palette().color(Token.TEXT_2));
        gc.setFont(Fonts.mono(Spacing.TEXT_TINY * frame.scale()));
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.CENTER);
        for (TimeAxis.Tick tick : ticks(frame)) {
            double width = tick.label().length() * MONO_ADVANCE * Fonts.size(Spacing.TEXT_TINY * frame.scale());
            double x = Math.min(frame.gutter() + tick.x(), frame.width() - width - 2);
            if (taken.stream().noneMatch(stretch -> x < stretch.to() + 3 && x + width > stretch.from() - 3)) {
                gc.fillText(tick.label(), x, frame.ruler() / 2);
            }
        }
        gc.setStroke(frame.palette().color(Token.LINE));
        gc.setLineWidth(frame.hairline());
        double y = frame.crisp(frame.ruler() - 1);
        gc.strokeLine(0, y, frame.width(), y);
    }

    private static Iterable<TimeAxis.Tick> ticks(LaneFrame frame) {
        return TimeAxis.ticks(frame.viewport(), frame.width() - frame.gutter(), TICK_GAP * frame.scale());
    }
}
