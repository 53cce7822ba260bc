package org.wskscope.app.docking;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.wskscope.app.control.Bars;
import org.wskscope.app.theme.Icons;

/** Shows one leaf: a header with the titles of its open windows, and the window in front. FX thread. */
final class DockLeafPane extends BorderPane {
    private final DockGestures gestures;
    private final Region dropMark = new Region();
    private final Dockable front;

    DockLeafPane(List<Dockable> open, Dockable front, DockWords words, DockGestures gestures) {
        this.gestures = gestures;
        this.front = front;
        getStyleClass().add("dock-leaf");
        setId("dock-" + front.id());
        setMinSize(0, 0);
        setTop(header(open, words.close()));
        setCenter(clipped(front));
        dropMark.getStyleClass().add("dock-drop-mark");
        dropMark.setManaged(false);
        dropMark.setMouseTransparent(true);
        dropMark.setVisible(false);
        getChildren().add(dropMark);
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
        return Optional.ofNullable(lookup("#tab-" + window.id()));
    }

    /** Lets go of the content, so that another pane can show it. */
    void release() {
        ((Pane) getCenter()).getChildren().clear();
        setTop(null);
    }

    private HBox header(List<Dockable> open, String closeWord) {
        HBox header = new HBox();
        header.getStyleClass().add("dock-header");
        Bars.mark(header);
        for (Dockable dockable : open) {
            header.getChildren().add(new DockTab(dockable, dockable == front, open.size() == 1, gestures));
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox actions = new HBox();
        actions.getStyleClass().add("header-actions");
        actions.getChildren().addAll(front.headerActions());
        header.getChildren().addAll(gap, actions, closeButton(closeWord));
        return header;
    }

    private Button closeButton(String closeWord) {
        Button close = new Button();
        close.setGraphic(Icons.CLOSE.node("icon-small"));
        close.getStyleClass().setAll("tool-button", "dock-close");
        close.setId("close-" + front.id());
        close.setFocusTraversable(false);
        close.setAccessibleText(closeWord + " " + front.titleProperty().get());
        close.setOnAction(event -> gestures.close(front.id()));
        return close;
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
