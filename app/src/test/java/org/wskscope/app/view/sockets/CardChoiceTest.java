package org.wskscope.app.view.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wskscope.app.state.Folding;
import org.wskscope.app.state.SessionModel;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.Environment;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.projection.SocketTable;
import org.wskscope.engine.projection.Totals;
import org.wskscope.engine.session.PeerKind;
import org.wskscope.engine.session.PeerRow;
import org.wskscope.engine.session.PeerSettings;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskEvent;

class CardChoiceTest {
    private static final EventMask RECEIVE = EventMask.of(WskEvent.WSK_EVENT_RECEIVE);

    private final Folding folding = new SessionModel(new TraceLog(10), true, 2).folding();
    private final CardChoice choice = new CardChoice(20, folding);
    private final OpenSockets open = new OpenSockets();

    @Test
    void fewConnectionsHaveACardEachAndManyStandAsOne() {
        show(connections(3));
        assertThat(chosen(null)).containsExactlyInAnyOrder(1, 2, 3, 4);
        assertThat(choice.isFolded(new SocketId(1))).isFalse();

        show(connections(50));
        assertThat(chosen(null)).containsExactly(1);
        assertThat(choice.isFolded(new SocketId(1))).isTrue();
    }

    @Test
    void theSelectedOneAndThoseBroughtOutStandBesideTheFold() {
        show(connections(50));
        folding.bringOut(List.of(new SocketId(9)));

        assertThat(chosen(new SocketId(30))).containsExactlyInAnyOrder(1, 9, 30);
        assertThat(chosen(null)).containsExactlyInAnyOrder(1, 9);
    }

    @Test
    void whoIsWaitingKeepsItsCardWhenManyMoreCome() {
        List<SocketRow> rows = connections(3);
        rows.set(2, SocketRowMaker.waiting(3, 1, RECEIVE));
        show(rows);
        chosen(null);

        List<SocketRow> many = connections(50);
        many.set(2, SocketRowMaker.waiting(3, 1, RECEIVE));
        show(many);

        assertThat(chosen(null)).containsExactlyInAnyOrder(1, 3);
    }

    @Test
    void whenTheFoldOpensWhatNeedsAttentionComesFirstAndWhatIsShownStays() {
        List<SocketRow> rows = connections(50);
        rows.set(39, SocketRowMaker.waiting(40, 1, RECEIVE));
        show(rows);
        assertThat(chosen(null)).containsExactly(1);

        folding.open(new SocketId(1));
        List<Integer> opened = chosen(null);
        assertThat(opened).hasSize(20).startsWith(1, 40, 2, 3);

        rows.set(44, SocketRowMaker.waiting(45, 1, RECEIVE));
        show(rows);
        assertThat(chosen(null)).isEqualTo(opened);
    }

    @Test
    void aConnectionMovesFromOneStateToAnotherAndOutWhenItsListenerCloses() {
        List<SocketRow> rows = connections(10);
        show(rows);
        assertThat(open.of(1).count(Doing.IDLE)).isEqualTo(10);

        rows.set(4, SocketRowMaker.waiting(5, 1, RECEIVE));
        show(rows);
        assertThat(open.of(1).of(Doing.WAITING)).containsExactly(5);
        assertThat(open.of(1).count(Doing.IDLE)).isEqualTo(9);

        rows.set(7, SocketRowMaker.closed(8));
        show(rows);
        assertThat(open.of(1).count()).isEqualTo(9);

        rows.set(0, SocketRowMaker.closed(1));
        show(rows);
        assertThat(open.roots()).hasSize(9).doesNotContain(1, 8);
        assertThat(open.listenerOf(new SocketId(5))).isNull();
    }

    @Test
    void goingBackInTimeTakesBackWhatWasLearned() {
        show(connections(10));
        show(connections(4));

        assertThat(open.of(1).count()).isEqualTo(4);
        assertThat(open.isOpen(new SocketId(11))).isFalse();
    }

