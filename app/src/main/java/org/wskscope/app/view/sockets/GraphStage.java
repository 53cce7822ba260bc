package org.wskscope.app.view.sockets;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import org.wskscope.app.theme.Token;
import org.wskscope.app.theme.TokenPalette;

/** The dotted ground the graph lies on: pan by dragging it, zoom with Ctrl and the wheel, pan with the wheel alone. FX thread. */
final class GraphStage extends Pane {
    private static final double GRID = 18;
    private static final double DOT = 2;
    private static final double ZOOM_STEP = 1.12;

    private final Canvas dots = new Canvas();
    private final Pane world = new Pane();
    private final Translate translate = new Translate();
    private final Scale zoom = new Scale();
    private final ObservableValue<TokenPalette> palette;
    private final Consumer<GraphViewport> onMovedByHand;
    private GraphViewport viewport = new GraphViewport(0, 0, 1);
    private double dragX;
    private double dragY;
    private boolean dragging;

    GraphStage(ObservableValue<TokenPalette> palette, Consumer<GraphViewport> onMovedByHand) {
        this.palette = palette;
        this.onMovedByHand = onMovedByHand;
        getStyleClass().add("canvas-surface");
        world.setPickOnBounds(false);
        world.getTransforms().setAll(translate, zoom);
        dots.setMouseTransparent(true);
        dots.widthProperty().bind(widthProperty());
        dots.heightProperty().bind(heightProperty());
        getChildren().addAll(dots, world);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        palette.addListener((o, old, now) -> paint());
        widthProperty().addListener((o, old, now) -> paint());
        heightProperty().addListener((o, old, now) -> paint());
        setOnScroll(this::scrolled);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(event -> dragging = false);
    }

    /** Where cards and edges are children. */
    Pane world() {
        return world;
    }

    GraphViewport viewport() {
        return viewport;
    }

    void setViewport(GraphViewport newViewport) {
        viewport = newViewport;
        translate.setX(Math.round(viewport.x()));
        translate.setY(Math.round(viewport.y()));
        zoom.setX(viewport.zoom());
        zoom.setY(viewport.zoom());
        paint();
    }

    void zoomBy(double factor) {
        moveByHand(viewport.zoomedAt(getWidth() / 2, getHeight() / 2, factor));
    }

    private void moveByHand(GraphViewport newViewport) {
        setViewport(newViewport);
        onMovedByHand.accept(newViewport);
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown()) {
            double factor = event.getDeltaY() > 0 ? ZOOM_STEP : 1 / ZOOM_STEP;
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
        GraphicsContext gc = dots.getGraphicsContext2D();
        double width = getWidth();
        double height = getHeight();
        gc.clearRect(0, 0, width, height);
        double step = GRID * Math.max(0.6, viewport.zoom());
        gc.setFill(palette.getValue().color(Token.BG_3));
        for (double y = offset(viewport.y(), step); y < height; y += step) {
            for (double x = offset(viewport.x(), step); x < width; x += step) {
                gc.fillOval(Math.round(x), Math.round(y), DOT, DOT);
            }
        }
    }

    private static double offset(double start, double step) {
        double rest = start % step;
        return rest < 0 ? rest + step : rest;
    }
}
