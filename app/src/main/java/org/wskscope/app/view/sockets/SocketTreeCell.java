package org.wskscope.app.view.sockets;

import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.theme.Hue;
import org.wskscope.engine.projection.SocketRow;

/** One line of the socket tree. FX thread. */
final class SocketTreeCell extends TreeCell<TreeLine> {
    private final SocketTreeViewModel model;
    private final SocketText words;
    private final SocketMenus menus;
    private final SocketIcon icon = new SocketIcon();
    private final Label name = new Label();
    private final Label address = new Label();
    private final Label state = new Label();
    private final HBox line;
    private final InvalidationListener change = observable -> showItem(getItem());

    SocketTreeCell(SocketTreeViewModel model, SocketText words, SocketMenus menus) {
        this.model = model;
        this.words = words;
        this.menus = menus;
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
        model.refreshesProperty().addListener(new WeakInvalidationListener(change));
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
        name.getStyleClass().removeAll("text-hint");
        state.getStyleClass().setAll("label", "text-hint", "text-small");
        if (row != null) {
            showSocket(row);
            return;
        }
        switch (item.kind()) {
            case CLIENT -> show(words.text("tree.client"), model.clientName(), model.clientVersion());
            case GROUP -> {
                Doing doing = Objects.requireNonNullElse(item.group(), Doing.IDLE);
                show(
                        words.text(
                                "fold.count." + doing,
                                model.open().of(item.socket()).count(doing)),
                        "",
                        "");
            }
            case REST -> show(words.text("tree.rest", rest(item)), "", "");
            case CLOSED_SOCKETS, SOCKET -> show(words.text("tree.closed", model.closedCount()), "", "");
        }
        name.getStyleClass().add("text-hint");
    }

    private int rest(TreeLine item) {
        Connections connections = model.open().of(item.socket());
        Doing group = item.group();
        int all = group == null ? connections.count() : connections.count(group);
        return Math.max(0, all - TreeOutline.MOST_LISTED);
    }

    /** A line has room for one thing: what the socket does, else what the client will do with its calls, else its state. */
    private void showSocket(SocketRow row) {
        icon.show(row);
        Doing doing = model.open().doing(row);
        String held = doing == Doing.IDLE ? menus.holds(row) : "";
        String now = held.isEmpty() ? words.treeState(row, doing) : held;
        show(row.name(), SocketText.shortAddress(row), model.isOfThePresent() || row.isClosed() ? now : words.was(now));
        if (doing != Doing.IDLE && !row.isClosed()) {
            state.getStyleClass()
                    .setAll("label", "text-small", "text-hue", doing.hue().styleClass());
        } else if (!held.isEmpty()) {
            state.getStyleClass().setAll("label", "text-small", "text-hue", Hue.WAITING.styleClass());
        }
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
