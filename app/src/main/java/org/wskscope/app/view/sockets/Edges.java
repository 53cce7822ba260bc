package org.wskscope.app.view.sockets;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wskscope.app.control.ByteText;
import org.wskscope.app.control.DrawnItem;
import org.wskscope.app.theme.Token;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.PeerRow;
import org.wskscope.engine.trace.AcceptRoute;
import org.wskscope.engine.wsk.SocketId;

/** Makes the graph's edges out of what is shown and where it stands. Pure. */
final class Edges {
    private final SocketText words;
    private final double scale;

    Edges(SocketText words, double scale) {
        this.words = words;
        this.scale = scale;
    }

    /** Bytes that went over a peer's edge so far, seen from our socket. */
    record Traffic(long received, long sent) {
        boolean isNothing() {
            return received == 0 && sent == 0;
        }
    }

    /** {@code cards} and {@code peers}: where they stand, pixels of the graph. */
    List<EdgeLook> of(GraphContent content, Map<SocketId, Box> cards, Map<String, Box> peers) {
        List<EdgeLook> edges = new ArrayList<>();
        for (GraphContent.Inheritance arrow : content.inheritances()) {
            Box from = cards.get(arrow.listener());
            Box to = cards.get(arrow.accepted());
            if (from != null && to != null) {
                boolean byEvent = arrow.route() == AcceptRoute.EVENT;
                double leave = byEvent ? GraphPlaces.EDGE_Y : GraphPlaces.EDGE_Y * 1.6;
                edges.add(new EdgeLook(
                        "i" + arrow.accepted().value(),
                        EdgeLook.between(
                                from,
                                leave * scale,
                                to,
                                GraphPlaces.EDGE_Y * scale,
                                new EdgeLook.Stroke(byEvent ? Token.ACCEPT : Token.TEXT_3, byEvent)),
                        true,
                        words.inheritance(arrow)));
            }
        }
        Map<String, Traffic> traffic = traffic(content);
        for (GraphContent.PeerEnd peer : content.peers()) {
            Box from = cards.get(peer.socket());
            Box to = peers.get(peer.key());
            Traffic moved = traffic.get(peer.key());
            if (from != null && to != null && moved != null) {
                edges.add(new EdgeLook(
                        "p" + peer.key(),
                        EdgeLook.between(
                                from,
                                GraphPlaces.EDGE_Y * scale,
                                to,
                                to.height() / 2,
                                new EdgeLook.Stroke(Token.TEXT_3, false)),
                        false,
                        moved.isNothing() ? "" : ByteText.of(moved.received() + moved.sent())));
            }
        }
        return edges;
    }

    /** The lines and arrow heads of the edges. */
    static List<DrawnItem> draw(List<EdgeLook> edges, double scale) {
        List<DrawnItem> items = new ArrayList<>();
        double size = 7 * scale;
        for (EdgeLook edge : edges) {
            DrawnItem.Curve curve = edge.curve();
            items.add(curve);
            if (edge.arrow()) {
                items.add(new DrawnItem.Shape(
                        List.of(
                                curve.endX(),
                                curve.endY(),
                                curve.endX() - size * 1.3,
                                curve.endY() - size * 0.75,
                                curve.endX() - size * 1.3,
                                curve.endY() + size * 0.75),
                        Token.TEXT_2));
            }
        }
        return items;
    }

    /** What moved so far on each peer's edge, by the peer's key. */
    static Map<String, Traffic> traffic(GraphContent content) {
        Map<SocketId, SocketRow> rows = new HashMap<>();
        content.cards().forEach(row -> rows.put(row.id(), row));
        Map<String, Traffic> traffic = new HashMap<>();
        for (GraphContent.PeerEnd peer : content.peers()) {
            PeerRow builtIn = peer.builtIn();
            SocketRow row = rows.get(peer.socket());
            InetSocketAddress remote = row == null ? null : row.remote();
            if (remote == null && builtIn != null) {
                traffic.put(peer.key(), new Traffic(builtIn.bytesSent(), builtIn.bytesReceived()));
            } else if (row != null) {
                traffic.put(
                        peer.key(),
                        new Traffic(
                                row.counters().bytesReceived(), row.counters().bytesSent()));
            }
        }
        return traffic;
    }
}
