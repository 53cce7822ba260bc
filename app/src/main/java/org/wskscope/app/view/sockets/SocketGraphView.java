package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.ByteText;
import org.wskscope.app.control.EmptyHint;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.ViewContext;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.trace.AcceptRoute;
import org.wskscope.engine.wsk.SocketId;

/** The socket graph: a card for each socket, arrows for inherited masks, edges to peers. FX thread. */
final class SocketGraphView extends StackPane {
    private static final double NANOS_PER_SECOND = 1e9;

    private final SocketGraphViewModel model;
    private final ViewContext context;
    private final SocketWords words;
    private final CardRequests requests;
    private final SocketCommands commands;
    private final GraphStage stage;
    private final Label more = new Label();
    private final Node hint;
    private final Map<SocketId, SocketCard> cards = new HashMap<>();
    private final Map<String, PeerBox> peers = new HashMap<>();
    private final Map<String, EdgeNode> edges = new LinkedHashMap<>();
    private final InvalidationListener refresh = this::refresh;
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long nowNanos) {
            tick(nowNanos / NANOS_PER_SECOND);
        }
    };
    private boolean fitting = true;
    private GraphLayout.@Nullable Placement placement;
    private double pulseSeconds;

    SocketGraphView(
            SocketGraphViewModel model,
            ViewContext context,
            SocketWords words,
            CardRequests requests,
            SocketCommands commands) {
        this.model = model;
        this.context = context;
        this.words = words;
        this.requests = requests;
        this.commands = commands;
        setId("socket-graph");
        stage = new GraphStage(context.palette(), moved -> fitting = false);
        stage.widthProperty().addListener((o, old, now) -> fitIfWanted());
        stage.heightProperty().addListener((o, old, now) -> fitIfWanted());
        hint = new EmptyHint(Icons.SOCKETS, words.text("graph.empty"), words.text("graph.empty.next"));
        hint.setMouseTransparent(true);
        more.getStyleClass().addAll("status-pill", "hue-neutral", "more-sockets");
        more.setId("more-sockets");
        StackPane.setAlignment(more, Pos.BOTTOM_RIGHT);
        getChildren().addAll(stage, hint, more);
        model.contentProperty().addListener(refresh);
        model.selectedProperty().addListener(refresh);
        model.answerProperty().addListener(refresh);
        context.uiScale().addListener(refresh);
        refresh(model.contentProperty());
    }

    void start() {
        pulse.start();
    }

    void stop() {
        pulse.stop();
    }

    void dispose() {
        stop();
        context.uiScale().removeListener(refresh);
    }

    /** Everything in view, and keeps it there until somebody zooms or pans. */
    void fit() {
        fitting = true;
        fitIfWanted();
    }

    /** Where a form about the socket is shown. */
    Node anchorOf(SocketId socket) {
        SocketCard card = cards.get(socket);
        return card == null ? this : card;
    }

    void zoomBy(double factor) {
        stage.zoomBy(factor);
    }

    private void refresh(Observable changed) {
        GraphContent content = model.contentProperty().get();
        model.answerProperty().get();
        double scale = context.uiScale().get();
        showCards(content, scale);
        showPeers(content);
        boolean moved = place(content, scale);
        showEdges(content, scale);
        hint.setVisible(content.cards().isEmpty());
        more.setVisible(content.hidden() > 0);
        more.setText(words.text("graph.more", content.hidden()));
        if (moved) {
            fitIfWanted();
        }
    }

    private void showCards(GraphContent content, double scale) {
        Set<SocketId> wanted = content.cards().stream().map(SocketRow::id).collect(Collectors.toSet());
        cards.entrySet().removeIf(entry -> {
            boolean gone = !wanted.contains(entry.getKey());
            if (gone) {
                stage.world().getChildren().remove(entry.getValue());
            }
            return gone;
        });
        SocketId selected = model.selectedProperty().get();
        for (SocketRow row : content.cards()) {
            SocketCard card = cards.get(row.id());
            if (card == null) {
                card = new SocketCard(row, words, requests);
                cards.put(row.id(), card);
                stage.world().getChildren().add(card);
            }
            card.show(row, model.visibleCalls(row), model.visibleWaits(row), scale);
            card.setSelected(row.id().equals(selected));
            CardAnswer answer = model.answerFor(row.id());
            card.showAnswer(answer.text(), answer.hue());
        }
    }

    private void showPeers(GraphContent content) {
        Map<String, PeerBox> kept = new HashMap<>();
        List<Node> gone = new ArrayList<>(peers.values());
        for (GraphContent.PeerEnd peer : content.peers()) {
            String key = peer.key()
                    + (peer.builtIn() == null ? "" : "#" + peer.builtIn().id());
            PeerBox box = peers.get(key);
            if (box == null) {
                box = new PeerBox(peer, words, commands);
                stage.world().getChildren().add(box);
            }
            gone.remove(box);
            kept.put(key, box);
            box.setUserData(peer.key());
        }
        stage.world().getChildren().removeAll(gone);
        peers.clear();
        peers.putAll(kept);
    }

    private boolean place(GraphContent content, double scale) {
        List<GraphLayout.Card> toPlace = content.cards().stream()
                .map(row -> new GraphLayout.Card(
                        row.id(),
                        SocketEvents.place(row),
                        row.listener(),
                        SocketCard.heightOf(
                                row,
                                model.visibleCalls(row).size()
                                        + model.visibleWaits(row).size())))
                .toList();
        List<GraphLayout.Peer> peersToPlace = content.peers().stream()
                .map(peer -> new GraphLayout.Peer(peer.key(), peer.socket()))
                .toList();
        GraphLayout.Placement next = GraphLayout.place(toPlace, peersToPlace, scale);
        if (next.equals(placement) && peers.values().stream().allMatch(box -> box.getWidth() > 0)) {
            return false;
        }
        placement = next;
        next.cards().forEach((id, box) -> put(cards.get(id), box));
        for (PeerBox peer : peers.values()) {
            put(peer, next.peers().get(String.valueOf(peer.getUserData())));
        }
        return true;
    }

    private static void put(@Nullable Region node, @Nullable Box box) {
        if (node != null && box != null) {
            node.setPrefSize(box.width(), box.height());
            node.setMinSize(box.width(), box.height());
            node.setMaxSize(box.width(), box.height());
            node.relocate(box.x(), box.y());
        }
    }

    private void showEdges(GraphContent content, double scale) {
        GraphLayout.Placement placed = placement;
        if (placed == null) {
            return;
        }
        Map<String, EdgeNode> kept = new LinkedHashMap<>();
        for (GraphContent.Inheritance arrow : content.inheritances()) {
            String key = "i" + arrow.accepted().value();
            EdgeNode edge = edge(key, true, arrow.route() == AcceptRoute.EVENT ? "inherits" : "by-accept");
            edge.setLabel(words.inheritance(arrow));
            Box from = placed.cards().get(arrow.listener());
            Box to = placed.cards().get(arrow.accepted());
            if (from != null && to != null) {
                double leave = arrow.route() == AcceptRoute.EVENT ? 0.42 : 0.7;
                edge.place(EdgeShape.between(from, leave, to, 0.42), scale);
            }
            kept.put(key, edge);
        }
        for (GraphContent.PeerEnd peer : content.peers()) {
            String key = "p" + peer.key();
            EdgeNode edge = edge(key, false, "traffic");
            Box from = placed.cards().get(peer.socket());
            Box to = placed.peers().get(peer.key());
            if (from != null && to != null) {
                edge.place(EdgeShape.between(from, 0.5, to, 0.5), scale);
            }
            showTraffic(edge, peer, content);
            kept.put(key, edge);
        }
        edges.entrySet().removeIf(entry -> {
            boolean gone = !kept.containsKey(entry.getKey());
            if (gone) {
                stage.world().getChildren().remove(entry.getValue());
            }
            return gone;
        });
    }

    private EdgeNode edge(String key, boolean arrow, String styleClass) {
        EdgeNode edge = edges.get(key);
        if (edge == null) {
            edge = new EdgeNode(arrow, styleClass);
            edges.put(key, edge);
            stage.world().getChildren().add(0, edge);
        }
        return edge;
    }

    private void showTraffic(EdgeNode edge, GraphContent.PeerEnd peer, GraphContent content) {
        Traffic traffic = Traffic.of(peer, content);
        Object before = edge.getUserData();
        edge.setUserData(traffic);
        edge.setLabel(traffic.isNothing() ? "" : ByteText.of(traffic.total()));
        boolean moved = before instanceof Traffic ? traffic.hasMovedSince((Traffic) before) : !traffic.isNothing();
        if (moved) {
            boolean outgoing = before instanceof Traffic && traffic.sent() > ((Traffic) before).sent();
            edge.run(pulseSeconds, !outgoing);
        }
    }

    private void fitIfWanted() {
        GraphLayout.Placement placed = placement;
        if (fitting && placed != null) {
            stage.setViewport(
                    GraphViewport.fitting(placed.width(), placed.height(), stage.getWidth(), stage.getHeight()));
        }
    }

    private void tick(double seconds) {
        pulseSeconds = seconds;
        long now = model.nowNanos();
        cards.values().forEach(card -> card.tick(now));
        boolean still = context.reduceMotion().get();
        edges.values().forEach(edge -> edge.tick(seconds, still));
        model.tick();
    }
}
