package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.theme.Icons;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.PeerKind;
import org.wskscope.engine.session.PeerRow;
import org.wskscope.engine.wsk.SocketId;

/** The client and its sockets as a tree: accepted sockets under their listeners, closed ones under one line. FX thread. */
final class SocketTreeView extends VBox {
    private final SocketTreeViewModel model;
    private final SocketWords words;
    private final SocketForms forms;
    private final SocketCommands commands;
    private final TreeItem<TreeLine> root = new TreeItem<>(TreeLine.CLIENT);
    private final TreeItem<TreeLine> closed = new TreeItem<>(TreeLine.CLOSED);
    private final TreeView<TreeLine> tree = new TreeView<>(root);
    private final Button add = new Button();
    private final Button peers = new Button();
    private final ContextMenu peerMenu = new ContextMenu();
    private final VBox runningPeers = new VBox();
    private final InvalidationListener refresh = observable -> refresh();
    private final Map<TreePlace, TreeItem<TreeLine>> items = new HashMap<>();
    private List<TreePlace> shownPlaces = List.of();
    private int shownClosed;
    private boolean selecting;

    SocketTreeView(SocketTreeViewModel model, SocketMenus menus, SocketForms forms, SocketCommands commands) {
        this.model = model;
        this.forms = forms;
        this.commands = commands;
        words = forms.words();
        setId("sockets");
        getStyleClass().add("panel");
        tree.setId("socket-tree");
        tree.setCellFactory(view -> new SocketTreeCell(model, words, menus));
        root.setExpanded(true);
        VBox.setVgrow(tree, Priority.ALWAYS);
        runningPeers.getStyleClass().add("running-peers");
        runningPeers.setId("running-peers");
        getChildren().addAll(tree, runningPeers);
        prepareActions();
        tree.getSelectionModel().selectedItemProperty().addListener((o, old, now) -> selected(now));
        closed.expandedProperty().addListener((o, old, now) -> fillClosed());
        model.openProperty().addListener(refresh);
        model.peersProperty().addListener(refresh);
        model.selectedProperty().addListener(refresh);
        refresh();
    }

    List<Node> headerActions() {
        return List.of(peers, add);
    }

    /** Opens the form for a new socket. */
    void createSocket() {
        forms.create(add.getScene() == null ? this : add);
    }

    private void prepareActions() {
        add.setId("add-socket");
        add.setGraphic(Icons.ADD.node("icon-small"));
        add.getStyleClass().setAll("tool-button");
        add.setAccessibleText(words.text("tree.add"));
        add.setTooltip(new Tooltip(words.text("tree.add")));
        add.setOnAction(event -> createSocket());
        peers.setId("start-peer");
        peers.setGraphic(Icons.PEERS.node("icon-small"));
        peers.getStyleClass().setAll("tool-button");
        peers.setAccessibleText(words.text("peer.start"));
        peers.setTooltip(new Tooltip(words.text("peer.start")));
        peers.setOnAction(event -> peerMenu.show(peers, Side.BOTTOM, 0, 0));
        for (PeerKind kind : PeerKind.values()) {
            MenuItem item = new MenuItem(words.text("peer.kind." + kind));
            item.setId("start-peer-" + kind);
            item.setOnAction(event -> startPeer(kind));
            peerMenu.getItems().add(item);
        }
        peerMenu.getItems().add(new SeparatorMenuItem());
        MenuItem stopAll = new MenuItem(words.text("peer.stopAll"));
        stopAll.setOnAction(event -> model.peersProperty().get().forEach(peer -> commands.stopPeer(peer.id())));
        peerMenu.getItems().add(stopAll);
    }

    void startPeer(PeerKind kind) {
        PeerForm.show(kind, model.openProperty().get(), forms, peers.getScene() == null ? this : peers);
    }

