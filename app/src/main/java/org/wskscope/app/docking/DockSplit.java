package org.wskscope.app.docking;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** Shows the open parts of one branch with dividers between them. FX thread. */
final class DockSplit extends Region {
    private static final double DIVIDER = 1;
    private static final double GRIP = 5;
    /** How far an arrow key moves a divider, and with Shift, in pixels at 100 %. */
    private static final double NEAR = 10;

    private static final double FAR = 60;

    private final Orientation orientation;
    private final ObservableDoubleValue uiScale;
    private final Runnable resized;
    private final List<Node> parts;
    private final List<Divider> dividers = new ArrayList<>();
    /** In pixels at 100 %. */
    private final double[] preferredSizes;

    private final boolean[] elastic;
    private final double[] leasts;

    DockSplit(
            Orientation orientation,
            List<Part> open,
            ObservableDoubleValue uiScale,
            String dividerWord,
            Runnable resized) {
        this.orientation = orientation;
        this.uiScale = uiScale;
        this.resized = resized;
        parts = open.stream().<Node>map(Part::node).toList();
        preferredSizes = open.stream().mapToDouble(Part::size).toArray();
        leasts = open.stream().mapToDouble(Part::least).toArray();
        elastic = new boolean[open.size()];
        for (int i = 0; i < elastic.length; i++) {
            elastic[i] = open.get(i).elastic();
        }
        getStyleClass().add("dock-split");
        getChildren().addAll(parts);
        for (int i = 0; i + 1 < parts.size(); i++) {
            dividers.add(new Divider(i, dividerWord));
        }
        getChildren().addAll(dividers);
    }

    /** One open part. */
    record Part(Parent node, double size, boolean elastic, double least) {}

    /** The sizes wished for, after the user's drags, in pixels at 100 %. */
    List<Double> sizes() {
        List<Double> now = new ArrayList<>();
        for (double preferred : preferredSizes) {
            now.add(preferred);
        }
        return now;
    }

    @Override
    protected void layoutChildren() {
        double[] sizes = share();
        double at = 0;
        for (int i = 0; i < sizes.length; i++) {
            place(parts.get(i), at, sizes[i]);
            at += sizes[i];
            if (i < dividers.size()) {
                place(dividers.get(i), at - (GRIP - DIVIDER) / 2, GRIP);
                at += DIVIDER;
            }
        }
    }

    private double[] share() {
        double length = isHorizontal() ? getWidth() : getHeight();
        double room = Math.max(0, length - DIVIDER * dividers.size());
        List<DockSizes.Part> open = new ArrayList<>();
        for (int i = 0; i < preferredSizes.length; i++) {
            open.add(new DockSizes.Part(preferredSizes[i] * uiScale.get(), elastic[i], leasts[i] * uiScale.get()));
        }
        return DockSizes.share(room, open);
    }

    private void place(Node node, double at, double size) {
        if (isHorizontal()) {
            node.resizeRelocate(at, 0, size, getHeight());
        } else {
            node.resizeRelocate(0, at, getWidth(), size);
        }
    }

    private boolean isHorizontal() {
        return orientation == Orientation.HORIZONTAL;
    }

    /** The strip between two parts: wider than the line it shows, so that it can be caught. */
    private final class Divider extends Region {
        private final int index;
        private double grabbed;
        private double[] before = {};

        Divider(int index, String dividerWord) {
            this.index = index;
            getStyleClass().addAll("dock-divider", isHorizontal() ? "beside" : "above");
            setCursor(isHorizontal() ? Cursor.H_RESIZE : Cursor.V_RESIZE);
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.THUMB);
            setAccessibleText(dividerWord);
            addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
            addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
            addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
            addEventHandler(MouseEvent.MOUSE_RELEASED, event -> resized.run());
        }

        private void pressed(MouseEvent event) {
            grabbed = along(event);
            before = share();
            event.consume();
        }

        private void dragged(MouseEvent event) {
            move(along(event) - grabbed);
            event.consume();
        }

        /** The arrow keys along the split move it, with Shift further. */
        private void keyPressed(KeyEvent event) {
            KeyCode less = isHorizontal() ? KeyCode.LEFT : KeyCode.UP;
            KeyCode more = isHorizontal() ? KeyCode.RIGHT : KeyCode.DOWN;
            if (event.isControlDown()
                    || event.isAltDown()
                    || event.isMetaDown()
                    || (event.getCode() != less && event.getCode() != more)) {
                return;
            }
            before = share();
            double step = (event.isShiftDown() ? FAR : NEAR) * uiScale.get();
            move(event.getCode() == more ? step : -step);
            resized.run();
            event.consume();
        }

        private void move(double delta) {
            double scale = uiScale.get();
            double[] moved = DockSizes.dragged(before, index, delta, DockSizes.LEAST * scale);
            for (int i = 0; i < moved.length; i++) {
                // The wish of a part that is not moved outlives the time in which it cannot be had.
                if (elastic[i] || i == index || i == index + 1) {
                    preferredSizes[i] = Math.max(1, moved[i] / scale);
                }
            }
            DockSplit.this.requestLayout();
        }

        private double along(MouseEvent event) {
            return isHorizontal() ? event.getSceneX() : event.getSceneY();
        }
    }
}
