package org.wskscope.app;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wskscope.app.control.DrawnItem;
import org.wskscope.app.control.PaintedText;
import org.wskscope.app.control.WindowedList;

/** Goes through what a person sees of a window and says what is wrong with it: controls outside of it or cut off, text that is cut, text too small to read. FX thread. */
final class SceneWalk {
    private static final double ROUNDING = 1.5;
    /** What does not fit there is panned. */
    private static final String GRAPH = "graph-stage";

    private final Region root;
    private final double leastText;
    private final List<String> wrong = new ArrayList<>();
    private int controls;
    private int texts;

    private SceneWalk(Region root, double leastText) {
        this.root = root;
        this.leastText = leastText;
    }

    /** What is wrong with what the root of a scene shows; {@code leastText} is the least size of a font, pixels. */
    static List<String> problems(Region root, double leastText) {
        SceneWalk walk = new SceneWalk(root, leastText);
        walk.visit(root, false);
        if (walk.controls < 5 || walk.texts < 5) {
            walk.wrong.add("only " + walk.controls + " controls and " + walk.texts + " texts are to be seen");
        }
        return walk.wrong;
    }

    private void visit(Node node, boolean scrolls) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        if (isControl(node)) {
            controls++;
            if (!scrolls) {
                checkPlace(node);
            }
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isEmpty()) {
            checkWhole(labeled, scrolls);
        }
        if (node instanceof Text text && !text.getText().isBlank()) {
            texts++;
            if (text.getFont().getSize() < leastText - 0.01) {
                wrong.add(path(node) + " has text of " + text.getFont().getSize() + " px: " + text.getText());
            }
        }
        if (node instanceof PaintedText painted) {
            painted.paintedText().forEach(run -> checkPainted(node, run));
        }
        if (node instanceof Parent parent) {
            boolean inside = scrolls
                    || node instanceof ScrollPane
                    || node instanceof VirtualFlow<?>
                    || node instanceof TableView<?>
                    || node instanceof WindowedList
                    || GRAPH.equals(node.getId());
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, inside));
        }
    }

    private void checkPainted(Node node, DrawnItem.TextRun run) {
        texts++;
        if (run.size() < leastText - 0.01) {
            wrong.add(path(node) + " has text of " + run.size() + " px: " + run.text());
        }
        if (run.isCut()) {
            wrong.add(path(node) + " says \"" + run.text() + "\" for \"" + run.whole() + '"');
        }
    }

    private static boolean isControl(Node node) {
        return node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase<?>
                || node instanceof Slider
                || node instanceof ScrollPane
                || node instanceof VirtualFlow<?>
                || (node instanceof Labeled && !(node instanceof Cell<?>))
                || (node.isFocusTraversable() && !node.isMouseTransparent());
    }

    /** Whole, inside the scene and inside every part that cuts off what does not fit. */
    private void checkPlace(Node node) {
        Bounds place = node.localToScene(node.getLayoutBounds());
        if (place.getWidth() < 1 || place.getHeight() < 1) {
            if (!(node instanceof Labeled labeled)
                    || (labeled.getText() != null && !labeled.getText().isEmpty())) {
                wrong.add(path(node) + " has no size");
            }
            return;
        }
        Bounds window = root.localToScene(root.getLayoutBounds());
        checkInside(node, place, window, "the window");
        for (Parent at = node.getParent(); at != null; at = at.getParent()) {
            if (at.getClip() != null) {
                Bounds clip = at.localToScene(at.getClip().getBoundsInParent());
                checkInside(node, place, clip, path(at));
            }
        }
    }

    private void checkInside(Node node, Bounds place, Bounds room, String of) {
        if (place.getMinX() < room.getMinX() - ROUNDING
                || place.getMinY() < room.getMinY() - ROUNDING
                || place.getMaxX() > room.getMaxX() + ROUNDING
                || place.getMaxY() > room.getMaxY() + ROUNDING) {
            wrong.add(String.format(
                    "%s at %.0f,%.0f to %.0f,%.0f is outside of %s (%.0f,%.0f to %.0f,%.0f)",
                    path(node),
                    place.getMinX(),
                    place.getMinY(),
                    place.getMaxX(),
                    place.getMaxY(),
                    of,
                    room.getMinX(),
                    room.getMinY(),
                    room.getMaxX(),
                    room.getMaxY()));
        }
    }

    /** A label without all of its text has dots, or is lower than its lines. */
    private void checkWhole(Labeled labeled, boolean scrolls) {
        // A person can make a column wider.
        boolean inColumn = labeled instanceof Cell<?>
                || labeled.getParent() instanceof TableColumnHeader
                || labeled.getStyleClass().contains("windowed-cell");
        if (scrolls && inColumn) {
            return;
        }
        for (Node child : labeled.getChildrenUnmodifiable()) {
            boolean words = child instanceof Text && !(child instanceof FontIcon) && child.isVisible();
            if (words && !((Text) child).getText().equals(labeled.getText())) {
                wrong.add(path(labeled) + " says \"" + ((Text) child).getText() + '"');
            }
        }
    }

    /** Where it is, for people: the ids above it, its kind, its text. */
    static String path(Node node) {
        StringBuilder path = new StringBuilder();
        for (Parent at = node.getParent(); at != null; at = at.getParent()) {
            if (at.getId() != null) {
                path.insert(0, at.getId() + " > ");
            }
        }
        path.append(node.getTypeSelector());
        if (node.getId() != null) {
            path.append('#').append(node.getId());
        }
        node.getStyleClass().forEach(style -> path.append('.').append(style));
        if (node instanceof Labeled labeled) {
            path.append(" \"").append(labeled.getText()).append('"');
        }
        return path.toString();
    }

    /** What it is and where, in whole pixels. */
    static String place(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return String.format(
                "%s#%s %.0f,%.0f %.0f×%.0f",
                node.getTypeSelector(),
                node.getId(),
                bounds.getMinX(),
                bounds.getMinY(),
                bounds.getWidth(),
                bounds.getHeight());
    }
}
