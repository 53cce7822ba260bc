package org.wskscope.app.workbench;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** Gives keys nobody else wanted to the actions. A plain key typed into a text field is text, not an action. FX thread. */
final class KeyDispatch {
    private final Supplier<ActionRegistry> actions;

    KeyDispatch(Supplier<ActionRegistry> actions) {
        this.actions = actions;
    }

    void attach(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!isText(scene.getFocusOwner(), event) && actions.get().runFor(event)) {
                event.consume();
            }
        });
    }

    private static boolean isText(Node focusOwner, KeyEvent event) {
        boolean modified = event.isControlDown() || event.isAltDown() || event.isMetaDown();
        return focusOwner instanceof TextInputControl
                && !modified
                && !event.getCode().isFunctionKey();
    }
}
