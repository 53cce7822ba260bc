package org.wskscope.app.view.sockets;

import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.stage.Popup;
import javafx.stage.Screen;

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
        Bounds bounds = anchor.localToScreen(anchor.getBoundsInLocal());
        if (bounds == null) {
            return;
        }
        Rectangle2D screen = screenOf(bounds).getVisualBounds();
        form.setMaxHeight(screen.getHeight() - 2 * MARGIN);
        popup.show(anchor, bounds.getMinX() + 12, bounds.getMinY() + 34);
        form.focusFirst();
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
