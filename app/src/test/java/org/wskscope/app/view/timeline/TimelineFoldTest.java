package org.wskscope.app.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wskscope.app.control.TimeViewport;
import org.wskscope.app.state.Folding;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.view.timeline.TimelineItem.BarMark;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.wsk.SocketId;

class TimelineFoldTest {
    private final ManySockets sockets = new ManySockets(1 << 20);
    private final Folding folding = new SessionModel(sockets.log(), true, 2).folding();

    @Test
    void theConnectionsOfAListenerAreOneGroupOfLanes() {
        ScopeSnapshot snapshot = sockets.connections(50).folded();

        TimelineRows rows = rows(snapshot);

        assertThat(rows.all()).extracting(TimelineRow::owner).containsOnly("L1");
        assertThat(rows.all()).extracting(TimelineRow::connections).contains(50);
        assertThat(rows.all()).hasSizeLessThanOrEqualTo(3);
        assertThat(rows.of(callbacksOf(20)))
                .isEqualTo(rows.of(new LaneKey(LaneKind.SHARED_CALLBACKS, ManySockets.LISTENER)));
    }

    @Test
    void everyCallOfTheConnectionsIsInTheLanesOfTheGroupAndIsFoundThere() {
        long entered = sockets.connections(50).receives(30);
        ScopeSnapshot snapshot = sockets.folded();
        Bar own = BarLocator.of(snapshot, entered).orElseThrow();
        TimelineLayout layout = layout(snapshot, rows(snapshot));

        BarMark mark = layout.markOf(own).orElseThrow();

        assertThat(own.lane()).isEqualTo(callbacksOf(30));
        assertThat(mark.row().shared()).isTrue();
        assertThat(layout.hit(mark.x() + 1, mark.y() + 2)).contains(new TimelineHit.OnBar(mark.bar()));
    }

    @Test
    void whatIsSelectedOnAGroupIsTheConnectionsOwnBar() {
        long entered = sockets.connections(50).receives(30);
        SessionModel session = new SessionModel(sockets.log(), true, 2);
        Selection selection = new Selection(session);
        session.show(sockets.folded(), sockets.nowNanos(), sockets.log().size());
        TimelineViewModel model = new TimelineViewModel(session, selection);

        model.stepOnLane(1);

        assertThat(selection.socket()).contains(new SocketId(30));
        assertThat(model.selectedBar().orElseThrow().startSequence()).isEqualTo(entered);
        assertThat(model.selectedBar().orElseThrow().lane()).isEqualTo(callbacksOf(30));
    }

    @Test
    void whatIsBroughtOutAndWhatIsSelectedHasLanesOfItsOwnBelowTheListener() {
        ScopeSnapshot snapshot = sockets.connections(50).folded();
        folding.bringOut(List.of(new SocketId(41)));

        TimelineRows rows = TimelineLayoutTest.rows(
                snapshot,
                folding,
                new ShownSockets.Wanted(false, Optional.of(new SocketId(13)), Set.of(), Set.of()),
                Set.of(),
                600);

        assertThat(rows.all())
                .extracting(TimelineRow::owner)
                .filteredOn(name -> !name.equals("L1"))
                .containsExactly("C12", "C40");
    }

    @Test
    void anOpenedListenerShowsWhatStandsOutFirst() {
        sockets.connections(50);
        sockets.held(33, sockets.receives(33));
        ScopeSnapshot snapshot = sockets.folded();
        folding.open(new SocketId(ManySockets.LISTENER));
        Set<Integer> first = Set.of(33);

        ShownSockets shown =
                ShownSockets.of(snapshot, folding, new ShownSockets.Wanted(false, Optional.empty(), first, Set.of()));

        assertThat(shown.sockets()).hasSize(51);
        assertThat(shown.sockets().get(1).socket().name()).isEqualTo("C32");
        assertThat(ShownSockets.isNotable(snapshot.socket(new SocketId(33)))).isTrue();
        assertThat(ShownSockets.isNotable(snapshot.socket(new SocketId(34)))).isFalse();
    }

