package org.wskscope.app.docking;

import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.PixelGrid;

/** The title of one window in a header: click or space selects, drag moves, the middle button or Delete closes. */
final class DockTab extends HBox {
    static final DataFormat WINDOW = new DataFormat("application/x-wskscope-tool-window");

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Dockable dockable;
    private final DockGestures gestures;
    private final BooleanBinding badged;
    private @Nullable Label badge;

    DockTab(Dockable dockable, boolean selected, boolean only, DockGestures gestures) {
        this.dockable = dockable;
        this.gestures = gestures;
        Label title = new Label();
        title.getStyleClass().add("dock-title");
        title.setMinWidth(USE_PREF_SIZE);
        title.textProperty().bind(dockable.titleProperty());
        getChildren().add(title);
        badged = dockable.badgeProperty().isNotEmpty();
        badged.addListener((o, old, now) -> showBadge());
        showBadge();
        getStyleClass().add("dock-tab");
        if (only) {
            getStyleClass().add("only");
        }
        setId("tab-" + dockable.id());
        setFocusTraversable(!only);
        setAccessibleRole(AccessibleRole.TAB_ITEM);
        accessibleTextProperty().bind(dockable.titleProperty());
        pseudoClassStateChanged(SELECTED, selected);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(MouseEvent.DRAG_DETECTED, this::dragged);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    Dockable dockable() {
        return dockable;
    }

    /** Most titles never have one: it is made when there is first something in it. */
    private void showBadge() {
        if (badge == null && badged.get()) {
            Label made = new Label();
            made.getStyleClass().addAll("badge", "hue-error");
            made.textProperty().bind(dockable.badgeProperty());
            made.visibleProperty().bind(badged);
            made.managedProperty().bind(made.visibleProperty());
            getChildren().add(made);
            badge = made;
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.MIDDLE) {
            gestures.close(dockable.id());
        } else if (event.getButton() == MouseButton.PRIMARY) {
            gestures.select(dockable.id());
        }
        event.consume();
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case SPACE, ENTER -> gestures.select(dockable.id());
            case DELETE -> gestures.close(dockable.id());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        Dragboard board = startDragAndDrop(TransferMode.MOVE);
        ClipboardContent content = new ClipboardContent();
        content.put(WINDOW, dockable.id());
        board.setContent(content);
        WritableImage image = PixelGrid.of(this).dragImage(this);
        board.setDragView(image, image.getWidth() / 2, image.getHeight() / 2);
        event.consume();
    }
}
