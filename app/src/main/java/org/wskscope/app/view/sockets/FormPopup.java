package org.wskscope.app.view.sockets;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.stage.Popup;

/** Shows one form at a time beside what it is about. It stays until it is done or cancelled, so nothing typed is lost by a stray click. FX thread. */
final class FormPopup {
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
        popup.show(anchor, bounds.getMinX() + 12, bounds.getMinY() + 34);
        form.focusFirst();
    }

    void hide() {
        popup.hide();
    }

    boolean isShowing() {
        return popup.isShowing();
    }
}
