package org.wskscope.app;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Mouse events as a hand would make them. */
final class Presses {
    private Presses() {}

    /** A press of the primary button in the middle of the node. */
    static MouseEvent primary(Node node) {
        Bounds bounds = node.getBoundsInLocal();
        return new MouseEvent(
                MouseEvent.MOUSE_PRESSED,
                bounds.getCenterX(),
                bounds.getCenterY(),
                0,
                0,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null);
    }
}
