package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.wskscope.app.control.TextMeasure;
import org.wskscope.app.view.ViewContext;
import org.wskscope.engine.wsk.SocketId;

/** What the cards of the graph are linked with: peers, edges, the words on them, and what moves along them. FX thread. */
final class GraphLinks {
    private final ZoomPane stage;
    private final ViewContext context;
    private final GraphCards.Shared shared;
    private final TextMeasure measure;
    private final TrafficLayer traffic = new TrafficLayer();
    private final Pane labelLayer = new Pane();
    private final Map<String, PeerBox> peers = new HashMap<>();
    private final Map<String, EdgeLabel> labels = new HashMap<>();
    private Map<String, Edges.Traffic> moved = Map.of();

    /** Puts its layers on the stage, below all cards that come later. */
    GraphLinks(ZoomPane stage, ViewContext context, GraphCards.Shared shared, TextMeasure measure) {
        this.stage = stage;
        this.context = context;
        this.shared = shared;
        this.measure = measure;
        labelLayer.setMouseTransparent(true);
        labelLayer.setManaged(false);
        stage.world().getChildren().addAll(labelLayer, traffic);
    }

    /** {@code boxes} and {@code peerBoxes}: where cards and peers stand, pixels of the graph. */
    void show(
            GraphContent content,
            Map<SocketId, Box> boxes,
            Map<String, Box> peerBoxes,
            double scale,
            double nowSeconds) {
        showPeers(content, peerBoxes, scale);
        showEdges(new Edges(shared.words(), scale).of(content, boxes, peerBoxes), content, scale, nowSeconds);
    }

    boolean isMoving() {
        return traffic.isMoving();
    }

    /** Moves what moves; {@code still}: nothing does, edges only light up. */
    void tick(double nowSeconds, double scale, boolean still) {
        traffic.tick(nowSeconds, scale, still);
    }

    private void showPeers(GraphContent content, Map<String, Box> peerBoxes, double scale) {
        Map<String, PeerBox> kept = new HashMap<>();
        List<Node> gone = new ArrayList<>(peers.values());
        for (GraphContent.PeerEnd peer : content.peers()) {
            String key = peer.key()
                    + (peer.builtIn() == null ? "" : "#" + peer.builtIn().id())
                    + (peer.isMany() ? "x" + peer.count() : "");
            Box place = peerBoxes.get(peer.key());
            if (place == null) {
                continue;
            }
            PeerBox box = peers.get(key);
            if (box == null) {
                box = new PeerBox(peer, context.palette(), shared);
                stage.world().getChildren().add(box);
            }
            gone.remove(box);
            kept.put(key, box);
            box.show(measure, place, scale);
            box.relocate(place.x(), place.y());
        }
        stage.world().getChildren().removeAll(gone);
        peers.clear();
        peers.putAll(kept);
    }

    private void showEdges(List<EdgeLook> edges, GraphContent content, double scale, double nowSeconds) {
        stage.show(edges, content.cards().isEmpty(), scale);
        traffic.follow(edges);
        Set<String> keys = new HashSet<>();
        Map<String, Edges.Traffic> now = Edges.traffic(content);
        for (EdgeLook edge : edges) {
            keys.add(edge.key());
            labels.computeIfAbsent(edge.key(), missing -> label()).show(edge, measure, scale);
            Edges.Traffic next = now.get(edge.key().substring(1));
            if (edge.key().startsWith("p") && next != null) {
                Edges.Traffic last = moved.getOrDefault(edge.key().substring(1), new Edges.Traffic(0, 0));
                if (next.received() > last.received() || next.sent() > last.sent()) {
                    traffic.run(edge, next.sent() <= last.sent(), nowSeconds);
                }
            }
        }
        moved = now;
        labels.entrySet().removeIf(entry -> {
            boolean gone = !keys.contains(entry.getKey());
            if (gone) {
                labelLayer.getChildren().remove(entry.getValue());
            }
            return gone;
        });
    }

    private EdgeLabel label() {
        EdgeLabel label = new EdgeLabel(context.palette());
        labelLayer.getChildren().add(label);
        return label;
    }
}
