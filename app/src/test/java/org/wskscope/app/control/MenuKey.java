package org.wskscope.app.control;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The two ways to ask for a menu by keyboard, as events: the toolkit's robot presses AltGr on X11 where it is told to press the menu key. */
public enum MenuKey {
    MENU(KeyCode.CONTEXT_MENU, false),
    SHIFT_F10(KeyCode.F10, true);

    private final KeyCode code;
    private final boolean shift;

    MenuKey(KeyCode code, boolean shift) {
        this.code = code;
        this.shift = shift;
    }

    /** Presses and releases it on what has the focus. FX thread. */
    public void press(Scene scene) {
        Node owner = scene.getFocusOwner();
        Event.fireEvent(owner, event(KeyEvent.KEY_PRESSED));
        Event.fireEvent(owner, event(KeyEvent.KEY_RELEASED));
    }

    private KeyEvent event(EventType<KeyEvent> type) {
        return new KeyEvent(type, "", "", code, shift, false, false, false);
    }
}
