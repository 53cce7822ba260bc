package org.wskscope.app.view.sockets;

import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.stage.Popup;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Shows one form at a time beside what it is about. It stays until it is done or cancelled, so nothing typed is lost by a stray click. FX thread. */
final class FormPopup {
    /** What stays free above and below a form that is as high as the screen, pixels. */
    private static final double MARGIN = 12;

    private final Popup popup = new Popup();

    FormPopup() {
        popup.setAutoFix(true);
        popup.setHideOnEscape(true);
    }

    void show(CommandForm form, Node anchor) {
        popup.hide();
        popup.getContent().setAll(form);
        Node beside = anchorOnScreen(anchor);
        Bounds bounds = beside == null ? null : beside.localToScreen(beside.getBoundsInLocal());
        if (beside == null || bounds == null) {
            return;
        }
        Rectangle2D screen = screenOf(bounds).getVisualBounds();
        form.setMaxHeight(screen.getHeight() - 2 * MARGIN);
        popup.show(beside, bounds.getMinX() + 12, bounds.getMinY() + 34);
        form.focusFirst();
    }

    /** What the form is about may be in a tool window that is not shown; then it comes up in the window that has the focus. */
    private static @Nullable Node anchorOnScreen(Node anchor) {
        if (anchor.localToScreen(anchor.getBoundsInLocal()) != null) {
            return anchor;
        }
        return Window.getWindows().stream()
                .filter(window -> window.isFocused() && window.getScene() != null)
                .findFirst()
                .<Node>map(window -> window.getScene().getRoot())
                .orElse(null);
    }

    private static Screen screenOf(Bounds bounds) {
        return Screen.getScreensForRectangle(bounds.getMinX(), bounds.getMinY(), 1, 1).stream()
                .findFirst()
                .orElse(Screen.getPrimary());
    }

    void hide() {
        popup.hide();
    }

    boolean isShowing() {
        return popup.isShowing();
    }
}
