package org.wskscope.app.view.timeline;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.wskscope.app.control.LaneFrame;
import org.wskscope.app.theme.Token;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.wsk.SocketId;

/** Paints the arrows of the selection: from what led to it, and to what it led to; one hop each way, or the whole chain. FX thread. */
final class LinkRenderer {
    private static final double SHORTEST = 14;

    private final LaneFrame frame;
    private final GraphicsContext gc;
    private final TimelineLayout layout;
    private final TimelineViewModel model;

    LinkRenderer(LaneFrame frame, TimelineLayout layout, TimelineViewModel model) {
        this.frame = frame;
        this.gc = frame.gc();
        this.layout = layout;
        this.model = model;
    }

    void paint() {
        for (CauseChain.Link link : model.linksOfSelection()) {
            Color color = link.towards()
                    ? frame.palette().color(Token.TEXT_1, 0.9)
                    : frame.palette().color(Token.TEXT_2, 0.8);
            link(link.cause(), link.effect(), color);
        }
    }

    /** From the bar of the cause, as near to the effect as the bar reaches, to the moment of the effect. */
    private void link(long cause, long effect, Color color) {
        Optional<TimelineRow> fromRow = rowOf(cause);
        Optional<TimelineRow> toRow = rowOf(effect);
        if (fromRow.isEmpty()
                || toRow.isEmpty()
                || barOf(cause).equals(barOf(effect)) && barOf(cause).isPresent()) {
            return;
        }
        boolean insideBar = fromRow.equals(toRow)
                && barOf(cause).isPresent()
                && barOf(effect).isEmpty();
        if (insideBar) { // the arrow would strike out the bar's words
            return;
        }
        double scale = frame.scale();
        boolean diamond = toRow.get().lane().kind() == LaneKind.CONTROL;
        double toX = clampX(frame.xOf(model.timeOf(effect)) - (diamond ? 6 * scale : 0));
        double left = clampX(frame.xOf(model.timeOf(cause)));
        double reach = barOf(cause)
                .filter(bar -> bar.startSequence() == cause)
                .map(bar -> clampX(frame.xOf(model.spanOf(bar).toNanos())))
                .orElse(left);
        double fromX = Math.max(left, Math.min(reach, toX - SHORTEST * scale));
        double toY = middle(toRow.get());
        double edge = fromRow.get().bar() * scale / 2 * Math.signum(toY - middle(fromRow.get()));
        arrow(
                new Point2D(fromX, clampY(fromRow.get(), middle(fromRow.get()) + edge)),
                new Point2D(toX, clampY(toRow.get(), toY)),
                color);
    }

    private Optional<TimelineRow> rowOf(long sequence) {
        return barOf(sequence)
                .map(Bar::lane)
                .flatMap(layout.rows()::of)
                .or(() -> socketOf(sequence).flatMap(layout.rows()::firstOf));
    }

    private Optional<Bar> barOf(long sequence) {
        return BarLocator.of(model.snapshot(), sequence);
    }

    private double middle(TimelineRow row) {
        return layout.area().middleOf(row);
    }

    private Optional<SocketId> socketOf(long sequence) {
        return model.selection().socketOfRecord(sequence);
    }

    /** An arrow shorter than could be seen swings out to the left. */
    private void arrow(Point2D from, Point2D to, Color color) {
        double scale = frame.scale();
        double head = 6 * scale;
        double swing = Math.max(SHORTEST * scale, (to.getX() - from.getX()) / 2);
        gc.setStroke(color);
        gc.setFill(color);
        gc.setLineWidth(1.4 * scale);
        gc.beginPath();
        gc.moveTo(from.getX(), from.getY());
        if (to.getX() - from.getX() < SHORTEST * scale) {
            gc.bezierCurveTo(
                    from.getX() - swing, from.getY(), to.getX() - 2 * swing, to.getY(), to.getX() - head, to.getY());
        } else {
            double middle = (from.getY() + to.getY()) / 2;
            gc.bezierCurveTo(from.getX(), middle, to.getX() - swing, to.getY(), to.getX() - head, to.getY());
        }
        gc.stroke();
        gc.fillPolygon(
                new double[] {to.getX(), to.getX() - head, to.getX() - head},
                new double[] {to.getY(), to.getY() - head * 0.6, to.getY() + head * 0.6},
                3);
        gc.fillOval(from.getX() - 2 * scale, from.getY() - 2 * scale, 4 * scale, 4 * scale);
    }

    private double clampX(double x) {
        return Math.max(frame.gutter(), Math.min(frame.width(), x));
    }

    private double clampY(TimelineRow row, double y) {
        double bottom =
                row.lane().isProcessor() ? frame.height() : layout.area().pinnedTop();
        return Math.max(frame.ruler(), Math.min(bottom, y));
    }
}
