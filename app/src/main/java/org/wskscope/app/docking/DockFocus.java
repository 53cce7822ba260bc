package org.wskscope.app.docking;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** Where the user works: which tool window had the focus last, and which node in each of them. FX thread. */
final class DockFocus {
    private final DockArea area;
    private final Map<String, WeakReference<Node>> nodes = new HashMap<>();
    private final ChangeListener<Node> moved = (o, old, now) -> note(now);
    private String used;

    /** {@code home} counts as used before any other. */
    DockFocus(DockArea area, String home) {
        this.area = area;
        this.used = home;
        area.sceneProperty().addListener((o, old, now) -> listen(old, now));
    }

    /** The window used last. */
    String used() {
        return used;
    }

    void setUsed(String window) {
        used = window;
    }

    /** Puts the focus into a window that is shown: to where it was in it, or else to the first node that takes it, or else to its title. */
    void focus(DockLeafPane pane) {
        used = pane.front().id();
        Node content = pane.front().content();
        WeakReference<Node> last = nodes.get(used);
        Optional.ofNullable(last == null ? null : last.get())
                .filter(node -> isIn(content, node) && canTakeFocus(node))
                .or(() -> firstIn(content))
                .or(pane::tab)
                .ifPresent(Node::requestFocus);
    }

    private void listen(@Nullable Scene old, @Nullable Scene now) {
        if (old != null) {
            old.focusOwnerProperty().removeListener(moved);
        }
        if (now != null) {
            now.focusOwnerProperty().addListener(moved);
        }
    }

    private void note(@Nullable Node owner) {
        area.paneOf(owner).ifPresent(pane -> {
            used = pane.front().id();
            if (owner != null && isIn(pane.front().content(), owner)) {
                nodes.put(used, new WeakReference<>(owner));
            }
        });
    }

    private static boolean isIn(Node content, Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == content) {
                return true;
            }
        }
        return false;
    }

    private static boolean canTakeFocus(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return !node.isDisabled();
    }

    private static Optional<Node> firstIn(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Optional<Node> found = firstIn(child);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