    private void refresh() {
        selecting = true;
        List<SocketRow> open = model.openProperty().get();
        List<TreePlace> places = TreePlace.of(open);
        if (!places.equals(shownPlaces) || model.closedCount() != shownClosed) {
            shownPlaces = places;
            shownClosed = model.closedCount();
            arrange();
        }
        showSelected();
        showPeers();
        selecting = false;
    }

    /** A socket that turns out to be an accepted one gets a new item: an item that changes its parent keeps the old indent. */
    private void arrange() {
        Map<SocketId, List<TreeItem<TreeLine>>> accepted = new HashMap<>();
        shownPlaces.forEach(place -> accepted.put(place.socket(), new ArrayList<>()));
        items.keySet().retainAll(Set.copyOf(shownPlaces));
        List<TreeItem<TreeLine>> roots = new ArrayList<>();
        for (TreePlace place : shownPlaces) {
            SocketId parent = place.parent();
            (parent == null ? roots : accepted.getOrDefault(parent, roots)).add(item(place));
        }
        shownPlaces.forEach(place -> setChildren(item(place), accepted.getOrDefault(place.socket(), List.of())));
        if (model.closedCount() > 0) {
            roots.add(closed);
            fillClosed();
        }
        setChildren(root, roots);
    }

    private TreeItem<TreeLine> item(TreePlace place) {
        return items.computeIfAbsent(place, missing -> {
            TreeItem<TreeLine> item = new TreeItem<>(TreeLine.of(missing));
            item.setExpanded(true);
            return item;
        });
    }

    private void fillClosed() {
        if (!closed.isExpanded()) {
            if (closed.getChildren().isEmpty()) {
                closed.getChildren().add(new TreeItem<>(TreeLine.CLOSED));
            }
            return;
        }
        setChildren(
                closed,
                model.lastClosed().stream()
                        .map(row -> new TreeItem<>(TreeLine.closed(row.id())))
                        .toList());
    }

    /** Takes away and adds only what differs: a line that stays keeps its cell. Both lists are in order of creation. */
    private static void setChildren(TreeItem<TreeLine> parent, List<TreeItem<TreeLine>> children) {
        List<TreeItem<TreeLine>> shown = parent.getChildren();
        Set<TreeItem<TreeLine>> wanted = new HashSet<>(children);
        shown.removeIf(child -> !wanted.contains(child));
        for (int i = 0; i < children.size(); i++) {
            if (i >= shown.size() || shown.get(i) != children.get(i)) {
                shown.add(i, children.get(i));
            }
        }
    }

    /** Compares rows, not lines: a tree that grew above its selected line would mark another one. */
    private void showSelected() {
        SocketId selected = model.selectedProperty().get();
        TreeItem<TreeLine> item = shownPlaces.stream()
                .filter(place -> place.socket().equals(selected))
                .findFirst()
                .map(items::get)
                .orElse(null);
        int row = item == null ? -1 : tree.getRow(item);
        boolean marked = row < 0 || tree.getSelectionModel().isSelected(row);
        if (row == tree.getSelectionModel().getSelectedIndex() && marked) {
            return;
        }
        if (row < 0) {
            tree.getSelectionModel().clearSelection();
        } else {
            tree.getSelectionModel().clearAndSelect(row);
        }
    }

    private void selected(@Nullable TreeItem<TreeLine> item) {
        if (!selecting && item != null && item.getValue().kind() == TreeLine.Kind.SOCKET) {
            commands.select(item.getValue().socketId());
        }
    }

    private void showPeers() {
        List<Node> lines = new ArrayList<>();
        for (PeerRow peer : model.peersProperty().get()) {
            if (peer.running()) {
                lines.add(new PeerLine(peer, words, commands));
            }
        }
        if (!lines.isEmpty()) {
            Label title = new Label(words.text("peer.running"));
            title.getStyleClass().add("section-name");
            lines.add(0, title);
        }
        runningPeers.getChildren().setAll(lines);
        runningPeers.setVisible(!lines.isEmpty());
        runningPeers.setManaged(!lines.isEmpty());
    }
}
