package org.wskscope.app.docking;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/** Shows one leaf: a header with the titles of its open windows, and the window in front. FX thread. */
final class DockLeafPane extends BorderPane {
    private final DockGestures gestures;
    private final Region dropMark = new Region();
    private final Dockable front;
    private final DockHeader header;

    DockLeafPane(List<Dockable> open, Dockable front, DockText words, DockGestures gestures) {
        this.gestures = gestures;
        this.front = front;
        getStyleClass().add("dock-leaf");
        setId("dock-" + front.id());
        setMinSize(0, 0);
        header = new DockHeader(open, front, words, gestures);
        setTop(header);
        setCenter(clipped(front));
        dropMark.getStyleClass().add("dock-drop-mark");
        dropMark.setManaged(false);
        dropMark.setMouseTransparent(true);
        dropMark.setVisible(false);
        addEventHandler(DragEvent.DRAG_OVER, this::draggedOver);
        addEventHandler(DragEvent.DRAG_EXITED, event -> dropMark.setVisible(false));
        addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    Dockable front() {
        return front;
    }

    /** The title of the window in front. */
    Optional<Node> tab() {
        return tab(front);
    }

    /** The title of one of its windows. */
    Optional<Node> tab(Dockable window) {
        return header.tabs().stream()
                .filter(tab -> tab.dockable() == window)
                .map(Node.class::cast)
                .findFirst();
    }

    /** Lets go of the content, so that another pane can show it. */
    void release() {
        ((Pane) getCenter()).getChildren().clear();
        setTop(null);
    }

    private static Pane clipped(Dockable front) {
        StackPane body = new StackPane(front.content());
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(body.widthProperty());
        clip.heightProperty().bind(body.heightProperty());
        body.setClip(clip);
        body.setMinSize(0, 0);
        return body;
    }

    private void draggedOver(DragEvent event) {
        if (event.getDragboard().hasContent(DockTab.WINDOW)) {
            event.acceptTransferModes(TransferMode.MOVE);
            mark(DockSide.at(event.getX(), event.getY(), getWidth(), getHeight()));
        }
        event.consume();
    }

    private void mark(DockSide side) {
        double width = getWidth();
        double height = getHeight();
        if (!getChildren().contains(dropMark)) {
            getChildren().add(dropMark);
        }
        dropMark.setVisible(true);
        switch (side) {
            case LEFT -> dropMark.resizeRelocate(0, 0, width / 2, height);
            case RIGHT -> dropMark.resizeRelocate(width / 2, 0, width / 2, height);
            case TOP -> dropMark.resizeRelocate(0, 0, width, height / 2);
            case BOTTOM -> dropMark.resizeRelocate(0, height / 2, width, height / 2);
            case CENTER -> dropMark.resizeRelocate(0, 0, width, height);
        }
    }

    private void dropped(DragEvent event) {
        Object window = event.getDragboard().getContent(DockTab.WINDOW);
        event.setDropCompleted(window instanceof String);
        dropMark.setVisible(false);
        event.consume();
        if (window instanceof String id) {
            gestures.move(id, front.id(), DockSide.at(event.getX(), event.getY(), getWidth(), getHeight()));
        }
    }
}
