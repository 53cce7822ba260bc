package org.wskscope.app.view.sockets;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The fields of a form: as high as they are where there is room, scrolled where there is none, and always with the cursor in view. FX thread. */
final class FieldScroll extends ScrollPane {
    private final Region fields;
    private final ChangeListener<Node> focusMoved = (o, old, now) -> reveal(now);

    FieldScroll(Region fields) {
        this.fields = fields;
        setContent(fields);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinHeight(0);
        getStyleClass().add("form-scroll");
        sceneProperty().addListener((o, old, now) -> watch(old, now));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** What the fields need for the width there is: a scroll pane asks for it as if no sentence in it were wrapped. */
    @Override
    protected double computePrefHeight(double width) {
        double insets = snappedTopInset() + snappedBottomInset();
        return insets + fields.prefHeight(width < 0 ? width : width - snappedLeftInset() - snappedRightInset());
    }

    /** The popup that shows forms outlives each of them. */
    private void watch(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.focusOwnerProperty().removeListener(focusMoved);
        }
        if (now != null) {
            now.focusOwnerProperty().addListener(focusMoved);
        }
    }

    /** Scrolls no further than needed. */
    private void reveal(@Nullable Node node) {
        if (node == null || !isInside(node)) {
            return;
        }
        layout();
        Bounds place = fields.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double hidden = fields.getHeight() - getViewportBounds().getHeight();
        if (hidden <= 0) {
            return;
        }
        double top = getVvalue() * hidden;
        double wanted = Math.min(
                place.getMinY(),
                Math.max(top, place.getMaxY() - getViewportBounds().getHeight()));
        setVvalue(Math.max(0, Math.min(1, wanted / hidden)));
    }

    private boolean isInside(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == fields) {
                return true;
            }
        }
        return false;
    }
}
