package org.wskscope.app.control;

import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Lets the menu key and Shift+F10 ask for the context menu of what has the focus, as a right click does: whoever has a menu answers the {@link ContextMenuEvent} and nobody else looks at these keys, so
 * that a menu opens once. FX thread.
 */
public final class MenuKeys {
    /** Windows asks by itself; there the key must not ask twice. */
    private static final boolean SYSTEM_ASKS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    private MenuKeys() {}

    /** In {@code area}, whatever in it has the focus is asked, and its parents after it. */
    public static void install(Node area) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getTarget() instanceof Node target && pressed(event, target)) {
                event.consume();
            }
        });
    }

    /** Asks {@code target} if the key is one of the two; false if it is another, or where the system asks. */
    public static boolean pressed(KeyEvent event, Node target) {
        if (SYSTEM_ASKS || !isMenuKey(event)) {
            return false;
        }
        ask(target);
        return true;
    }

    /** Asks for the menu in the middle of the node. */
    public static void ask(Node node) {
        Bounds bounds = node.getLayoutBounds();
        Point2D screen = node.localToScreen(bounds.getCenterX(), bounds.getCenterY());
        if (screen != null) {
            node.fireEvent(new ContextMenuEvent(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                    bounds.getCenterX(),
                    bounds.getCenterY(),
                    screen.getX(),
                    screen.getY(),
                    true,
                    null));
        }
    }

    private static boolean isMenuKey(KeyEvent event) {
        return event.getCode() == KeyCode.CONTEXT_MENU && !event.isShortcutDown()
                || event.getCode() == KeyCode.F10
                        && event.isShiftDown()
                        && !event.isControlDown()
                        && !event.isAltDown();
    }
}
