package org.wskscope.app.view.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.app.view.sockets.GraphLayout.Card;
import org.wskscope.app.view.sockets.GraphLayout.Peer;
import org.wskscope.app.view.sockets.GraphLayout.Place;
import org.wskscope.engine.wsk.SocketId;

class GraphLayoutTest {
    private static final SocketId L1 = new SocketId(1);
    private static final SocketId D1 = new SocketId(2);
    private static final SocketId C1 = new SocketId(3);
    private static final SocketId B1 = new SocketId(4);

    @Test
    void listenersStandLeftOfConnectionsAndPeersRight() {
        GraphLayout.Placement placement = GraphLayout.place(
                List.of(
                        card(L1, Place.ROOT, null, 160),
                        card(D1, Place.ROOT, null, 90),
                        card(C1, Place.CONNECTION, L1, 170)),
                List.of(new Peer("s3", C1)),
                1);

        Box listener = placement.cards().get(L1);
        Box connection = placement.cards().get(C1);
        Box peer = placement.peers().get("s3");
        assertThat(listener.right()).isLessThan(connection.x());
        assertThat(connection.right()).isLessThan(peer.x());
        assertThat(peer.middleY()).isEqualTo(connection.middleY());
        assertThat(placement.cards().get(D1).y()).isGreaterThan(listener.bottom());
        assertThat(placement.width()).isEqualTo(peer.right());
    }

    @Test
    void everythingGrowsWithTheUiScale() {
        List<Card> cards = List.of(card(L1, Place.ROOT, null, 160));

        Box at100 = GraphLayout.place(cards, List.of(), 1).cards().get(L1);
        Box at150 = GraphLayout.place(cards, List.of(), 1.5).cards().get(L1);

        assertThat(at150).isEqualTo(new Box(at100.x(), at100.y(), at100.width() * 1.5, at100.height() * 1.5));
    }

    @Test
    void aSocketAloneFillsTheRoomBetweenPeers() {
        SocketId c2 = new SocketId(5);
        GraphLayout.Placement placement = GraphLayout.place(
                List.of(
                        card(L1, Place.ROOT, null, 160),
                        card(C1, Place.CONNECTION, L1, 170),
                        card(c2, Place.CONNECTION, L1, 170),
                        card(B1, Place.ALONE, null, 70)),
                List.of(new Peer("s3", C1), new Peer("s5", c2)),
                1);

        Box alone = placement.cards().get(B1);
        assertThat(alone.y()).isGreaterThan(placement.peers().get("s3").bottom());
        assertThat(alone.bottom()).isLessThan(placement.peers().get("s5").y());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingOverlaps(long seed) {
        Random random = new Random(seed);
        List<Card> cards = new ArrayList<>();
        List<Peer> peers = new ArrayList<>();
        for (int id = 1; id <= 18; id++) {
            SocketId socket = new SocketId(id);
            Place place = Place.values()[random.nextInt(Place.values().length)];
            cards.add(card(socket, place, random.nextBoolean() ? L1 : null, 60 + random.nextInt(200)));
            if (place != Place.ALONE && random.nextBoolean()) {
                peers.add(new Peer("s" + id, socket));
            }
        }

        GraphLayout.Placement placement = GraphLayout.place(cards, peers, 1);

        List<Box> boxes = new ArrayList<>(placement.cards().values());
        boxes.addAll(placement.peers().values());
        assertThat(boxes).hasSize(cards.size() + peers.size());
        for (Box one : boxes) {
            for (Box other : boxes) {
                assertThat(one == other || apart(one, other))
                        .as("seed %d: %s and %s", seed, one, other)
                        .isTrue();
            }
        }
    }

    @Test
    void fittingShowsEverythingAndIsNeverLargerThanLife() {
        GraphViewport small = GraphViewport.fitting(400, 200, 1000, 500);
        GraphViewport large = GraphViewport.fitting(2000, 200, 1000, 500);

        assertThat(small.zoom()).isEqualTo(1);
        assertThat(large.x() + 2000 * large.zoom()).isLessThanOrEqualTo(1000);
    }

    @Test
    void zoomingKeepsWhatIsUnderThePointer() {
        GraphViewport before = new GraphViewport(20, 10, 1);

        GraphViewport after = before.zoomedAt(220, 110, 2);

        assertThat((220 - after.x()) / after.zoom()).isEqualTo((220 - before.x()) / before.zoom());
        assertThat(before.zoomedAt(0, 0, 1000).zoom()).isEqualTo(GraphViewport.MOST_ZOOM);
    }

    private static boolean apart(Box one, Box other) {
        return one.right() <= other.x()
                || other.right() <= one.x()
                || one.bottom() <= other.y()
                || other.bottom() <= one.y();
    }

    private static Card card(SocketId id, Place place, @Nullable SocketId listener, double height) {
        return new Card(id, place, listener, height);
    }
}
