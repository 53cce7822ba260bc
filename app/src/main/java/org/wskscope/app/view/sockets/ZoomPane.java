package org.wskscope.app.view.sockets;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.wskscope.app.control.DisplayPainter;
import org.wskscope.app.control.ScrollGesture;
import org.wskscope.app.theme.Token;
import org.wskscope.app.theme.TokenPalette;

/**
 * The dotted ground the graph lies on, with its edges: pan by dragging it, zoom with a pinch or Ctrl and the wheel, pan with the wheel alone. What lies on it is moved by whole pixels and
 * never scaled. FX thread.
 */
final class ZoomPane extends Pane {
    private static final double GRID = 18;
    private static final double DOT = 2;
    private static final double ZOOM_STEP = 1.12;

    private final Canvas ground = new Canvas();
    private final Pane world = new Pane();
    private final ObservableValue<TokenPalette> palette;
    private final Consumer<GraphViewport> onMovedByHand;
    private GraphViewport viewport = new GraphViewport(0, 0, 1);
    private List<EdgeLook> edges = List.of();
    private boolean empty = true;
    private double scale = 1;
    private double dragX;
    private double dragY;
    private boolean dragging;

    ZoomPane(ObservableValue<TokenPalette> palette, Consumer<GraphViewport> onMovedByHand) {
        this.palette = palette;
        this.onMovedByHand = onMovedByHand;
        getStyleClass().add("canvas-surface");
        world.setPickOnBounds(false);
        world.setManaged(false);
        ground.setMouseTransparent(true);
        ground.widthProperty().bind(widthProperty());
        ground.heightProperty().bind(heightProperty());
        getChildren().addAll(ground, world);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        palette.addListener((o, old, now) -> paint());
        widthProperty().addListener((o, old, now) -> paint());
        heightProperty().addListener((o, old, now) -> paint());
        setOnScroll(this::scrolled);
        setOnZoom(event -> {
            moveByHand(viewport.zoomedAt(event.getX(), event.getY(), event.getZoomFactor()));
            event.consume();
        });
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(event -> dragging = false);
    }

    /** Where cards are children. */
    Pane world() {
        return world;
    }

    GraphViewport viewport() {
        return viewport;
    }

    void setViewport(GraphViewport newViewport) {
        if (!newViewport.equals(viewport)) {
            viewport = newViewport;
            world.relocate(Math.round(viewport.x()), Math.round(viewport.y()));
            paint();
        }
    }

    /** Draws these edges; without a card there is no ground either, so that nothing shines through what is said instead. */
    void show(List<EdgeLook> newEdges, boolean isEmpty, double newScale) {
        if (!isSame(newEdges) || isEmpty != empty || newScale != scale) {
            scale = newScale;
            edges = newEdges;
            empty = isEmpty;
            paint();
        }
    }

    void zoomBy(double factor) {
        moveByHand(viewport.zoomedAt(getWidth() / 2, getHeight() / 2, factor));
    }

    void panBy(double dx, double dy) {
        moveByHand(viewport.movedBy(dx, dy));
    }

    private boolean isSame(List<EdgeLook> newEdges) {
        boolean same = newEdges.size() == edges.size();
        for (int i = 0; same && i < edges.size(); i++) {
            same = edges.get(i).curve().equals(newEdges.get(i).curve());
        }
        return same;
    }

    private void moveByHand(GraphViewport newViewport) {
        onMovedByHand.accept(newViewport);
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown()) {
            double factor = Math.pow(ZOOM_STEP, ScrollGesture.size(event) / ScrollGesture.WHEEL_PIXELS);
            moveByHand(viewport.zoomedAt(event.getX(), event.getY(), factor));
        } else {
            moveByHand(viewport.movedBy(event.getDeltaX(), event.getDeltaY()));
        }
        event.consume();
    }

    private void pressed(MouseEvent event) {
        dragging = event.getButton() != MouseButton.SECONDARY && event.getTarget() == this;
        dragX = event.getX();
        dragY = event.getY();
        if (dragging) {
            requestFocus();
        }
    }

    private void dragged(MouseEvent event) {
        if (dragging) {
            moveByHand(viewport.movedBy(event.getX() - dragX, event.getY() - dragY));
            dragX = event.getX();
            dragY = event.getY();
        }
    }

    private void paint() {
        GraphicsContext gc = ground.getGraphicsContext2D();
        double width = getWidth();
        double height = getHeight();
        gc.clearRect(0, 0, width, height);
        if (empty) {
            return;
        }
        double step = GRID * Math.max(1, scale);
        gc.setFill(palette.getValue().color(Token.BG_3));
        for (double y = offset(viewport.y(), step); y < height; y += step) {
            for (double x = offset(viewport.x(), step); x < width; x += step) {
                gc.fillRect(Math.round(x), Math.round(y), DOT, DOT);
            }
        }
        paintEdges(gc);
    }

    private void paintEdges(GraphicsContext gc) {
        gc.save();
        gc.translate(Math.round(viewport.x()), Math.round(viewport.y()));
        DisplayPainter.paintOver(Edges.draw(edges, scale), gc, palette.getValue());
        gc.restore();
    }

    private static double offset(double start, double step) {
        double rest = start % step;
        return rest < 0 ? rest + step : rest;
    }
}
