package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.wsk.SocketId;

/**
 * Where cards stand, in pixels at scale 1: the client's own sockets, the connections right of them, and the peers beside their sockets. A card keeps its place as long as it
 * is there; a new one gets the first free place of its column, with room below it for the rows that may be added. Only what a card really grows over moves, and no
 * further than it must. Not thread-safe.
 */
final class GraphPlaces {
    static final double ROOT_WIDTH = 300;
    static final double CONNECTION_WIDTH = 336;
    static final double PEER_WIDTH = 168;
    static final double PEER_HEIGHT = 38;
    /** Columns side by side. */
    static final double WIDTH = ROOT_WIDTH + 108 + CONNECTION_WIDTH + 92 + PEER_WIDTH;

    private static final double CONNECTION_X = ROOT_WIDTH + 108;
    private static final double PEER_X = CONNECTION_X + CONNECTION_WIDTH + 92;
    /** Free below a new card: a call and a line of marks fit in, and what is left still separates. */
    private static final double ROOM = 64;
    /** At least so much stays between two cards, however they grow. */
    private static final double LEAST = 10;
    /** Where the edge to a peer leaves a card: below its header, which does not move when rows are added. */
    static final double EDGE_Y = 52;

    private final Map<SocketId, Box> cards = new LinkedHashMap<>();

    /** One card to place; a connection stands beside its listener, if it has one. */
    record Card(SocketId socket, Place place, @Nullable SocketId listener, double height) {}

    /** Which column a card belongs to. */
    enum Place {
        ROOT,
        CONNECTION
    }

    /** One peer to place beside the socket it talks to. */
    record Peer(String key, SocketId socket) {}

    /** Where everything is. Immutable. */
    record Placement(Map<SocketId, Box> cards, Map<String, Box> peers) {}

    /** Forgets all places: the next placement is as tidy as the first. */
    void clear() {
        cards.clear();
    }

    /** Places what is there now. */
    Placement place(List<Card> wanted, List<Peer> peers) {
        Set<SocketId> ids = wanted.stream().map(Card::socket).collect(Collectors.toSet());
        cards.keySet().retainAll(ids);
        for (Card card : wanted) {
            Box box = cards.get(card.socket());
            if (box != null) {
                cards.put(card.socket(), new Box(box.x(), box.y(), box.width(), card.height()));
            }
        }
        for (Place column : Place.values()) {
            makeRoom(column);
        }
        for (Card card : wanted) {
            Box box = cards.get(card.socket());
            if (box == null || box.x() != x(card.place())) {
                cards.remove(card.socket());
                cards.put(card.socket(), firstFree(card));
            }
        }
        return new Placement(Map.copyOf(cards), placePeers(peers));
    }

    private Box firstFree(Card card) {
        double x = x(card.place());
        Box beside = card.place() == Place.ROOT || card.listener() == null ? null : cards.get(card.listener());
        double y = beside == null ? 0 : beside.y();
        for (Box other : column(x)) {
            if (other.bottom() + LEAST <= y) {
                continue;
            }
            if (y + card.height() + ROOM <= other.y()) {
                break;
            }
            y = Math.max(y, other.bottom() + ROOM);
        }
        return new Box(x, y, card.place() == Place.ROOT ? ROOT_WIDTH : CONNECTION_WIDTH, card.height());
    }

    /** Where a card grew into the next one, that one goes down. */
    private void makeRoom(Place place) {
        List<Map.Entry<SocketId, Box>> column = cards.entrySet().stream()
                .filter(entry -> entry.getValue().x() == x(place))
                .sorted(Comparator.comparingDouble(entry -> entry.getValue().y()))
                .toList();
        double freeFrom = Double.NEGATIVE_INFINITY;
        for (Map.Entry<SocketId, Box> entry : column) {
            Box box = entry.getValue();
            if (box.y() < freeFrom) {
                box = new Box(box.x(), freeFrom, box.width(), box.height());
                cards.put(entry.getKey(), box);
            }
            freeFrom = box.bottom() + LEAST;
        }
    }

    private List<Box> column(double x) {
        return cards.values().stream()
                .filter(box -> box.x() == x)
                .sorted(Comparator.comparingDouble(Box::y))
                .toList();
    }

    private static double x(Place place) {
        return place == Place.ROOT ? 0 : CONNECTION_X;
    }

    /** Peers stand at the height of their sockets, pushed down where two would overlap. */
    private Map<String, Box> placePeers(List<Peer> peers) {
        List<Peer> ordered = new ArrayList<>(
                peers.stream().filter(peer -> cards.containsKey(peer.socket())).toList());
        ordered.sort(Comparator.comparingDouble(peer -> top(peer.socket())));
        Map<String, Box> placed = new HashMap<>();
        double freeFrom = Double.NEGATIVE_INFINITY;
        for (Peer peer : ordered) {
            double y = Math.max(freeFrom, top(peer.socket()) + EDGE_Y - PEER_HEIGHT / 2);
            placed.put(peer.key(), new Box(PEER_X, y, PEER_WIDTH, PEER_HEIGHT));
            freeFrom = y + PEER_HEIGHT + LEAST;
        }
        return placed;
    }

    private double top(SocketId socket) {
        Box box = cards.get(socket);
        if (box == null) {
            throw new IllegalArgumentException("No card was placed for socket " + socket.value());
        }
        return box.y();
    }
}