    @Test
    void aFoldShowsWhoIsNotIdleHoweverManyThereAre() {
        List<SocketRow> rows = connections(1_000);
        rows.set(899, SocketRowMaker.waiting(900, 1, RECEIVE));
        show(rows);

        Fold fold = Fold.of(open.of(1), open);

        assertThat(fold.count()).isEqualTo(1_000);
        assertThat(fold.count(Doing.WAITING)).isEqualTo(1);
        assertThat(fold.squares()).hasSizeLessThanOrEqualTo(Fold.MOST_SQUARES).anySatisfy(square -> {
            assertThat(square.socket()).isEqualTo(new SocketId(900));
            assertThat(square.doing()).isEqualTo(Doing.WAITING);
        });
        assertThat(fold.rest()).isEqualTo(1_000 - fold.squares().size());
    }

    @Test
    void aBuiltInPeerIsKnownByItsAddress() {
        PeerRow peer = new PeerRow(
                7,
                PeerKind.ECHO_CLIENT,
                new PeerSettings(SocketRowMaker.loopback(50_007), 64, 1, 0),
                SocketRowMaker.loopback(40_002),
                true,
                0,
                0,
                0,
                NtStatus.STATUS_SUCCESS);
        List<SocketRow> cards = List.of(SocketRowMaker.listener(1), SocketRowMaker.accepted(2, 1, 0));

        GraphContent content = GraphContent.of(cards, Map.of(), new GraphContent.Around(5, List.of(peer), folding));

        assertThat(content.hidden()).isEqualTo(3);
        assertThat(content.peers())
                .singleElement()
                .satisfies(end -> assertThat(end.builtIn()).isEqualTo(peer));
        assertThat(content.inheritances())
                .singleElement()
                .satisfies(arrow -> assertThat(arrow.accepted()).isEqualTo(new SocketId(2)));
    }

    @Test
    void manyPeersOfADatagramSocketStandAsOneUntilTheyAreOpened() {
        SocketRow datagram = SocketRowMaker.datagram(1);
        List<PeerRow> peers = new ArrayList<>();
        for (int id = 1; id <= 50; id++) {
            peers.add(new PeerRow(
                    id,
                    PeerKind.DATAGRAM_BURST,
                    new PeerSettings(SocketRowMaker.loopback(50_007), 64, 1, 0),
                    SocketRowMaker.loopback(40_000 + id),
                    true,
                    0,
                    0,
                    0,
                    NtStatus.STATUS_SUCCESS));
        }
        GraphContent.Around around = new GraphContent.Around(1, peers, folding);

        assertThat(GraphContent.of(List.of(datagram), Map.of(), around).peers())
                .singleElement()
                .satisfies(end -> assertThat(end.count()).isEqualTo(50));

        folding.open(new SocketId(1));

        assertThat(GraphContent.of(List.of(datagram), Map.of(), around).peers())
                .hasSize(50)
                .allSatisfy(end -> assertThat(end.count()).isEqualTo(1));
    }

    private static List<SocketRow> connections(int count) {
        List<SocketRow> rows = new ArrayList<>();
        rows.add(SocketRowMaker.listener(1));
        for (int id = 2; id < 2 + count; id++) {
            rows.add(SocketRowMaker.accepted(id, 1, 10 + id));
        }
        return rows;
    }

    private void show(List<SocketRow> rows) {
        open.update(
                new ScopeSnapshot(
                        new TraceLog(10),
                        rows.size(),
                        0,
                        SocketTable.of(rows),
                        List.of(),
                        List.of(),
                        new Totals(0, 0, 0, 0, 0, 0),
                        Environment.NONE),
                0);
    }

    private List<Integer> chosen(@Nullable SocketId selected) {
        return choice.choose(open, selected).stream()
                .map(row -> row.id().value())
                .toList();
    }
}
