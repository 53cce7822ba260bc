package org.wskscope.app.view.timeline;

import java.util.List;
import java.util.function.DoubleSupplier;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.LaneCanvas;
import org.wskscope.app.control.TimeViewport;
import org.wskscope.app.theme.Token;
import org.wskscope.app.theme.TokenPalette;
import org.wskscope.app.view.ViewContext;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.BarVisitor;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.projection.LaneView;
import org.wskscope.engine.projection.ScopeSnapshot;

/** The whole session in a strip, with the part in view as a window that can be dragged and stretched. FX thread. */
final class OverviewStrip extends Region {
    private static final double HEIGHT = 36;
    private static final double PADDING = 5;
    private static final double EDGE = 6;
    /** Of listeners; those with more have no eye for the oldest. */
    private static final int MOST_LANES = 64;

    private static final List<LaneKind> KINDS =
            List.of(LaneKind.SHARED_CALLBACKS, LaneKind.SHARED_IRPS, LaneKind.SHARED_CONTROL, LaneKind.PROCESSOR);

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
    private TimeViewport whole;
    private @Nullable Picture painted;
    private long timesPainted;
    private long paintedPlayhead = -1;
    private long paintedNanos;

    /** What the strip looks like depends on. */
    private record Picture(TokenPalette palette, double width, double height, long left, long right) {}

    OverviewStrip(
            ViewContext context,
            TimelineViewModel model,
            LaneCanvas<TimelineHit> lanes,
            DoubleSupplier gutterAtFullScale) {
        this.context = context;
        this.model = model;
        this.lanes = lanes;
        this.gutterAtFullScale = gutterAtFullScale;
        this.whole = wholeNow();
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
        painted = null;
        paint();
    }

    /** The whole session; at least a millisecond, so that there is something to be a part of. */
    private TimeViewport wholeNow() {
        Span span = model.wholeSpan();
        return TimeViewport.between(span.fromNanos(), Math.max(span.toNanos(), span.fromNanos() + 1_000_000));
    }

    private double gutter() {
        return gutterAtFullScale.getAsDouble() * context.uiScale().get();
    }

    private double xOf(double nanos) {
        return gutter() + whole.xOf(nanos, trackWidth());
    }

    private double trackWidth() {
        return Math.max(1, getWidth() - gutter() - PADDING);
    }

    /** Paints when somebody would see a difference; its owner calls it as often as the timeline itself is painted. */
    void paint() {
        Picture next = picture();
        if (isVisible() && !next.equals(painted)) {
            painted = next;
            paintNow();
        }
    }

    /** Called a few times a second while something happens: the next painting shows it. */
    void refresh() {
        if (model.snapshot().playhead() != paintedPlayhead
                || model.nowNanos() - paintedNanos >= whole.span() / trackWidth()) {
            painted = null;
        }
    }

    /** How often it was painted. */
    long timesPainted() {
        return timesPainted;
    }

    private Picture picture() {
        whole = wholeNow();
        return new Picture(
                context.palette().getValue(),
                getWidth(),
                getHeight(),
                Math.round(xOf(lanes.viewport().start())),
                Math.round(xOf(lanes.viewport().end())));
    }

    private void paintNow() {
        timesPainted++;
        paintedPlayhead = model.snapshot().playhead();
        paintedNanos = model.nowNanos();
        TokenPalette palette = context.palette().getValue();
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.setFill(palette.color(Token.BG_0));
        gc.fillRect(0, 0, getWidth(), getHeight());
        gc.setFill(palette.color(Token.BG_2));
        gc.fillRoundRect(gutter(), PADDING, trackWidth(), getHeight() - 2 * PADDING, 6, 6);
        paintLanes(gc, palette);
        paintMoment(gc, palette);
        paintWindow(gc, palette);
    }

    /** What is still to come is faint, and a line stands where the moment is. */
    private void paintMoment(GraphicsContext gc, TokenPalette palette) {
        if (model.isPast()) {
            double x = clamp(xOf(model.nowNanos()));
            gc.setFill(palette.color(Token.BG_2, 0.72));
            gc.fillRect(x, PADDING, getWidth() - PADDING - x, getHeight() - 2 * PADDING);
            gc.setFill(palette.color(Token.ERROR));
            gc.fillRect(x - 1, PADDING, 2, getHeight() - 2 * PADDING);
        }
    }

    /** One line a kind, all sockets together: the cost follows the pixels. */
    private void paintLanes(GraphicsContext gc, TokenPalette palette) {
        double step = (getHeight() - 4 * PADDING) / KINDS.size();
        double height = Math.max(1.5, Math.min(5 * context.uiScale().get(), step - 1));
        ScopeSnapshot snapshot = model.known();
        for (int line = 0; line < KINDS.size(); line++) {
            LaneKind kind = KINDS.get(line);
            double y = 2 * PADDING + line * step;
            List<LaneView> lanes = kind == LaneKind.PROCESSOR ? snapshot.processorLanes() : snapshot.sharedLanes(kind);
            lanes.stream().limit(MOST_LANES).forEach(lane -> paintLane(gc, palette, lane, y, height));
        }
    }

    private void paintLane(GraphicsContext gc, TokenPalette palette, LaneView lane, double y, double height) {
        Runs runs = new Runs(gc, palette, lane.key().kind(), y, height);
        lane.visit((long) whole.start(), (long) whole.end(), whole.span() / trackWidth() * 2, runs);
        runs.flush();
    }

    /** Paints equal neighbours as one rectangle. */
    private final class Runs implements BarVisitor {
        private final GraphicsContext gc;
        private final TokenPalette palette;
        private final LaneKind kind;
        private final double y;
        private final double height;
        private Token token = Token.BG_3;
        private double from;
        private double to = Double.NEGATIVE_INFINITY;

        Runs(GraphicsContext gc, TokenPalette palette, LaneKind kind, double y, double height) {
            this.gc = gc;
            this.palette = palette;
            this.kind = kind;
            this.y = y;
            this.height = height;
        }

        @Override
        public void bar(Bar bar) {
            long end = bar.isOpen() ? model.knownNanos() : bar.endNanos();
            add(LaneColors.of(kind, 1 << bar.code(), bar.isOpen()), bar.startNanos(), end);
        }

        @Override
        public void group(long startNanos, long endNanos, int count, int codes) {
            add(LaneColors.of(kind, codes, false), startNanos, endNanos);
        }

        private void add(Token next, long fromNanos, long toNanos) {
            double left = xOf(fromNanos);
            double right = Math.max(left + 1.5, xOf(toNanos));
            if (next != token || left > to + 0.5) {
                flush();
                token = next;
                from = left;
                to = right;
            } else {
                to = Math.max(to, right);
            }
        }

        void flush() {
            if (to > from) {
                gc.setFill(palette.color(token));
                gc.fillRect(from, y, to - from, height);
            }
            to = Double.NEGATIVE_INFINITY;
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
        return whole.nanosAt(x - gutter(), trackWidth());
    }

    private double clamp(double x) {
        return Math.max(gutter(), Math.min(getWidth() - PADDING, x));
    }
}
