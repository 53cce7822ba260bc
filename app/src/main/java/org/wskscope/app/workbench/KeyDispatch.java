package org.wskscope.app.workbench;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.MenuKeys;

/**
 * Gives keys nobody else wanted to the actions. A plain key typed into a text field is text, not an action; and a key that ran an action types nothing, wherever the action moved the focus to. FX
 * thread.
 */
final class KeyDispatch {
    private final Supplier<ActionRegistry> actions;
    /** The key that ran an action and is still down. */
    private @Nullable KeyCode spent;

    KeyDispatch(Supplier<ActionRegistry> actions) {
        this.actions = actions;
    }

    /** Whether the key ran an action of this scene and is still down: what comes of it now is its repetition. */
    static boolean isHeld(Scene scene, KeyCode code) {
        return scene.getProperties().get(KeyDispatch.class) instanceof KeyDispatch dispatch && dispatch.spent == code;
    }

    /** The key has run something elsewhere; until it is released it runs nothing here. */
    static void hold(Scene scene, KeyCode code) {
        if (scene.getProperties().get(KeyDispatch.class) instanceof KeyDispatch dispatch) {
            dispatch.spent = code;
        }
    }

    void attach(Scene scene) {
        scene.getProperties().put(KeyDispatch.class, this);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressedFirst(scene, event));
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(scene, event));
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (spent != null) {
                event.consume();
            }
        });
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> typed(scene, event));
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == spent) {
                spent = null;
            }
        });
        scene.windowProperty().flatMap(Window::focusedProperty).addListener(o -> spent = null);
    }

    private void pressedFirst(Scene scene, KeyEvent event) {
        // A text field would keep the menu key to itself.
        if (!isPopupOpen(scene) && event.getTarget() instanceof Node target && MenuKeys.pressed(event, target)) {
            event.consume();
            return;
        }
        if (event.getCode() != spent) {
            spent = null;
            // Lists take the space bar for a selection they have already.
            if (event.getCode() == KeyCode.SPACE && isList(scene.getFocusOwner())) {
                pressed(scene, event);
            }
        } else if (isText(scene.getFocusOwner())) {
            // It is held down, and its action moved the focus into a field.
            event.consume();
        }
    }

    private void pressed(Scene scene, KeyEvent event) {
        if (isTyping(scene.getFocusOwner(), event) || isPopupOpen(scene)) {
            return;
        }
        if (event.getCode() == spent && isLetterAlone(event)) {
            // It switches or begins something; only steps go on while a key is down.
            event.consume();
            return;
        }
        if (actions.get().runFor(event)) {
            spent = event.getCode();
            event.consume();
        }
    }

    /** On keyboards where the character is on another key than the one the action names. */
    private void typed(Scene scene, KeyEvent event) {
        if (!isText(scene.getFocusOwner())
                && !isPopupOpen(scene)
                && actions.get().runForTyped(event.getCharacter())) {
            event.consume();
        }
    }

    private static boolean isTyping(@Nullable Node focusOwner, KeyEvent event) {
        boolean modified = event.isControlDown() || event.isAltDown() || event.isMetaDown();
        return isText(focusOwner) && !modified && !event.getCode().isFunctionKey() && event.getCode() != KeyCode.ESCAPE;
    }

    private static boolean isLetterAlone(KeyEvent event) {
        return event.getCode().isLetterKey() && !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
    }

    private static boolean isText(@Nullable Node focusOwner) {
        return focusOwner instanceof TextInputControl
                || (focusOwner instanceof ComboBoxBase<?> combo && combo.isEditable())
                || (focusOwner instanceof Spinner<?> spinner && spinner.isEditable());
    }

    private static boolean isList(@Nullable Node focusOwner) {
        return focusOwner instanceof TableView<?>
                || focusOwner instanceof TreeView<?>
                || focusOwner instanceof ListView<?>;
    }

    /** A form or menu has the keys, but passes on to the window what it does not want. */
    private static boolean isPopupOpen(Scene scene) {
        for (Window window : Window.getWindows()) {
            if (window instanceof PopupWindow popup
                    && !(popup instanceof Tooltip)
                    && popup.getOwnerWindow() == scene.getWindow()) {
                return true;
            }
        }
        return false;
    }
}
