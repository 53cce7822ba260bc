package org.wskscope.app.view.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.app.view.sockets.GraphPlaces.Card;
import org.wskscope.app.view.sockets.GraphPlaces.Peer;
import org.wskscope.app.view.sockets.GraphPlaces.Place;
import org.wskscope.engine.wsk.SocketId;

class GraphPlacesTest {
    private static final SocketId L1 = new SocketId(1);
    private static final SocketId D1 = new SocketId(2);
    private static final SocketId C1 = new SocketId(3);
    private static final SocketId C2 = new SocketId(4);

    private final GraphPlaces places = new GraphPlaces();

    @Test
    void listenersStandLeftOfConnectionsAndPeersRight() {
        GraphPlaces.Placement placement = places.place(
                List.of(root(L1, 166), root(D1, 94), connection(C1, L1, 142)), List.of(new Peer("s3", C1)));

        Box listener = box(placement, L1);
        Box connection = box(placement, C1);
        Box peer = placement.peers().get("s3");
        assertThat(listener.right()).isLessThan(connection.x());
        assertThat(connection.right()).isLessThan(peer.x());
        assertThat(peer.y()).isBetween(connection.y(), connection.bottom());
        assertThat(box(placement, D1).y()).isGreaterThan(listener.bottom());
        assertThat(peer.right()).isEqualTo(GraphPlaces.WIDTH);
    }

    @Test
    void aRowAddedToACardMovesNoOther() {
        List<Card> before = List.of(root(L1, 166), root(D1, 94), connection(C1, L1, 142), connection(C2, L1, 142));
        GraphPlaces.Placement first = places.place(before, List.of());
        double grown = CardLayout.ROW + CardLayout.MARKS - 2;

        GraphPlaces.Placement second = places.place(
                List.of(root(L1, 166 + 48), root(D1, 94), connection(C1, L1, 142 + grown), connection(C2, L1, 142)),
                List.of());

        assertThat(box(second, D1)).isEqualTo(box(first, D1));
        assertThat(box(second, C2)).isEqualTo(box(first, C2));
        assertThat(box(second, C1).y()).isEqualTo(box(first, C1).y());
    }

    @Test
    void aCardThatGoesLeavesItsPlaceToTheNextOneAndTheOthersStay() {
        List<Card> three = List.of(connection(C1, null, 142), connection(C2, null, 142), connection(D1, null, 142));
        Map<SocketId, Box> before = places.place(three, List.of()).cards();
        SocketId next = new SocketId(9);

        Map<SocketId, Box> without =
                places.place(List.of(three.get(0), three.get(2)), List.of()).cards();
        Map<SocketId, Box> after = places.place(
                        List.of(connection(next, null, 120), three.get(0), three.get(2)), List.of())
                .cards();

        assertThat(without).containsEntry(C1, before.get(C1)).containsEntry(D1, before.get(D1));
        assertThat(after).containsEntry(C1, before.get(C1)).containsEntry(D1, before.get(D1));
        assertThat(after.get(next).y()).isEqualTo(before.get(C2).y());
    }

    @Test
    void aConnectionStandsBesideItsListener() {
        SocketId l2 = new SocketId(7);
        GraphPlaces.Placement placement =
                places.place(List.of(root(L1, 166), root(l2, 166), connection(C1, l2, 142)), List.of());

        assertThat(box(placement, C1).y()).isEqualTo(box(placement, l2).y());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingOverlapsHoweverCardsComeGrowAndGo(long seed) {
        Random random = new Random(seed);
        List<Card> cards = new ArrayList<>();
        for (int round = 0; round < 60; round++) {
            int id = 1 + random.nextInt(24);
            cards.removeIf(card -> card.socket().value() == id);
            if (random.nextInt(4) > 0) {
                double height = 60 + random.nextInt(220);
                SocketId socket = new SocketId(id);
                cards.add(id % 3 == 0 ? root(socket, height) : connection(socket, L1, height));
            }
            List<Peer> peers = cards.stream()
                    .filter(card -> card.socket().value() % 2 == 0)
                    .map(card -> new Peer("s" + card.socket().value(), card.socket()))
                    .toList();

            GraphPlaces.Placement placement = places.place(cards, peers);

            List<Box> boxes = new ArrayList<>(placement.cards().values());
            boxes.addAll(placement.peers().values());
            assertThat(boxes).hasSize(cards.size() + peers.size());
            assertApart(seed, boxes);
        }
    }

    @Test
    void theViewBeginsAtFullSizeWhateverThereIs() {
        assertThat(GraphViewport.atStart(GraphPlaces.WIDTH, 400, 300, 1).zoom()).isEqualTo(1);
        GraphViewport wide = GraphViewport.atStart(GraphPlaces.WIDTH, GraphPlaces.WIDTH + 200, 300, 1);
        assertThat(wide.x()).isEqualTo(100);
    }

    @Test
    void zoomingKeepsWhatIsUnderThePointer() {
        GraphViewport before = new GraphViewport(20, 10, 1);

        GraphViewport after = before.zoomedAt(220, 110, 2);

        assertThat((220 - after.x()) / after.zoom()).isEqualTo((220 - before.x()) / before.zoom());
        assertThat(before.zoomedAt(0, 0, 1000).zoom()).isEqualTo(GraphViewport.MOST_ZOOM);
    }

    @Test
    void aCardComesIntoViewByTheSmallestMoveAndOneTooLargeBeginsInView() {
        GraphViewport at = new GraphViewport(0, 0, 1);

        assertThat(at.revealing(new Box(20, 20, 100, 100), 400, 300, 10)).isEqualTo(at);
        assertThat(at.revealing(new Box(500, 20, 100, 100), 400, 300, 10)).isEqualTo(new GraphViewport(-210, 0, 1));
        assertThat(at.revealing(new Box(20, 400, 100, 900), 400, 300, 10)).isEqualTo(new GraphViewport(0, -390, 1));
    }

    private static void assertApart(long seed, List<Box> boxes) {
        for (Box one : boxes) {
            for (Box other : boxes) {
                boolean apart = one.right() <= other.x()
                        || other.right() <= one.x()
                        || one.bottom() <= other.y()
                        || other.bottom() <= one.y();
                assertThat(one == other || apart)
                        .as("seed %d: %s and %s", seed, one, other)
                        .isTrue();
            }
        }
    }

    private static Box box(GraphPlaces.Placement placement, SocketId socket) {
        Box box = placement.cards().get(socket);
        assertThat(box).isNotNull();
        return box;
    }

    private static Card root(SocketId id, double height) {
        return new Card(id, Place.ROOT, null, height);
    }

    private static Card connection(SocketId id, @Nullable SocketId listener, double height) {
        return new Card(id, Place.CONNECTION, listener, height);
    }
}
