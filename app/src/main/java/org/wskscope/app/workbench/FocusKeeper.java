package org.wskscope.app.workbench;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.Bars;

/**
 * Decides where the keyboard focus is when nobody says so. What has it and goes, is hidden or disabled, gives it back to the tool window that was used last; and a control on a bar that the mouse
 * pressed gives it back to where it was, so that the next key means the same as before. A control that the keyboard went to keeps it. FX thread.
 */
final class FocusKeeper {
    private final Runnable focusWork;
    private final List<Observable> watched = new ArrayList<>();
    private final InvalidationListener changed = observable -> look();
    private @Nullable Scene scene;
    private @Nullable Node pressed;
    private @Nullable Node before;

    /** {@code focusWork} puts the focus into the tool window used last. */
    FocusKeeper(Runnable focusWork) {
        this.focusWork = focusWork;
    }

    void attach(Scene newScene) {
        scene = newScene;
        newScene.focusOwnerProperty().addListener((o, old, now) -> watch(now));
        newScene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> pressed(newScene, event.getTarget()));
        newScene.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> released());
    }

    private void watch(@Nullable Node owner) {
        watched.forEach(property -> property.removeListener(changed));
        watched.clear();
        if (owner == null) {
            return;
        }
        watched.add(owner.disabledProperty());
        watched.add(owner.sceneProperty());
        for (Node at = owner; at != null; at = at.getParent()) {
            watched.add(at.visibleProperty());
        }
        watched.forEach(property -> property.addListener(changed));
    }

    private void look() {
        Node owner = scene == null ? null : scene.getFocusOwner();
        if (owner != null && !canKeep(owner)) {
            focusWork.run();
        }
    }

    private boolean canKeep(Node owner) {
        for (Node at = owner; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return owner.getScene() == scene && !owner.isDisabled();
    }

    private void pressed(Scene in, EventTarget target) {
        pressed = barControl(target);
        before = pressed == null ? null : in.getFocusOwner();
        if (pressed instanceof MenuButton menu) {
            menu.showingProperty().addListener(new InvalidationListener() {
                @Override
                public void invalidated(Observable showing) {
                    if (!menu.isShowing()) {
                        menu.showingProperty().removeListener(this);
                        giveBack(menu);
                    }
                }
            });
        }
    }

    private void released() {
        if (pressed != null && !(pressed instanceof MenuButton)) {
            giveBack(pressed);
        }
        pressed = null;
    }

    private void giveBack(Node control) {
        Node back = before;
        if (!control.isFocused() || back == control) {
            return;
        }
        if (back != null && canKeep(back)) {
            back.requestFocus();
        } else {
            focusWork.run();
        }
    }

    /** The button or slider of a bar that was hit, or null. */
    private static @Nullable Node barControl(EventTarget target) {
        Node at = target instanceof Node node ? node : null;
        while (at != null && !(at instanceof ButtonBase) && !(at instanceof Slider)) {
            at = at.getParent();
        }
        return at != null && Bars.isOnOne(at) ? at : null;
    }
}
