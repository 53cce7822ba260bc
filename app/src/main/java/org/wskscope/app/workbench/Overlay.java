package org.wskscope.app.workbench;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A sheet above the window; Escape or a click beside it closes it and gives the focus back. FX thread. */
class Overlay extends StackPane {
    private @Nullable Node focusBefore;
    private @Nullable Node sheet;

    Overlay(String id, Pos position) {
        setId(id);
        setAlignment(position);
        getStyleClass().add("overlay");
        hideNow();
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
            }
            event.consume();
        });
        // What lies under it is not to be reached.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB) {
                event.consume();
            }
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) {
                close();
            }
            event.consume();
        });
    }

    /** What lies on the overlay. It enters the scene when it is opened first: until then it costs no style and no layout. */
    final void put(Node content) {
        sheet = content;
    }

    /** Shows the sheet and moves the focus to {@code first}. */
    final void open(Node first) {
        if (sheet != null) {
            getChildren().add(sheet);
            sheet = null;
        }
        if (!isVisible()) {
            focusBefore = getScene().getFocusOwner();
        }
        setVisible(true);
        setManaged(true);
        first.requestFocus();
    }

    final void close() {
        if (focusBefore != null) {
            focusBefore.requestFocus();
            focusBefore = null;
        }
        hideNow();
    }

    private void hideNow() {
        setVisible(false);
        setManaged(false);
    }
}
