package org.wskscope.app.control;

import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/**
 * What the hand does to a {@link LaneCanvas}: Ctrl+wheel, a pinch and W/S zoom at the pointer, A/D and Shift+wheel pan, the wheel
 * scrolls lanes, a drag on the ruler zooms to it, on empty canvas pans, with Shift draws an area. FX thread.
 */
final class LaneGestures<T> {
    private static final double KEY_ZOOM = 1.25;
    private static final double KEY_PAN = 0.1;
    private static final double WHEEL_ZOOM = 0.0025;
    private static final double CLICK_SLOP = 4;

    private enum Drag {
        NONE,
        RULER,
        AREA,
        PAN
    }

    private final LaneCanvas<T> lanes;
    private final ScrollGesture gesture = new ScrollGesture();
    private Drag drag = Drag.NONE;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private double pointerX = Double.NaN;
    private boolean moved;

    LaneGestures(LaneCanvas<T> lanes) {
        this.lanes = lanes;
    }

    void install() {
        lanes.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        lanes.addEventHandler(MouseEvent.MOUSE_EXITED, event -> left());
        lanes.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        lanes.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        lanes.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        lanes.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        lanes.addEventHandler(ZoomEvent.ZOOM, this::pinched);
        lanes.addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
    }

    private void moved(MouseEvent event) {
        pointerX = event.getX();
        lanes.hover(event.getX(), event.getY());
    }

    private void left() {
        pointerX = Double.NaN;
        lanes.leave();
    }

    private void pressed(MouseEvent event) {
        lanes.requestFocus();
        moved = false;
        pressX = event.getX();
        pressY = event.getY();
        lastX = pressX;
        lastY = pressY;
        drag = event.getButton() == MouseButton.SECONDARY ? Drag.NONE : dragFor(event);
        event.consume();
    }

    private Drag dragFor(MouseEvent event) {
        if (event.isShiftDown()) {
            return Drag.AREA;
        }
        if (event.getY() < lanes.rulerPixels() && event.getX() > lanes.gutterPixels()) {
            return Drag.RULER;
        }
        return event.getButton() == MouseButton.PRIMARY && lanes.hits(event.getX(), event.getY())
                ? Drag.NONE
                : Drag.PAN;
    }

    private void dragged(MouseEvent event) {
        pointerX = event.getX();
        moved |= Math.hypot(event.getX() - pressX, event.getY() - pressY) > CLICK_SLOP;
        if (!moved) {
            return;
        }
        switch (drag) {
            case RULER -> lanes.showBand(rectangle(pressX, 0, event.getX(), lanes.getHeight()));
            case AREA -> lanes.showBand(rectangle(pressX, pressY, event.getX(), event.getY()));
            case PAN -> pan(event);
            case NONE -> {}
        }
        event.consume();
    }

    private void pan(MouseEvent event) {
        lanes.setCursor(Cursor.CLOSED_HAND);
        panBy((lastX - event.getX()) / Math.max(1, axisWidth()));
        lanes.scrollTo(lanes.scrollYProperty().get() + lastY - event.getY());
        lastX = event.getX();
        lastY = event.getY();
    }

    private void released(MouseEvent event) {
        if (!moved && event.getButton() == MouseButton.PRIMARY) {
            lanes.select(event.getX(), event.getY(), event.getClickCount() == 2);
        } else if (moved && drag == Drag.RULER) {
            lanes.followTailProperty().set(false);
            lanes.show(TimeViewport.between(lanes.nanosAt(pressX), lanes.nanosAt(event.getX())));
        } else if (moved && drag == Drag.AREA) {
            lanes.areaDrawn(area(event));
        }
        drag = Drag.NONE;
        lanes.showBand(null);
        lanes.setCursor(Cursor.DEFAULT);
        event.consume();
    }

    private LaneArea area(MouseEvent event) {
        TimeViewport times = TimeViewport.between(lanes.nanosAt(pressX), lanes.nanosAt(event.getX()));
        return new LaneArea(times.start(), times.end(), Math.min(pressY, event.getY()), Math.max(pressY, event.getY()));
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown()) {
            zoom(Math.exp(-ScrollGesture.size(event) * WHEEL_ZOOM));
        } else {
            gesture.take(event);
            panBy(-gesture.dx() / Math.max(1, axisWidth()));
            lanes.scrollTo(lanes.scrollYProperty().get() - gesture.dy());
        }
        event.consume();
    }

    private void pinched(ZoomEvent event) {
        pointerX = event.getX();
        zoom(1 / event.getZoomFactor());
        event.consume();
    }

    private void typed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case W -> zoom(1 / KEY_ZOOM);
            case S -> zoom(KEY_ZOOM);
            case A -> panBy(-KEY_PAN);
            case D -> panBy(KEY_PAN);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void panBy(double fraction) {
        if (fraction != 0) {
            lanes.followTailProperty().set(false);
            lanes.show(lanes.viewport().pannedBy(fraction));
        }
    }

    private void zoom(double factor) {
        if (lanes.followTailProperty().get()) {
            lanes.show(lanes.viewport().zoomedAt(1, factor).following(lanes.tail()));
            return;
        }
        double at = Double.isNaN(pointerX) ? 0.5 : (pointerX - lanes.gutterPixels()) / Math.max(1, axisWidth());
        lanes.show(lanes.viewport().zoomedAt(Math.max(0, Math.min(1, at)), factor));
    }

    private double axisWidth() {
        return lanes.getWidth() - lanes.gutterPixels();
    }

    private static Rectangle2D rectangle(double x1, double y1, double x2, double y2) {
        return new Rectangle2D(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
    }
}
