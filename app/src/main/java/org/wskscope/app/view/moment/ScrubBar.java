package org.wskscope.app.view.moment;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.TimeText;
import org.wskscope.app.state.Moment;
import org.wskscope.app.state.Moves;
import org.wskscope.app.state.ScenarioProgress;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.Token;
import org.wskscope.app.theme.TokenPalette;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.projection.Finding;

/**
 * The whole run from its first record to its last, in equal steps of records, with the moment on it and the problems that were found. Pressed or dragged, the moment goes there; with the focus the
 * arrows step. FX thread.
 */
final class ScrubBar extends Region {
    private static final double HEIGHT = 20;
    private static final double LEAST_WIDTH = 90;
    private static final double WIDTH = 420;
    private static final double TRACK = 6;
    private static final int PAGE = 20;

    private final SessionModel model;
    private final Messages messages;
    private final ObservableValue<ScenarioProgress> scenario;
    private final ObservableValue<TokenPalette> palette;
    private final ObservableDoubleValue uiScale;
    private final Canvas canvas = new Canvas();
    private final InvalidationListener onSteps = o -> paint();
    private final WeakInvalidationListener steps = new WeakInvalidationListener(onSteps);
    private @Nullable Picture painted;
    private long timesPainted;

    /** What it looks like depends on. */
    private record Picture(
            TokenPalette palette,
            double width,
            double height,
            long x,
            boolean past,
            boolean focused,
            int findings,
            int steps,
            long tail) {}

    ScrubBar(SessionModel model, Messages messages, ObservableValue<ScenarioProgress> scenario, MomentBar.Look look) {
        this.model = model;
        this.messages = messages;
        this.scenario = scenario;
        palette = look.palette();
        uiScale = look.uiScale();
        setId("scrub-bar");
        getStyleClass().add("scrub-bar");
        getChildren().add(canvas);
        canvas.setMouseTransparent(true);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(messages.get("moment.scrub"));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::grabbed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        focusedProperty().addListener(o -> paint());
        model.momentProperty().addListener(o -> moved());
        model.tailProperty().addListener(o -> paint());
        model.pastProperty().addListener(o -> paint());
        palette.addListener(o -> paint());
        scenario.addListener(steps);
        uiScale.addListener(o -> requestLayout());
    }

    /** How often it was painted. */
    long timesPainted() {
        return timesPainted;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT * uiScale.get();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST_WIDTH * uiScale.get();
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDTH * uiScale.get();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        painted = null;
        paint();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.VALUE) {
            return (double) model.moment().sequence();
        } else if (attribute == AccessibleAttribute.MIN_VALUE) {
            return 0.0;
        } else if (attribute == AccessibleAttribute.MAX_VALUE) {
            return (double) model.tailProperty().get();
        }
        return attribute == AccessibleAttribute.TEXT ? place() : super.queryAccessibleAttribute(attribute, parameters);
    }

    private String place() {
        Moment moment = model.moment();
        return messages.format(
                "moment.place", moment.sequence(), model.tailProperty().get(), TimeText.moment(moment.timeNanos()));
    }

    private void grabbed(MouseEvent event) {
        requestFocus();
        model.travel()
                .jump(Moves.to(sequenceAt(event.getX(), model.tailProperty().get())));
        event.consume();
    }

    private void dragged(MouseEvent event) {
        go(event.getX());
        event.consume();
    }

    private void go(double x) {
        long tail = model.tailProperty().get();
        model.travel().go(Moves.to(sequenceAt(x, tail)));
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        switch (event.getCode()) {
            case RIGHT -> model.travel().step();
            case LEFT -> model.travel().go(Moves.by(-1));
            case PAGE_DOWN -> model.travel().go(Moves.by(page()));
            case PAGE_UP -> model.travel().go(Moves.by(-page()));
            case HOME -> model.travel().jump(Moves.to(0));
            case END -> model.travel().jumpToEnd();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private long page() {
        return Math.max(1, model.tailProperty().get() / PAGE);
    }

    private void moved() {
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        paint();
    }

    private double inset() {
        return 7 * uiScale.get();
    }

    private double trackWidth() {
        return Math.max(1, getWidth() - 2 * inset());
    }

    private double xOf(long sequence, long tail) {
        return inset() + (tail == 0 ? trackWidth() : trackWidth() * sequence / tail);
    }

    private long sequenceAt(double x, long tail) {
        double part = Math.max(0, Math.min(1, (x - inset()) / trackWidth()));
        return Math.round(part * tail);
    }

    private void paint() {
        if (getWidth() <= 0) {
            return;
        }
        long tail = model.tailProperty().get();
        List<Finding> findings = model.moment().history().findings();
        List<Long> marks = scenario.getValue().marks();
        double x = xOf(Math.min(tail, model.moment().sequence()), tail);
        Picture next = new Picture(
                palette.getValue(),
                getWidth(),
                getHeight(),
                Math.round(x * 2),
                model.isPast(),
                isFocused(),
                findings.size(),
                marks.size(),
                findings.isEmpty() && marks.isEmpty() ? 0 : tail);
        if (!next.equals(painted)) {
            painted = next;
            timesPainted++;
            paint(canvas.getGraphicsContext2D(), x, tail, findings);
        }
    }

    private void paint(GraphicsContext gc, double x, long tail, List<Finding> findings) {
        TokenPalette colors = palette.getValue();
        double scale = uiScale.get();
        double middle = getHeight() / 2;
        double track = TRACK * scale;
        gc.clearRect(0, 0, getWidth(), getHeight());
        gc.setFill(colors.color(Token.BG_3));
        gc.fillRoundRect(inset(), middle - track / 2, trackWidth(), track, track, track);
        gc.setFill(colors.color(model.isPast() ? Token.DISPATCH : Token.ACCENT));
        gc.fillRoundRect(inset(), middle - track / 2, Math.max(track, x - inset()), track, track, track);
        paintSteps(gc, tail);
        paintFindings(gc, tail, findings);
        double knob = 6 * scale;
        gc.setFill(colors.color(Token.TEXT_1));
        gc.fillOval(x - knob, middle - knob, 2 * knob, 2 * knob);
        if (isFocused()) {
            gc.setStroke(colors.color(Token.FOCUS));
            gc.setLineWidth(2 * scale);
            gc.strokeOval(x - knob, middle - knob, 2 * knob, 2 * knob);
        }
    }

    /** Where the steps of the scenario begin: short strokes above the track. */
    private void paintSteps(GraphicsContext gc, long tail) {
        double height = 4 * uiScale.get();
        double top = getHeight() / 2 - TRACK * uiScale.get() / 2 - height - 1;
        gc.setFill(palette.getValue().color(Token.TEXT_3));
        for (long mark : scenario.getValue().marks()) {
            gc.fillRect(Math.round(xOf(mark, tail)), top, Math.max(1, uiScale.get()), height);
        }
    }

    /** As many as there are pixels, however many there are. A diamond, so that it is not its colour alone. */
    private void paintFindings(GraphicsContext gc, long tail, List<Finding> findings) {
        double radius = 3.5 * uiScale.get();
        double middle = getHeight() / 2;
        gc.setFill(palette.getValue().color(Token.ERROR));
        long pixels = Math.max(1, (long) (trackWidth() / radius));
        double step = Math.max(1, findings.size() / (double) pixels);
        for (double at = 0; at < findings.size(); at += step) {
            double x = xOf(findings.get((int) at).sequence(), tail);
            gc.fillPolygon(
                    new double[] {x, x + radius, x, x - radius},
                    new double[] {middle - radius, middle, middle + radius, middle},
                    4);
        }
    }
}
