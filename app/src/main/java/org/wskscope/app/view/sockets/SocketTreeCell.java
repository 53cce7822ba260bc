package org.wskscope.app.view.sockets;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.projection.SocketRow;

/** One line of the socket tree. FX thread. */
final class SocketTreeCell extends TreeCell<TreeLine> {
    private final SocketTreeViewModel model;
    private final SocketWords words;
    private final SocketIcon icon = new SocketIcon();
    private final Label name = new Label();
    private final Label address = new Label();
    private final Label state = new Label();
    private final HBox line;
    private final InvalidationListener change = observable -> showItem(getItem());

    SocketTreeCell(SocketTreeViewModel model, SocketWords words, SocketMenus menus) {
        this.model = model;
        this.words = words;
        name.setMinWidth(Region.USE_PREF_SIZE);
        address.getStyleClass().addAll("mono", "text-secondary");
        address.setMinWidth(0);
        state.getStyleClass().addAll("text-hint", "text-small");
        state.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        line = new HBox(icon, name, address, gap, state);
        line.getStyleClass().add("tree-line");
        setText(null);
        model.openProperty().addListener(new WeakInvalidationListener(change));
        setOnContextMenuRequested(event -> {
            SocketRow row = row(getItem());
            if (row != null && !row.isClosed()) {
                menus.select(row.id());
                menus.socketMenu(row, this).show(this, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
    }

    @Override
    protected void updateItem(TreeLine item, boolean empty) {
        super.updateItem(item, empty);
        showItem(empty ? null : item);
        setGraphic(empty || item == null ? null : line);
    }

    private void showItem(@Nullable TreeLine item) {
        if (item == null) {
            return;
        }
        SocketRow row = row(item);
        icon.setVisible(row != null);
        icon.setManaged(row != null);
        if (row != null) {
            showSocket(row);
        } else if (item.kind() == TreeLine.Kind.CLIENT) {
            show(words.text("tree.client"), model.clientName(), model.clientVersion());
        } else {
            show(words.text("tree.closed", model.closedCount()), "", "");
        }
    }

    private void showSocket(SocketRow row) {
        icon.show(row);
        show(row.name(), SocketWords.shortAddress(row), words.treeState(row));
        boolean busy = !row.callbacks().isEmpty();
        state.getStyleClass().removeAll("text-main", "text-hint");
        state.getStyleClass().add(busy ? "text-main" : "text-hint");
        name.setId("tree-" + row.name());
        state.setId("tree-state-" + row.name());
    }

    private void show(String nameText, String addressText, String stateText) {
        name.setText(nameText);
        address.setText(addressText);
        state.setText(stateText);
    }

    private @Nullable SocketRow row(@Nullable TreeLine item) {
        return item == null || item.kind() != TreeLine.Kind.SOCKET ? null : model.row(item.socketId());
    }
}
