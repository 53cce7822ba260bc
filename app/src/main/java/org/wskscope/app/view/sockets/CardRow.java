package org.wskscope.app.view.sockets;

import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;

/** Lets a part of the graph be pressed like a button, by mouse and by keyboard. FX thread. */
final class CardRow {
    private CardRow() {}

    /** {@code run} on a click, and on Enter or the space bar while the part itself has the focus; buttons inside keep their own keys. */
    static void onPress(Region part, Runnable run) {
        part.setAccessibleRole(AccessibleRole.BUTTON);
        part.setFocusTraversable(true);
        part.getStyleClass().add("pressable");
        part.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                run.run();
            }
        });
        part.setOnKeyPressed(event -> {
            boolean presses = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
            if (presses && event.getTarget() == part) {
                run.run();
                event.consume();
            }
        });
    }
}
