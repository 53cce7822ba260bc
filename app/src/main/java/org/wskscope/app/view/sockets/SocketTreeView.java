package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.MenuKeys;
import org.wskscope.app.theme.Icons;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.PeerKind;
import org.wskscope.engine.wsk.SocketId;

/** The client and its sockets as a tree: accepted sockets under their listeners, closed ones under one line. FX thread. */
final class SocketTreeView extends VBox {
    /** States that change more often than so cannot be read. */
    private static final long REFRESH_NANOS = 100_000_000;

    private final SocketTreeViewModel model;
    private final SocketText words;
    private final SocketForms forms;
    private final SocketCommandSender commands;
    private final SocketMenus menus;
    private final TreeItem<TreeLine> root = new TreeItem<>(TreeLine.CLIENT);
    private final TreeItem<TreeLine> closed = new TreeItem<>(TreeLine.CLOSED);
    private final TreeView<TreeLine> tree = new TreeView<>(root);
    private final Button add = new Button();
    private final Button peers = new Button();
    private final ContextMenu peerMenu = new ContextMenu();
    private final RunningPeers runningPeers;
    private final Map<TreeLine, TreeItem<TreeLine>> items = new HashMap<>();
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long nowNanos) {
            tick();
        }
    };
    private List<TreeOutline.Entry> shownEntries = List.of();
    private int shownClosed = -1;
    private @Nullable SocketId shownSelected;
    private long refreshedAt;
    private boolean looking;
    private boolean running;
    private boolean selecting;

    SocketTreeView(SocketTreeViewModel model, SocketMenus menus, SocketForms forms, SocketCommandSender commands) {
        this.model = model;
        this.menus = menus;
        this.forms = forms;
        this.commands = commands;
        words = forms.words();
        setId("sockets");
        getStyleClass().add("panel");
        tree.setId("socket-tree");
        tree.setCellFactory(view -> new SocketTreeCell(model, words, menus));
        root.setExpanded(true);
        VBox.setVgrow(tree, Priority.ALWAYS);
        runningPeers = new RunningPeers(words, commands);
        getChildren().addAll(tree, runningPeers);
        prepareActions();
        tree.getSelectionModel().selectedItemProperty().addListener((o, old, now) -> selected(now));
        closed.expandedProperty().addListener((o, old, now) -> fillClosed());
        tree.setOnContextMenuRequested(this::menuRequested);
        MenuKeys.install(tree);
        model.session().snapshotProperty().addListener((o, old, now) -> wake());
        model.peersProperty().addListener((o, old, now) -> wake());
        model.session().troubleProperty().addListener((o, old, now) -> refresh());
        model.selectedProperty().addListener((o, old, now) -> refresh());
        model.folding().changesProperty().addListener((o, old, now) -> refresh());
        commands.behavioursProperty().addListener((o, old, now) -> refresh());
        refresh();
    }

    void start() {
        looking = true;
        refresh();
        wake();
    }

    void stop() {
        looking = false;
        rest();
    }

    private void wake() {
        if (looking && !running) {
            running = true;
            pulse.start();
        }
    }

    private void rest() {
        running = false;
        pulse.stop();
    }

    private void tick() {
        if (System.nanoTime() - refreshedAt >= REFRESH_NANOS) {
            refresh();
        }
        if (!model.isBehind()) {
            rest();
        }
    }

    /** The menu key asks the tree, not the line; the menu opens at the line all the same. */
    private void menuRequested(ContextMenuEvent event) {
        TreeItem<TreeLine> item = tree.getSelectionModel().getSelectedItem();
        SocketRow row = item == null || item.getValue().kind() != TreeLine.Kind.SOCKET
                ? null
                : model.row(item.getValue().socketId());
        if (event.isKeyboardTrigger() && row != null && !row.isClosed()) {
            Node line = tree.lookupAll(".tree-cell").stream()
                    .filter(cell -> cell instanceof SocketTreeCell shown && shown.getTreeItem() == item)
                    .findFirst()
                    .orElse(tree);
            Bounds at = line.localToScreen(line.getLayoutBounds());
            menus.socketMenu(row, tree).show(tree, at.getMinX() + at.getWidth() / 4, at.getCenterY());
            event.consume();
        }
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
        PeerForm.show(kind, openRows(), forms, peers.getScene() == null ? this : peers);
    }

    private List<SocketRow> openRows() {
        List<SocketRow> rows = new ArrayList<>();
        model.session().snapshot().sockets().visitOpen(rows::add);
        return rows;
    }

    private void refresh() {
        refreshedAt = System.nanoTime();
        selecting = true;
        model.refresh();
        List<TreeOutline.Entry> entries = model.entries(this::isExpanded);
        if (!entries.equals(shownEntries) || model.closedCount() != shownClosed) {
            shownEntries = entries;
            shownClosed = model.closedCount();
            arrange();
        }
        showSelected();
        showPeers();
        selecting = false;
    }

    private boolean isExpanded(TreeLine line) {
        TreeItem<TreeLine> item = items.get(line);
        return item != null && item.isExpanded();
    }

    /** A socket that turns out to be an accepted one gets a new item: an item that changes its parent keeps the old indent. */
    private void arrange() {
        Set<TreeLine> used = new HashSet<>();
        List<TreeItem<TreeLine>> roots = new ArrayList<>(arranged(shownEntries, used));
        if (shownClosed > 0) {
            roots.add(closed);
            fillClosed();
        }
        setChildren(root, roots);
        items.keySet().retainAll(used);
    }

    private List<TreeItem<TreeLine>> arranged(List<TreeOutline.Entry> entries, Set<TreeLine> used) {
        List<TreeItem<TreeLine>> arranged = new ArrayList<>();
        for (TreeOutline.Entry entry : entries) {
            TreeItem<TreeLine> item = items.computeIfAbsent(entry.line(), this::made);
            used.add(entry.line());
            setChildren(item, arranged(entry.children(), used));
            arranged.add(item);
        }
        return arranged;
    }

    private TreeItem<TreeLine> made(TreeLine line) {
        TreeItem<TreeLine> item = new TreeItem<>(line);
        item.setExpanded(line.kind() == TreeLine.Kind.SOCKET);
        if (line.kind() == TreeLine.Kind.GROUP) {
            item.expandedProperty().addListener((o, old, now) -> refresh());
        }
        return item;
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

    /** Takes away and adds only what differs: a line that stays keeps its cell. */
    private static void setChildren(TreeItem<TreeLine> parent, List<TreeItem<TreeLine>> children) {
        List<TreeItem<TreeLine>> shown = parent.getChildren();
        Set<TreeItem<TreeLine>> wanted = new HashSet<>(children);
        shown.removeIf(child -> !wanted.contains(child));
        for (int i = 0; i < children.size(); i++) {
            if (i >= shown.size() || shown.get(i) != children.get(i)) {
                shown.remove(children.get(i));
                shown.add(i, children.get(i));
            }
        }
    }

    /** Compares rows, not lines: a tree that grew above its selected line would mark another one. */
    private void showSelected() {
        SocketId selected = model.selectedProperty().get();
        TreeItem<TreeLine> current = tree.getSelectionModel().getSelectedItem();
        boolean onOtherLine = current != null && current.getValue().kind() != TreeLine.Kind.SOCKET;
        if (onOtherLine && Objects.equals(selected, shownSelected)) {
            return;
        }
        shownSelected = selected;
        TreeItem<TreeLine> item = itemOf(selected);
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

    private @Nullable TreeItem<TreeLine> itemOf(@Nullable SocketId socket) {
        if (socket == null || !model.open().isOpen(socket)) {
            return null;
        }
        SocketId listener = model.open().listenerOf(socket);
        int parent = listener == null ? 0 : listener.value();
        TreeItem<TreeLine> item = items.get(TreeLine.socket(socket.value(), parent));
        Doing doing = model.open().doing(model.open().row(socket.value()));
        return item == null ? items.get(TreeLine.inGroup(socket.value(), parent, doing)) : item;
    }

    private void selected(@Nullable TreeItem<TreeLine> item) {
        if (!selecting && item != null && item.getValue().kind() == TreeLine.Kind.SOCKET) {
            commands.select(item.getValue().socketId());
        }
    }

    private void showPeers() {
        runningPeers.show(model.peersProperty().get());
    }
}
