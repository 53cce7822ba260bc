package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;
import org.wskscope.app.control.DrawnItem.Curve;

/** What moves in the graph, apart from everything that stands still: dots that run along the edges while bytes do. FX thread. */
final class TrafficLayer extends Pane {
    private static final int DOTS = 3;
    private static final double RUN_SECONDS = 0.9;

    private final Map<String, Run> runs = new HashMap<>();

    /** One edge on which bytes move. */
    private static final class Run extends Group {
        private final CubicCurve line = new CubicCurve();
        private final List<Circle> dots = new ArrayList<>();
        private Curve curve;
        private boolean towardsStart;
        private double from;

        Run(Curve curve) {
            this.curve = curve;
            line.getStyleClass().add("edge-active");
            getChildren().add(line);
            for (int i = 0; i < DOTS; i++) {
                Circle dot = new Circle();
                dot.getStyleClass().add("edge-dot");
                dots.add(dot);
                getChildren().add(dot);
            }
        }

        void follow(Curve newCurve) {
            curve = newCurve;
            double middle = (curve.startX() + curve.endX()) / 2;
            line.setStartX(curve.startX());
            line.setStartY(curve.startY());
            line.setControlX1(middle);
            line.setControlY1(curve.startY());
            line.setControlX2(middle);
            line.setControlY2(curve.endY());
            line.setEndX(curve.endX());
            line.setEndY(curve.endY());
        }
    }

    TrafficLayer() {
        setMouseTransparent(true);
        setManaged(false);
    }

    /** Bytes moved on the edge; {@code backwards} from its end to its start. */
    void run(EdgeLook edge, boolean backwards, double nowSeconds) {
        Run run = runs.get(edge.key());
        if (run == null) {
            run = new Run(edge.curve());
            run.from = nowSeconds;
            runs.put(edge.key(), run);
            getChildren().add(run);
            run.follow(edge.curve());
        } else if (nowSeconds - run.from > RUN_SECONDS * 0.9) {
            run.from = nowSeconds;
        }
        run.towardsStart = backwards;
    }

    /** The edges stand elsewhere, or are no more. */
    void follow(List<EdgeLook> edges) {
        Map<String, EdgeLook> byKey = new HashMap<>();
        edges.forEach(edge -> byKey.put(edge.key(), edge));
        runs.entrySet().removeIf(entry -> {
            EdgeLook edge = byKey.get(entry.getKey());
            if (edge == null) {
                getChildren().remove(entry.getValue());
                return true;
            }
            entry.getValue().follow(edge.curve());
            return false;
        });
    }

    boolean isMoving() {
        return !runs.isEmpty();
    }

    /** Moves the dots; {@code still}: the edges light up, but nothing moves. */
    void tick(double nowSeconds, double scale, boolean still) {
        runs.values().removeIf(run -> {
            double age = nowSeconds - run.from;
            if (age >= RUN_SECONDS) {
                getChildren().remove(run);
                return true;
            }
            for (int i = 0; i < DOTS; i++) {
                double t = age / RUN_SECONDS - i * 0.16;
                Circle dot = run.dots.get(i);
                dot.setVisible(!still && t >= 0 && t <= 1);
                if (dot.isVisible()) {
                    double at = run.towardsStart ? 1 - t : t;
                    dot.setCenterX(EdgeLook.xAt(run.curve, at));
                    dot.setCenterY(EdgeLook.yAt(run.curve, at));
                    dot.setRadius((4.5 - i) * scale);
                    dot.setOpacity(1 - i * 0.3);
                }
            }
            return false;
        });
    }
}
