package org.wskscope.app.view.timeline;

import java.util.List;
import java.util.function.DoubleSupplier;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.wskscope.app.control.LaneCanvas;
import org.wskscope.app.control.TimeViewport;
import org.wskscope.app.theme.Token;
import org.wskscope.app.theme.TokenPalette;
import org.wskscope.app.view.ViewContext;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.BarVisitor;
import org.wskscope.engine.projection.LaneView;

/** The whole session in a strip, with the part in view as a window that can be dragged and stretched. FX thread. */
final class OverviewStrip extends Region {
    private static final double HEIGHT = 36;
    private static final double PADDING = 5;
    private static final double EDGE = 6;
    private static final int MOST_LANES = 24;

    private enum Grip {
        NONE,
        WINDOW,
        LEFT,
        RIGHT
    }

    private final Canvas canvas = new Canvas();
    private final ViewContext context;
    private final TimelineViewModel model;
    private final LaneCanvas<TimelineHit> lanes;
    private final DoubleSupplier gutterAtFullScale;
    private Grip grip = Grip.NONE;
    private double grabbedAt;

    OverviewStrip(
            ViewContext context,
            TimelineViewModel model,
            LaneCanvas<TimelineHit> lanes,
            DoubleSupplier gutterAtFullScale) {
        this.context = context;
        this.model = model;
        this.lanes = lanes;
        this.gutterAtFullScale = gutterAtFullScale;
        setId("timeline-overview");
        setAccessibleText(context.messages().get("timeline.overview"));
        getChildren().add(canvas);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> grip = Grip.NONE);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> setCursor(cursorAt(event.getX())));
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT * context.uiScale().get();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
    }

    /** The whole session; at least a millisecond, so that there is something to be a part of. */
    private TimeViewport whole() {
        Span span = model.wholeSpan();
        return TimeViewport.between(span.fromNanos(), Math.max(span.toNanos(), span.fromNanos() + 1_000_000));
    }

    private double gutter() {
        return gutterAtFullScale.getAsDouble() * context.uiScale().get();
    }

    private double xOf(double nanos) {
        return gutter() + whole().xOf(nanos, trackWidth());
    }

    private double trackWidth() {
        return Math.max(1, getWidth() - gutter() - PADDING);
    }

    /** Paints now; its owner calls it as often as the timeline itself is painted, and no more. */
    void paint() {
        TokenPalette palette = context.palette().getValue();
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.setFill(palette.color(Token.BG_0));
        gc.fillRect(0, 0, getWidth(), getHeight());
        gc.setFill(palette.color(Token.BG_2));
        gc.fillRoundRect(gutter(), PADDING, trackWidth(), getHeight() - 2 * PADDING, 6, 6);
        paintLanes(gc, palette);
        paintWindow(gc, palette);
    }

    private void paintLanes(GraphicsContext gc, TokenPalette palette) {
        List<LaneView> all = model.snapshot().lanes();
        int shown = Math.min(MOST_LANES, all.size());
        if (shown == 0) {
            return;
        }
        TimeViewport whole = whole();
        double step = (getHeight() - 4 * PADDING) / shown;
        double height = Math.max(1.5, Math.min(4, step - 1));
        for (int i = 0; i < shown; i++) {
            LaneView lane = all.get(i);
            double y = 2 * PADDING + i * step;
            lane.visit((long) whole.start(), (long) whole.end(), whole.span() / trackWidth() * 2, new BarVisitor() {
                @Override
                public void bar(Bar bar) {
                    gc.setFill(palette.color(LaneColors.of(bar.lane().kind(), 1 << bar.code(), bar.isOpen())));
                    rectangle(bar.startNanos(), bar.isOpen() ? model.nowNanos() : bar.endNanos());
                }

                @Override
                public void group(long startNanos, long endNanos, int count, int codes) {
                    gc.setFill(palette.color(LaneColors.of(lane.key().kind(), codes, false)));
                    rectangle(startNanos, endNanos);
                }

                private void rectangle(long from, long to) {
                    double x = xOf(from);
                    gc.fillRect(x, y, Math.max(1.5, xOf(to) - x), height);
                }
            });
        }
    }

    private void paintWindow(GraphicsContext gc, TokenPalette palette) {
        double left = clamp(xOf(lanes.viewport().start()));
        double right = Math.max(left + 4, clamp(xOf(lanes.viewport().end())));
        gc.setFill(palette.color(Token.ACCENT, 0.16));
        gc.fillRoundRect(left, PADDING - 2, right - left, getHeight() - 2 * PADDING + 4, 6, 6);
        gc.setStroke(palette.color(Token.ACCENT));
        gc.setLineWidth(1.5);
        gc.strokeRoundRect(left, PADDING - 2, right - left, getHeight() - 2 * PADDING + 4, 6, 6);
    }

    private void pressed(MouseEvent event) {
        double nanos = nanosAt(event.getX());
        grip = gripAt(event.getX());
        if (grip == Grip.NONE) {
            show(lanes.viewport().with(nanos, 0.5));
            grip = Grip.WINDOW;
        }
        grabbedAt = nanos - lanes.viewport().start();
        event.consume();
    }

    private void dragged(MouseEvent event) {
        double nanos = nanosAt(event.getX());
        TimeViewport now = lanes.viewport();
        switch (grip) {
            case WINDOW -> show(new TimeViewport(nanos - grabbedAt, now.span()));
            case LEFT -> show(TimeViewport.between(Math.min(nanos, now.end() - TimeViewport.MIN_SPAN), now.end()));
            case RIGHT -> show(TimeViewport.between(now.start(), Math.max(nanos, now.start() + TimeViewport.MIN_SPAN)));
            case NONE -> {}
        }
        event.consume();
    }

    private void show(TimeViewport viewport) {
        lanes.followTailProperty().set(false);
        lanes.show(viewport);
    }

    private Grip gripAt(double x) {
        double left = xOf(lanes.viewport().start());
        double right = xOf(lanes.viewport().end());
        if (Math.abs(x - left) < EDGE && right - left > 3 * EDGE) {
            return Grip.LEFT;
        }
        if (Math.abs(x - right) < EDGE && right - left > 3 * EDGE) {
            return Grip.RIGHT;
        }
        return x > left && x < right ? Grip.WINDOW : Grip.NONE;
    }

    private Cursor cursorAt(double x) {
        return switch (gripAt(x)) {
            case LEFT, RIGHT -> Cursor.H_RESIZE;
            case WINDOW -> Cursor.OPEN_HAND;
            case NONE -> Cursor.DEFAULT;
        };
    }

    private double nanosAt(double x) {
        return whole().nanosAt(x - gutter(), trackWidth());
    }

    private double clamp(double x) {
        return Math.max(gutter(), Math.min(getWidth() - PADDING, x));
    }
}
