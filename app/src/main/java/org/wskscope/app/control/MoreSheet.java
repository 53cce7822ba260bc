package org.wskscope.app.control;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.theme.Icons;

/**
 * What found no room on a bar, one below the other, on a sheet over the window that a button of the bar opens. It closes with Escape, with a click beside it, and when the focus goes elsewhere. Its
 * owner puts {@link #button} on the bar and the sheet over the window. FX thread.
 */
public final class MoreSheet extends StackPane {
    private final Button button = new Button();
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private final EventHandler<MouseEvent> pressedBeside = this::pressedBeside;
    private final ChangeListener<Node> focusMoved = (o, old, now) -> focusMoved(now);

    /** {@code name} says what the button opens; the sheet lies at {@code corner} of the window. */
    public MoreSheet(String id, String name, Pos corner) {
        setId(id);
        setPickOnBounds(false);
        setAlignment(corner);
        getStyleClass().add("more-sheet-place");
        list.getStyleClass().add("more-list");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("more-sheet", corner == Pos.TOP_RIGHT ? "below-bar" : "above-bar");
        scroll.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Bars.mark(this);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        button.setId(id + "-button");
        button.setGraphic(Icons.MORE.node());
        button.getStyleClass().setAll("tool-button");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> toggle());
        close();
        put(List.of());
    }

    /** The button; it is on the bar as long as there is something on the sheet. */
    public Button button() {
        return button;
    }

    /** What is on the sheet, from top to bottom. */
    public void put(List<? extends Node> nodes) {
        if (!list.getChildren().equals(nodes)) {
            list.getChildren().setAll(nodes);
        }
        boolean any = !nodes.isEmpty();
        if (any && getChildren().isEmpty()) {
            // Not before there is something on it: until then it costs no style and no layout.
            getChildren().add(scroll);
        }
        button.setVisible(any);
        button.setManaged(any);
        if (!any) {
            close();
        }
    }

    public boolean isOpen() {
        return isVisible();
    }

    private void toggle() {
        if (isOpen()) {
            close();
        } else {
            open();
        }
    }

    private void open() {
        setVisible(true);
        setManaged(true);
        Scene scene = getScene();
        if (scene != null) {
            scene.addEventFilter(MouseEvent.MOUSE_PRESSED, pressedBeside);
            first(list).requestFocus();
            scene.focusOwnerProperty().addListener(focusMoved);
        }
    }

    private void close() {
        setVisible(false);
        setManaged(false);
        Scene scene = getScene();
        if (scene != null) {
            scene.removeEventFilter(MouseEvent.MOUSE_PRESSED, pressedBeside);
            scene.focusOwnerProperty().removeListener(focusMoved);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            button.requestFocus();
            close();
            event.consume();
        }
    }

    private void pressedBeside(MouseEvent event) {
        if (event.getTarget() instanceof Node node && !isIn(node, scroll) && !isIn(node, button)) {
            close();
        }
    }

    private void focusMoved(@Nullable Node now) {
        if (now != null && !isIn(now, this) && now != button) {
            close();
        }
    }

    private static Node first(Node node) {
        if (node.isFocusTraversable() && !node.isDisabled()) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = first(child);
                if (found.isFocusTraversable() && !found.isDisabled()) {
                    return found;
                }
            }
        }
        return node;
    }

    private static boolean isIn(Node node, Node ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == ancestor) {
                return true;
            }
        }
        return false;
    }
}
