package org.wskscope.app.view;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;

/** One tool window that is made: its node, and what stands around it. FX thread. */
public interface ViewPart {
    Node node();

    /** Small nodes at the right of the window's header. */
    default List<Node> headerActions() {
        return List.of();
    }

    /** What can be done here by name and key. */
    default List<UserAction> actions() {
        return List.of();
    }

    /** A few characters after the title, such as a count; empty for none. */
    default ObservableValue<String> badge() {
        return new SimpleStringProperty("");
    }

    /** Where in the scene is what the moment is about; empty if it is not seen, or the window does not show it in one place. */
    default Optional<Bounds> spot() {
        return Optional.empty();
    }

    /** People see the window from now on: it is worth painting, and timers may run. Called in turns with {@link #hidden}, first. */
    default void shown() {}

    /** Nobody sees the window: it was closed, is behind another tab, in a session that is not shown, or the program's window is minimized. No timer runs from now on. */
    default void hidden() {}

    /** The workbench closes; let go of everything. */
    default void dispose() {}
}