    @Test
    void noMoreLinesAreMadeThanAnybodyReadsAndTheRestIsAnnounced() {
        ScopeSnapshot snapshot = sockets.connections(1_000).folded();
        folding.open(new SocketId(ManySockets.LISTENER));

        TimelineRows rows = rows(snapshot);

        assertThat(rows.sockets().sockets()).hasSize(ShownSockets.MOST_SHOWN);
        assertThat(rows.sockets().hiddenOpen()).isEqualTo(1_001 - ShownSockets.MOST_SHOWN);
        assertThat(rows.noticed()).isTrue();
    }

    @Test
    void closedSocketsOfWhichNothingIsInViewTakeNoLinesWhileTheViewFollows() {
        ScopeSnapshot snapshot = sockets.comeAndGone(2, 5).folded();
        TimeViewport later = TimeViewport.between(1e9, 2e9);

        Set<Integer> past = IdleSockets.past(snapshot, snapshot.sockets(), later);
        ShownSockets shown =
                ShownSockets.of(snapshot, folding, new ShownSockets.Wanted(false, Optional.empty(), Set.of(), past));

        assertThat(past).containsExactlyInAnyOrder(2, 3, 4, 5, 6);
        assertThat(shown.sockets()).extracting(one -> one.socket().name()).containsExactly("L1");
        assertThat(shown.hiddenClosed()).isEqualTo(5);
    }

    @Test
    void choosingTheLinesCostsTheSameHoweverManySocketsEverWere() {
        ScopeSnapshot few = sockets.comeAndGone(2, 100).folded();
        ScopeSnapshot many = sockets.comeAndGone(102, 20_000).folded();
        allocated(() -> rows(few));
        allocated(() -> rows(many));

        long forFew = allocated(() -> {
            rows(few);
            OpenBars.newest(few, few.playhead());
        });
        long forMany = allocated(() -> {
            rows(many);
            OpenBars.newest(many, many.playhead());
        });

        assertThat(forMany).isLessThan(2 * forFew + 4_096);
    }

    @Test
    void findingTheBarOfAnOldRequestCostsTheSameHoweverManyCameLater() {
        sockets.connections(1);
        sockets.pends(2, 7);
        long completed = sockets.completes(2, 7);
        for (int irp = 8; irp < 100_000; irp++) {
            sockets.pends(2, irp);
            sockets.completes(2, irp);
        }
        ScopeSnapshot snapshot = sockets.folded();
        BarLocator.of(snapshot, completed);

        long bytes = allocated(() -> BarLocator.of(snapshot, completed));

        assertThat(BarLocator.of(snapshot, completed).orElseThrow().irp()).isEqualTo(7);
        assertThat(bytes).isLessThan(8_192);
    }

    @Test
    void aPictureOfManyCallsHasNoMoreMarksThanPixels() {
        sockets.connections(50);
        for (int call = 0; call < 40_000; call++) {
            int socket = 2 + call % 50;
            sockets.returned(socket, sockets.receives(socket));
        }
        ScopeSnapshot snapshot = sockets.folded();

        TimelineLayout layout = layout(snapshot, rows(snapshot));

        assertThat(layout.isDense()).isTrue();
        assertThat(layout.marks()).hasSizeLessThan(2 * 700);
    }

    private TimelineLayout layout(ScopeSnapshot snapshot, TimelineRows rows) {
        TimelineArea area = new TimelineArea(
                TimeViewport.between(0, sockets.nowNanos()),
                800,
                600,
                100,
                28,
                rows.processors().height(),
                0,
                1);
        return new TimelineLayout(snapshot, rows, area, sockets.nowNanos());
    }

    private TimelineRows rows(ScopeSnapshot snapshot) {
        return TimelineLayoutTest.rows(
                snapshot, folding, new ShownSockets.Wanted(false, Optional.empty(), Set.of(), Set.of()), Set.of(), 600);
    }

    private static LaneKey callbacksOf(int socket) {
        return new LaneKey(LaneKind.CALLBACKS, socket);
    }

    /** Bytes of heap: counts work without a clock. */
    private static long allocated(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
