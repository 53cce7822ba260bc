package org.wskscope.app.workbench;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeType;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Lies over a presentation: the spotlight, what is drawn, the pointer, the clicks, and the blank screen. Takes no mouse. Lengths are pixels. FX thread. */
final class PresentGlass extends Pane {
    private static final Duration CLICK = Duration.millis(450);

    private final Group spotlight = new Group();
    private final Group drawings = new Group();
    private final Group clicks = new Group();
    private final Circle pointer = new Circle();
    private final Circle pointerRing = new Circle();
    private final Region blank = new Region();
    private @Nullable Polyline drawing;
    private Optional<Bounds> lit = Optional.empty();
    private double scale = 1;

    PresentGlass() {
        setId("present-glass");
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
        spotlight.setId("present-spotlight");
        drawings.setId("present-drawings");
        pointer.setId("present-pointer");
        blank.setId("present-blank");
        pointer.getStyleClass().add("present-pointer");
        pointerRing.getStyleClass().add("present-pointer-ring");
        blank.getStyleClass().add("present-blank");
        blank.prefWidthProperty().bind(widthProperty());
        blank.prefHeightProperty().bind(heightProperty());
        getChildren().setAll(spotlight, drawings, clicks, pointerRing, pointer, blank);
        showPointer(false);
        setBlank(false);
    }

    /** What pen and pointer are multiplied by. */
    void setScale(double factor) {
        scale = factor;
        pointer.setRadius(5 * factor);
        pointerRing.setRadius(12 * factor);
        pointerRing.setStrokeWidth(2 * factor);
    }

    /** Dims everything but this place of the scene; empty for no spotlight. */
    void light(Optional<Bounds> place, Optional<Bounds> stage) {
        Optional<Bounds> next = place.flatMap(spot -> stage.map(area -> margined(spot, area)));
        if (next.equals(lit)) {
            return;
        }
        lit = next;
        spotlight.getChildren().clear();
        if (next.isPresent() && stage.isPresent()) {
            Rectangle hole = rectangle(next.get());
            Shape dark = Shape.subtract(rectangle(stage.get()), hole);
            dark.getStyleClass().setAll("present-dark");
            hole.getStyleClass().setAll("present-frame");
            hole.setStrokeType(StrokeType.INSIDE);
            hole.setStrokeWidth(1.5 * scale);
            spotlight.getChildren().setAll(dark, hole);
        }
    }

    /** Where the light falls, in the scene; empty while there is none. */
    Optional<Bounds> lit() {
        return lit;
    }

    void showPointer(boolean shown) {
        pointer.setVisible(shown);
        pointerRing.setVisible(shown);
    }

    void point(double sceneX, double sceneY) {
        for (Circle circle : new Circle[] {pointer, pointerRing}) {
            circle.setCenterX(sceneX);
            circle.setCenterY(sceneY);
        }
    }

    /** Shows for a moment that something was clicked. */
    void click(double sceneX, double sceneY) {
        Circle ring = new Circle(sceneX, sceneY, 14 * scale);
        ring.getStyleClass().add("present-click");
        ring.setStrokeWidth(2.5 * scale);
        clicks.getChildren().add(ring);
        PauseTransition going = new PauseTransition(CLICK);
        going.setOnFinished(event -> clicks.getChildren().remove(ring));
        going.play();
    }

    void beginLine(double sceneX, double sceneY) {
        Polyline line = new Polyline();
        line.getStyleClass().add("present-line-drawn");
        line.setStrokeWidth(3 * scale);
        drawings.getChildren().add(line);
        drawing = line;
        drawTo(sceneX, sceneY);
    }

    void drawTo(double sceneX, double sceneY) {
        if (drawing != null) {
            Point2D here = sceneToLocal(sceneX, sceneY);
            drawing.getPoints().addAll(here.getX(), here.getY());
        }
    }

    void endLine() {
        drawing = null;
    }

    void erase() {
        drawing = null;
        drawings.getChildren().clear();
    }

    void setBlank(boolean nowBlank) {
        blank.setVisible(nowBlank);
    }

    boolean isBlank() {
        return blank.isVisible();
    }

    /** Everything away. */
    void clear() {
        erase();
        clicks.getChildren().clear();
        light(Optional.empty(), Optional.empty());
        showPointer(false);
        setBlank(false);
    }

    private Bounds margined(Bounds spot, Bounds area) {
        double margin = 10 * scale;
        double left = Math.max(area.getMinX(), spot.getMinX() - margin);
        double top = Math.max(area.getMinY(), spot.getMinY() - margin);
        double right = Math.min(area.getMaxX(), spot.getMaxX() + margin);
        double bottom = Math.min(area.getMaxY(), spot.getMaxY() + margin);
        return new BoundingBox(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    private Rectangle rectangle(Bounds place) {
        Rectangle made = new Rectangle(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
        made.setArcWidth(16 * scale);
        made.setArcHeight(16 * scale);
        return made;
    }
}
