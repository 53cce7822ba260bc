package org.wskscope.app.control;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.theme.Token;
import org.wskscope.app.theme.TokenPalette;

/**
 * A canvas of lanes over time that fills its place: it owns zoom, pan, scrolling, hit tests and the gestures for them,
 * and leaves the painting to a {@link LanePainter}, which runs at most once per pulse and only after {@link #repaint} or
 * a change of its own properties. FX thread.
 *
 * @param <T> what can be hit, hovered and selected
 */
public final class LaneCanvas<T> extends Region {
    private final ObservableValue<TokenPalette> palette;
    private final ObservableDoubleValue uiScale;
    private final LanePainter painter;
    private final Canvas canvas = new Canvas();
    private final Surface surface = new Surface();
    private final Region focusMark = new Region();
    /** Kept, because both sources outlive this canvas and are listened to weakly. */
    private final InvalidationListener repainting = observable -> repaint();
    /** Changes when the window goes to a screen with another scale. */
    private final ObservableValue<Number> outputScale =
            sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::outputScaleXProperty);

    private final ObjectProperty<TimeViewport> viewport = new SimpleObjectProperty<>(new TimeViewport(0, 1e8));
    private final BooleanProperty followTail = new SimpleBooleanProperty(true);
    private final DoubleProperty scrollY = new SimpleDoubleProperty();
    private final ReadOnlyObjectWrapper<Optional<T>> hovered = new ReadOnlyObjectWrapper<>(Optional.empty());

    private LaneHitTest<T> hitTest = (x, y) -> Optional.empty();
    private Consumer<Optional<T>> onSelect = hit -> {};
    private Consumer<T> onOpen = hit -> {};
    private Consumer<LaneArea> onArea = area -> {};
    private @Nullable Rectangle2D band;
    private double gutter;
    private double ruler;
    private double contentHeight;
    private double tailNanos;

    public LaneCanvas(ObservableValue<TokenPalette> palette, ObservableDoubleValue uiScale, LanePainter painter) {
        this.palette = palette;
        this.uiScale = uiScale;
        this.painter = painter;
        getStyleClass().add("lane-canvas");
        focusMark.getStyleClass().add("focus-mark");
        focusMark.setMouseTransparent(true);
        setFocusTraversable(true);
        setMinSize(0, 0);
        getChildren().addAll(surface, focusMark);
        palette.addListener(new WeakInvalidationListener(repainting));
        uiScale.addListener(new WeakInvalidationListener(repainting));
        viewport.addListener(repainting);
        scrollY.addListener(repainting);
        outputScale.addListener(repainting);
        new LaneGestures<>(this).install();
    }

    /** Asks for one painting at the next pulse; cheap, may be called often. */
    public void repaint() {
        surface.requestLayout();
    }

    /** Whether a painting was asked for that has not come yet. */
    public boolean isRepaintDue() {
        return surface.isNeedsLayout();
    }

    public ObjectProperty<TimeViewport> viewportProperty() {
        return viewport;
    }

    public TimeViewport viewport() {
        return viewport.get();
    }

    public void show(TimeViewport newViewport) {
        viewport.set(newViewport.notBeforeBegin());
    }

    /** While true the view moves along with {@link #setTail}; panning or zooming to a range ends it. */
    public BooleanProperty followTailProperty() {
        return followTail;
    }

    /** Tells the newest moment there is. */
    public void setTail(double nanos) {
        tailNanos = nanos;
        if (followTail.get()) {
            viewport.set(viewport().following(nanos));
        }
    }

    /** Width of the column of lane names and height of the ruler, in pixels at 100 %. */
    public void setMargins(double gutterWidth, double rulerHeight) {
        if (gutter != gutterWidth || ruler != rulerHeight) {
            gutter = gutterWidth;
            ruler = rulerHeight;
            repaint();
        }
    }

    /** Width of the column of lane names, in pixels at 100 %. */
    public double gutterWidth() {
        return gutter;
    }

    /** Height of all lanes together in pixels (scale included), below the ruler; more than fits can be scrolled. */
    public void setContentHeight(double height) {
        if (contentHeight != height) {
            contentHeight = height;
            scrollTo(scrollY.get());
        }
    }

    public DoubleProperty scrollYProperty() {
        return scrollY;
    }

    /** Scrolls the lanes, no further than there are lanes. */
    public void scrollTo(double y) {
        double most = Math.max(0, contentHeight - (getHeight() - rulerPixels()));
        scrollY.set(Math.max(0, Math.min(most, y)));
    }

    public void setHitTest(LaneHitTest<T> test) {
        hitTest = test;
    }

    /** Called with what was clicked; empty for a click beside everything. */
    public void setOnSelect(Consumer<Optional<T>> handler) {
        onSelect = handler;
    }

    /** Called with what was double-clicked. */
    public void setOnOpen(Consumer<T> handler) {
        onOpen = handler;
    }

    /** Called with the area drawn with Shift and the mouse. */
    public void setOnArea(Consumer<LaneArea> handler) {
        onArea = handler;
    }

    public ReadOnlyObjectProperty<Optional<T>> hoveredProperty() {
        return hovered.getReadOnlyProperty();
    }

    double tail() {
        return tailNanos;
    }

    double gutterPixels() {
        return gutter * uiScale.get();
    }

    double rulerPixels() {
        return ruler * uiScale.get();
    }

    double nanosAt(double x) {
        return viewport().nanosAt(x - gutterPixels(), getWidth() - gutterPixels());
    }

    void hover(double x, double y) {
        hovered.set(hitTest.at(x, y));
    }

    /** Nothing is under the pointer any more, until it moves: the view has. */
    public void forgetHover() {
        leave();
    }

    void leave() {
        hovered.set(Optional.empty());
    }

    void select(double x, double y, boolean open) {
        Optional<T> hit = hitTest.at(x, y);
        onSelect.accept(hit);
        if (open) {
            hit.ifPresent(onOpen);
        }
    }

    boolean hits(double x, double y) {
        return hitTest.at(x, y).isPresent();
    }

    void areaDrawn(LaneArea area) {
        onArea.accept(area);
    }

    /** The rectangle being dragged, painted above everything; null when none is. */
    void showBand(@Nullable Rectangle2D newBand) {
        band = newBand;
        repaint();
    }

    @Override
    protected void layoutChildren() {
        surface.resizeRelocate(0, 0, getWidth(), getHeight());
        focusMark.resizeRelocate(0, 0, getWidth(), getHeight());
        scrollTo(scrollY.get());
        repaint();
    }

    private void paint() {
        double width = Math.ceil(getWidth());
        double height = Math.ceil(getHeight());
        if (width < 1 || height < 1) {
            return;
        }
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
        }
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.setFill(palette.getValue().color(Token.BG_0));
        gc.fillRect(0, 0, width, height);
        gc.save();
        painter.paint(new LaneFrame(
                gc,
                width,
                height,
                gutterPixels(),
                rulerPixels(),
                scrollY.get(),
                uiScale.get(),
                PixelGrid.of(this),
                viewport(),
                palette.getValue()));
        gc.restore();
        paintBand(gc);
    }

    private void paintBand(GraphicsContext gc) {
        if (band != null) {
            gc.setFill(palette.getValue().color(Token.ACCENT, 0.18));
            gc.fillRect(band.getMinX(), band.getMinY(), band.getWidth(), band.getHeight());
            gc.setStroke(palette.getValue().color(Token.ACCENT));
            PixelGrid pixels = PixelGrid.of(this);
            gc.setLineWidth(pixels.hairline());
            gc.strokeRect(
                    pixels.crisp(band.getMinX()), pixels.crisp(band.getMinY()), band.getWidth(), band.getHeight());
        }
    }

    /** Unmanaged, so that asking for a painting lays out nothing else, and a pulse paints at most once. */
    private final class Surface extends Region {
        Surface() {
            setManaged(false);
            getChildren().add(canvas);
        }

        @Override
        protected void layoutChildren() {
            paint();
        }
    }
}
