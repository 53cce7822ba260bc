package org.wskscope.app.view.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
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
    private final CardChoice choice = new CardChoice(4);

    @Test
    void theListenerAndTheMostRecentConnectionsAreShown() {
        List<SocketRow> open = connections(10);

        assertThat(ids(choice.choose(open, null))).containsExactly(1, 9, 10, 11);
    }

    @Test
    void whatIsShownStaysWhenOthersAreMoreActive() {
        List<SocketRow> open = new ArrayList<>(connections(10));
        choice.choose(open, null);
        open.set(2, SocketRowMaker.accepted(3, 1, 1_000));

        assertThat(ids(choice.choose(open, null))).containsExactly(1, 9, 10, 11);
    }

    @Test
    void theSelectedSocketAndOneThatWaitsGetACard() {
        List<SocketRow> open = new ArrayList<>(connections(10));
        choice.choose(open, null);
        open.set(3, SocketRowMaker.waiting(4, 1, EventMask.of(WskEvent.WSK_EVENT_RECEIVE)));

        assertThat(ids(choice.choose(open, new SocketId(2)))).contains(1, 2, 4).hasSize(4);
    }

    @Test
    void onlyOpenSocketsAreCandidates() {
        List<SocketRow> rows =
                List.of(SocketRowMaker.listener(1), SocketRowMaker.closed(2), SocketRowMaker.accepted(30, 1, 5));

        assertThat(ids(OpenSockets.of(snapshot(rows, 10)))).containsExactly(1, 30);
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

        GraphContent content = GraphContent.of(cards, 5, List.of(peer));

        assertThat(content.hidden()).isEqualTo(3);
        assertThat(content.peers())
                .singleElement()
                .satisfies(end -> assertThat(end.builtIn()).isEqualTo(peer));
        assertThat(content.inheritances())
                .singleElement()
                .satisfies(arrow -> assertThat(arrow.accepted()).isEqualTo(new SocketId(2)));
    }

    private static List<SocketRow> connections(int count) {
        List<SocketRow> rows = new ArrayList<>();
        rows.add(SocketRowMaker.listener(1));
        for (int id = 2; id < 2 + count; id++) {
            rows.add(SocketRowMaker.accepted(id, 1, 10 + id));
        }
        return rows;
    }

    private static List<Integer> ids(List<SocketRow> rows) {
        return rows.stream().map(row -> row.id().value()).toList();
    }

    private static ScopeSnapshot snapshot(List<SocketRow> rows, long playhead) {
        return new ScopeSnapshot(
                new TraceLog(10),
                playhead,
                0,
                SocketTable.of(rows),
                List.of(),
                List.of(),
                new Totals(0, 0, 0, 0, 0, 0));
    }
}
