package org.wskscope.app.view.sockets;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Polygon;

/** An edge of the graph: a curve, an arrow head where it points somewhere, a few words, and dots that run along it while bytes move. FX thread. */
final class EdgeNode extends Group {
    private static final String ACTIVE = "active";
    private static final int DOTS = 3;
    private static final double RUN_SECONDS = 0.9;

    private final CubicCurve curve = new CubicCurve();
    private final Polygon head = new Polygon();
    private final Label label = new Label();
    private final Circle[] dots = new Circle[DOTS];
    private EdgeShape shape = new EdgeShape(0, 0, 0, 0);
    private double scale = 1;
    private boolean towardsStart;
    private double runFrom = Double.NEGATIVE_INFINITY;

    /** {@code styleClasses}: what kind of edge it is. */
    EdgeNode(boolean arrow, String... styleClasses) {
        getStyleClass().add("edge");
        getStyleClass().addAll(List.of(styleClasses));
        curve.getStyleClass().add("edge-line");
        head.getStyleClass().add("edge-head");
        label.getStyleClass().add("edge-label");
        head.setVisible(arrow);
        getChildren().addAll(curve, head, label);
        for (int i = 0; i < DOTS; i++) {
            dots[i] = new Circle(3);
            dots[i].getStyleClass().add("edge-dot");
            dots[i].setVisible(false);
            getChildren().add(dots[i]);
        }
        setMouseTransparent(true);
    }

    void place(EdgeShape newShape, double newScale) {
        shape = newShape;
        scale = newScale;
        curve.setStartX(shape.startX());
        curve.setStartY(shape.startY());
        curve.setControlX1(shape.controlX1());
        curve.setControlY1(shape.startY());
        curve.setControlX2(shape.controlX2());
        curve.setControlY2(shape.endY());
        curve.setEndX(shape.endX());
        curve.setEndY(shape.endY());
        double size = 7 * scale;
        head.getPoints()
                .setAll(
                        shape.endX(),
                        shape.endY(),
                        shape.endX() - size * 1.3,
                        shape.endY() - size * 0.75,
                        shape.endX() - size * 1.3,
                        shape.endY() + size * 0.75);
        requestLayout();
    }

    void setLabel(String text) {
        label.setText(text);
    }

    /** Starts the dots; {@code backwards} when the bytes move from the edge's end to its start. */
    void run(double nowSeconds, boolean backwards) {
        towardsStart = backwards;
        if (nowSeconds - runFrom > RUN_SECONDS) {
            runFrom = nowSeconds;
        }
    }

    /** Moves the dots; answers whether any still runs. */
    boolean tick(double nowSeconds, boolean reduceMotion) {
        double age = nowSeconds - runFrom;
        boolean running = age >= 0 && age < RUN_SECONDS;
        setActive(running);
        for (int i = 0; i < DOTS; i++) {
            double t = age / RUN_SECONDS - i * 0.16;
            boolean visible = running && !reduceMotion && t >= 0 && t <= 1;
            dots[i].setVisible(visible);
            if (visible) {
                double at = towardsStart ? 1 - t : t;
                dots[i].setCenterX(shape.xAt(at));
                dots[i].setCenterY(shape.yAt(at));
                dots[i].setRadius((4.5 - i) * scale);
                dots[i].setOpacity(1 - i * 0.3);
            }
        }
        return running;
    }

    private void setActive(boolean active) {
        if (active && !getStyleClass().contains(ACTIVE)) {
            getStyleClass().add(ACTIVE);
        } else if (!active) {
            getStyleClass().remove(ACTIVE);
        }
    }

    /** The words stand beside the curve; how long they are is known only after the pulse has styled them. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double width = label.getWidth();
        boolean steep = Math.abs(shape.endY() - shape.startY()) > 60 * scale;
        double besideCurve = Math.min(shape.xAt(0.25) + 10 * scale, shape.endX() - width - 6 * scale);
        double x = steep ? besideCurve : (shape.startX() + shape.endX() - width) / 2;
        double y = steep ? shape.yAt(0.25) : shape.yAt(0.5) - label.getHeight() - 6 * scale;
        label.relocate(x, y);
    }
}
