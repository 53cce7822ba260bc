package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.wsk.SocketId;

/**
 * Puts cards into columns: the client's own sockets, the connections, and the peers beside their connections. A listener stands beside the middle of what it
 * accepted. Pure.
 */
final class GraphLayout {
    static final double ROOT_WIDTH = 268;
    static final double CONNECTION_WIDTH = 316;
    static final double PEER_WIDTH = 160;
    static final double PEER_HEIGHT = 36;
    private static final double FIRST_GAP = 112;
    private static final double SECOND_GAP = 116;
    private static final double ALONE_WIDTH = 220;
    private static final double GAP_ALONE = 24;
    private static final double BETWEEN = 28;

    /** One card to place; {@code height} in pixels at UI scale 1. */
    record Card(SocketId socket, Place place, @Nullable SocketId listener, double height) {
        boolean connection() {
            return place == Place.CONNECTION;
        }
    }

    /** Which column a card belongs to. */
    enum Place {
        ROOT,
        CONNECTION,
        /** Nothing can lead to it or from it: it fills the room that is left. */
        ALONE
    }

    /** One peer to place beside the socket it talks to. */
    record Peer(String key, SocketId socket) {}

    /** Where everything is. */
    record Placement(Map<SocketId, Box> cards, Map<String, Box> peers, double width, double height) {}

    private GraphLayout() {}

    /** Places everything; all lengths of the answer are multiplied by {@code scale}. */
    static Placement place(List<Card> cards, List<Peer> peers, double scale) {
        Map<SocketId, Box> placed = new LinkedHashMap<>();
        boolean hasRoots = cards.stream().anyMatch(card -> card.place() == Place.ROOT);
        double connectionX = hasRoots ? ROOT_WIDTH + FIRST_GAP : 0;
        stack(connectionsInOrder(cards), connectionX, CONNECTION_WIDTH, placed);
        stack(roots(cards), 0, ROOT_WIDTH, placed);
        boolean hasConnections = cards.stream().anyMatch(Card::connection);
        double peerX = hasConnections ? connectionX + CONNECTION_WIDTH + SECOND_GAP : ROOT_WIDTH + FIRST_GAP;
        Map<String, Box> peerBoxes = placePeers(peers, placed, peerX);
        placeAlone(cards, hasRoots && hasConnections ? peerX : connectionX, placed, peerBoxes);
        return scaled(placed, peerBoxes, scale);
    }

    private static List<Card> roots(List<Card> cards) {
        return cards.stream().filter(card -> card.place() == Place.ROOT).toList();
    }

    /** Connections of the same listener together, so that their arrows do not cross. */
    private static List<Card> connectionsInOrder(List<Card> cards) {
        List<Card> ordered = new ArrayList<>();
        for (Card root : roots(cards)) {
            cards.stream()
                    .filter(card -> card.connection() && root.socket().equals(card.listener()))
                    .forEach(ordered::add);
        }
        cards.stream()
                .filter(card -> card.connection() && !ordered.contains(card))
                .forEach(ordered::add);
        return ordered;
    }

    private static void stack(List<Card> column, double x, double width, Map<SocketId, Box> placed) {
        double y = 0;
        for (Card card : column) {
            placed.put(card.socket(), new Box(x, y, width, card.height()));
            y += card.height() + BETWEEN;
        }
    }

    private static void placeAlone(List<Card> cards, double x, Map<SocketId, Box> placed, Map<String, Box> peerBoxes) {
        List<Box> taken = new ArrayList<>(placed.values());
        taken.addAll(peerBoxes.values());
        for (Card card : cards) {
            if (card.place() == Place.ALONE) {
                taken.sort(Comparator.comparingDouble(Box::y));
                Box box = firstFree(new Box(x, 0, ALONE_WIDTH, card.height()), taken);
                placed.put(card.socket(), box);
                taken.add(box);
            }
        }
    }

    /** The box moved down until it is clear of the others, which are in order of their tops. */
    private static Box firstFree(Box wanted, List<Box> taken) {
        Box box = wanted;
        for (Box other : taken) {
            boolean sameColumn = other.right() > box.x() && other.x() < box.right();
            boolean close = other.bottom() + GAP_ALONE > box.y() && other.y() < box.bottom() + GAP_ALONE;
            if (sameColumn && close) {
                box = new Box(box.x(), other.bottom() + GAP_ALONE, box.width(), box.height());
            }
        }
        return box;
    }

    /** Peers stand beside their sockets, pushed down where two would overlap. */
    private static Map<String, Box> placePeers(List<Peer> peers, Map<SocketId, Box> cards, double x) {
        Map<String, Box> placed = new LinkedHashMap<>();
        List<Peer> ordered = peers.stream()
                .filter(peer -> cards.containsKey(peer.socket()))
                .sorted((one, other) -> Double.compare(
                        boxOf(cards, one.socket()).middleY(),
                        boxOf(cards, other.socket()).middleY()))
                .toList();
        double freeFrom = Double.NEGATIVE_INFINITY;
        for (Peer peer : ordered) {
            double y = Math.max(freeFrom, boxOf(cards, peer.socket()).middleY() - PEER_HEIGHT / 2);
            placed.put(peer.key(), new Box(x, y, PEER_WIDTH, PEER_HEIGHT));
            freeFrom = y + PEER_HEIGHT + BETWEEN / 2;
        }
        return placed;
    }

    private static Box boxOf(Map<SocketId, Box> cards, SocketId socket) {
        Box box = cards.get(socket);
        if (box == null) {
            throw new IllegalArgumentException("No card was placed for socket " + socket.value());
        }
        return box;
    }

    private static Placement scaled(Map<SocketId, Box> cards, Map<String, Box> peers, double scale) {
        Map<SocketId, Box> scaledCards = new LinkedHashMap<>();
        cards.forEach((socket, box) -> scaledCards.put(socket, scaled(box, scale)));
        Map<String, Box> scaledPeers = new LinkedHashMap<>();
        peers.forEach((key, box) -> scaledPeers.put(key, scaled(box, scale)));
        double width = 0;
        double height = 0;
        for (Map<?, Box> boxes : List.of(scaledCards, scaledPeers)) {
            for (Box box : boxes.values()) {
                width = Math.max(width, box.right());
                height = Math.max(height, box.bottom());
            }
        }
        return new Placement(scaledCards, scaledPeers, width, height);
    }

    private static Box scaled(Box box, double scale) {
        return new Box(box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale);
    }
}
