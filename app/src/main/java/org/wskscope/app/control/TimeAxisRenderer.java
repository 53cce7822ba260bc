package org.wskscope.app.control;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.wskscope.app.theme.Fonts;
import org.wskscope.app.theme.Spacing;
import org.wskscope.app.theme.Token;

/** Paints the ruler of a {@link LaneCanvas} and the faint line under every tick. FX thread. */
public final class TimeAxisRenderer {
    private static final double TICK_GAP = 110;

    private TimeAxisRenderer() {}

    /** The vertical lines; call before the lanes are painted. */
    public static void paintGrid(LaneFrame frame) {
        GraphicsContext gc = frame.gc();
        gc.setStroke(frame.palette().color(Token.LINE, 0.55));
        gc.setLineWidth(1);
        for (TimeAxis.Tick tick : ticks(frame)) {
            double x = LaneFrame.crisp(frame.gutter() + tick.x());
            gc.strokeLine(x, frame.ruler(), x, frame.height());
        }
    }

    /** The strip with the numbers; call after the lanes, because it covers what was scrolled under it. */
    public static void paintRuler(LaneFrame frame) {
        GraphicsContext gc = frame.gc();
        gc.setFill(frame.palette().color(Token.BG_0));
        gc.fillRect(0, 0, frame.width(), frame.ruler());
        gc.setFill(frame.palette().color(Token.TEXT_2));
        gc.setFont(Fonts.mono(Spacing.TEXT_TINY * frame.scale()));
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.CENTER);
        for (TimeAxis.Tick tick : ticks(frame)) {
            gc.fillText(tick.label(), frame.gutter() + tick.x(), frame.ruler() / 2);
        }
        gc.setStroke(frame.palette().color(Token.LINE));
        gc.setLineWidth(1);
        double y = LaneFrame.crisp(frame.ruler() - 1);
        gc.strokeLine(0, y, frame.width(), y);
    }

    private static Iterable<TimeAxis.Tick> ticks(LaneFrame frame) {
        return TimeAxis.ticks(frame.viewport(), frame.width() - frame.gutter(), TICK_GAP * frame.scale());
    }
}
