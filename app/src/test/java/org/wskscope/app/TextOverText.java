package org.wskscope.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wskscope.app.control.PaintedText;

/** Finds texts of a window that stand over each other. FX thread. */
final class TextOverText {
    /** Letters of neighbouring lines may touch. */
    private static final double TOUCHING = 3;
    /** They float over what is below them, with a ground of their own. */
    private static final Set<String> FLOATING = Set.of(
            "graph-more-above", "graph-more-below", "graph-more-left", "graph-more-right", "more-sockets", "notices");

    private record Seen(String text, Node node, Bounds place) {}

    private final List<Seen> texts = new ArrayList<>();

    private TextOverText() {}

    static List<String> problems(Region root) {
        TextOverText found = new TextOverText();
        found.visit(root, root.localToScene(root.getLayoutBounds()));
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < found.texts.size(); i++) {
            for (int j = i + 1; j < found.texts.size(); j++) {
                Seen one = found.texts.get(i);
                Seen other = found.texts.get(j);
                Bounds both = common(one.place(), other.place());
                if (both.getWidth() > TOUCHING && both.getHeight() > TOUCHING) {
                    wrong.add(String.format(
                            "\"%s\" of %s and \"%s\" of %s stand over each other by %.0f\u00d7%.0f",
                            one.text(),
                            SceneWalk.path(one.node()),
                            other.text(),
                            SceneWalk.path(other.node()),
                            both.getWidth(),
                            both.getHeight()));
                }
            }
        }
        return wrong.subList(0, Math.min(wrong.size(), 20));
    }

    private void visit(Node node, Bounds window) {
        if (!node.isVisible() || node.getOpacity() == 0 || FLOATING.contains(String.valueOf(node.getId()))) {
            return;
        }
        Bounds room = node.getClip() == null
                ? window
                : common(window, node.localToScene(node.getClip().getBoundsInParent()));
        if (node instanceof Text text
                && !(text instanceof FontIcon)
                && !text.getText().isBlank()) {
            add(text.getText(), text, text.localToScene(text.getLayoutBounds()), room);
        }
        if (node instanceof PaintedText painted) {
            painted.paintedText()
                    .forEach(run -> add(
                            run.text(),
                            node,
                            node.localToScene(new BoundingBox(
                                    run.area().x(),
                                    run.area().y(),
                                    run.area().width(),
                                    run.area().height())),
                            room));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, room));
        }
    }

    private void add(String text, Node node, Bounds place, Bounds room) {
        Bounds seen = common(place, room);
        if (!text.isBlank() && seen.getWidth() > 0 && seen.getHeight() > 0) {
            texts.add(new Seen(text, node, seen));
        }
    }

    /** What is in both; without size if nothing is. */
    private static Bounds common(Bounds one, Bounds other) {
        double x = Math.max(one.getMinX(), other.getMinX());
        double y = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(
                x,
                y,
                Math.max(0, Math.min(one.getMaxX(), other.getMaxX()) - x),
                Math.max(0, Math.min(one.getMaxY(), other.getMaxY()) - y));
    }
}
