package org.wskscope.app.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.app.control.TimeViewport;
import org.wskscope.app.view.timeline.TimelineItem.BarMark;
import org.wskscope.app.view.timeline.TimelineItem.GroupMark;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskFunction;

class TimelineRowsTest {
    private static final TimeViewport WHOLE = TimeViewport.between(0, 70e6);

    private final PictureLog picture = new PictureLog();
    private final ScopeSnapshot snapshot = TimelineLayoutTest.folded(picture.log());

    @Nested
    class AtRest {
        @Test
        void aSocketWithNothingInViewRestsUnlessSomethingOfItIsOpen() {
            Set<Integer> whole = IdleSockets.of(snapshot, snapshot.sockets(), WHOLE, false);
            Set<Integer> early = IdleSockets.of(snapshot, snapshot.sockets(), TimeViewport.between(0, 12e6), false);

            assertThat(whole).isEmpty();
            assertThat(early).containsExactly(PictureLog.D1);
        }

        @Test
        void aClosedSocketRestsWhileTheViewFollows() {
            ScopeSnapshot closed = closed();

            assertThat(IdleSockets.of(closed, closed.sockets(), WHOLE, true)).containsExactly(1);
            assertThat(IdleSockets.of(closed, closed.sockets(), WHOLE, false)).isEmpty();
        }

        @Test
        void itHasOneThinLineForAllItsLanes() {
            TimelineRows rows = rows(Set.of(PictureLog.C1), Optional.empty());

            TimelineRow callbacks =
                    rows.of(new LaneKey(LaneKind.CALLBACKS, PictureLog.C1)).orElseThrow();
            TimelineRow control =
                    rows.of(new LaneKey(LaneKind.CONTROL, PictureLog.C1)).orElseThrow();

            assertThat(rows.all()).extracting(TimelineRow::owner).containsExactly("L1", "L1", "C1", "C2", "D1");
            assertThat(callbacks).isEqualTo(control);
            assertThat(callbacks.collapsed()).isTrue();
            assertThat(callbacks.height()).isLessThan(20);
        }

        @Test
        void itsBarsAreStillThereToBeHit() {
            TimelineRows rows = rows(Set.of(PictureLog.C1), Optional.empty());
            TimelineArea area = new TimelineArea(WHOLE, 800, 600, 100, 28, 0, 0, 1);

            TimelineLayout layout = new TimelineLayout(snapshot, rows, area, PictureLog.NOW_NANOS);

            assertThat(layout.marks())
                    .filteredOn(mark -> mark.row().collapsed())
                    .extracting(mark -> ((BarMark) mark).bar().lane().kind())
                    .containsOnly(LaneKind.CALLBACKS, LaneKind.IRPS, LaneKind.CONTROL);
        }

        @Test
        void manyBarsOfItsRequestsAreNotTakenForCallbacks() {
            TraceStamp at = new TraceStamp().set(PictureLog.NOW_NANOS, 0, Irql.DISPATCH_LEVEL, RecordHead.NO_CAUSE);
            for (int irp = 100; irp < 110; irp++) {
                picture.log().irpPended(at, PictureLog.C1, WskFunction.WSK_SEND, irp, 1);
                picture.log().irpCompleted(at, PictureLog.C1, WskFunction.WSK_SEND, irp, NtStatus.STATUS_SUCCESS, 1);
            }
            ScopeSnapshot busy = TimelineLayoutTest.folded(picture.log());
            TimelineRows rows = rows(Set.of(PictureLog.C1), Optional.empty());
            TimelineArea area = new TimelineArea(TimeViewport.between(0, 60e9), 800, 600, 100, 28, 0, 0, 1);

            TimelineLayout layout = new TimelineLayout(busy, rows, area, PictureLog.NOW_NANOS);

            assertThat(layout.marks())
                    .filteredOn(GroupMark.class::isInstance)
                    .extracting(mark -> ((GroupMark) mark).kind())
                    .contains(LaneKind.IRPS);
        }

        @Test
        void theSelectedOneKeepsItsLanes() {
            TimelineRows rows = rows(Set.of(PictureLog.C1), Optional.of(new SocketId(PictureLog.C1)));

            assertThat(rows.all()).noneMatch(TimelineRow::collapsed);
        }

        private ScopeSnapshot closed() {
            TraceLog log = new TraceLog(100);
            TraceStamp at = new TraceStamp().set(1_000, -1, Irql.PASSIVE_LEVEL, RecordHead.NO_CAUSE);
            log.socketCreated(at, 1, SocketCategory.CONNECTION, 2, 0);
            long entered = log.callbackEntered(at, 1, WskCallback.DISCONNECT, 0, 0, 0);
            log.callbackReturned(at, 1, WskCallback.DISCONNECT, entered, NtStatus.STATUS_SUCCESS, 0);
            log.socketClosed(at, 1);
            return TimelineLayoutTest.folded(log);
        }
    }

    @Nested
    class WithSixteenProcessors {
        private final ScopeSnapshot many = sixteen();

        @Test
        void fourAreShownAndTheRestIsAnnounced() {
            ProcessorRows rows = new ProcessorRows(many, 0, 600);

            assertThat(rows.all()).extracting(TimelineRow::owner).containsExactly("CPU 0", "CPU 1", "CPU 2", "CPU 3");
            assertThat(rows.noticed()).isTrue();
            assertThat(rows.total()).isEqualTo(16);
        }

        @Test
        void theOthersAreScrolledToAndNoFurther() {
            assertThat(new ProcessorRows(many, 99, 600).all().get(3).owner()).isEqualTo("CPU 15");
            assertThat(new ProcessorRows(many, -5, 600).first()).isZero();
            assertThat(new ProcessorRows(many, 0, 600).firstShowing(new LaneKey(LaneKind.PROCESSOR, 9), many))
                    .isEqualTo(6);
        }

        @Test
        void aLowWindowLeavesTheSocketsMostOfTheRoom() {
            assertThat(new ProcessorRows(many, 0, 110).all()).hasSize(2);
            assertThat(new ProcessorRows(many, 0, 60).all()).hasSize(1);
            assertThat(new ProcessorRows(many, 0, 40).all()).isEmpty();
        }

        private ScopeSnapshot sixteen() {
            TraceLog log = new TraceLog(1_000);
            TraceStamp at = new TraceStamp();
            for (int processor = 0; processor < 16; processor++) {
                at.set(processor * 1_000L, processor, Irql.DISPATCH_LEVEL, RecordHead.NO_CAUSE);
                log.socketCreated(at, processor + 1, SocketCategory.CONNECTION, 2, processor);
                log.callbackEntered(at, processor + 1, WskCallback.RECEIVE, 0, 64, 0);
            }
            return TimelineLayoutTest.folded(log);
        }
    }

    @Test
    void processorsStandAtTheBottomHoweverFarTheSocketsAreScrolled() {
        TimelineRows rows = rows(Set.of(), Optional.empty());
        double pinned = rows.processors().height();
        TimelineArea area = new TimelineArea(WHOLE, 800, 200, 100, 28, pinned, 40, 1);

        TimelineLayout layout = new TimelineLayout(snapshot, rows, area, PictureLog.NOW_NANOS);

        assertThat(layout.marks())
                .filteredOn(mark -> mark.row().lane().isProcessor())
                .isNotEmpty()
                .allMatch(mark -> mark.y() >= area.pinnedTop() && mark.y() + mark.height() <= 200);
    }

    @Test
    void whatIsCoveredByTheProcessorsCannotBeHit() {
        TimelineRows rows = rows(Set.of(), Optional.empty());
        TimelineRow last =
                rows.of(new LaneKey(LaneKind.CALLBACKS, PictureLog.D1)).orElseThrow();
        double height = 28 + last.y() + rows.processors().height();
        TimelineArea area =
                new TimelineArea(WHOLE, 800, height, 100, 28, rows.processors().height(), 0, 1);

        TimelineLayout layout = new TimelineLayout(snapshot, rows, area, PictureLog.NOW_NANOS);

        assertThat(layout.hit(20, area.middleOf(last))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 80, 120, 200, 240, 400})
    void everyNameHasALineHighEnoughForItAndSocketsHaveRoomForTwo(double room) {
        TimelineRows rows = TimelineLayoutTest.rows(snapshot, false, Optional.empty(), Set.of(), room);

        assertThat(rows.all()).filteredOn(TimelineRow::first).allMatch(row -> row.height() >= TimelineRows.NAME);
        assertThat(room - rows.processors().height()).isGreaterThanOrEqualTo(2 * LaneHeights.LEGIBLE);
    }

    /** 240 is what the window leaves at 1680×1050. */
    @Test
    void fiveSocketsWithTwoLanesEachFitWithoutScrolling() {
        ManySockets sockets = new ManySockets(1_000).connections(4);
        for (int socket = 1; socket <= 5; socket++) {
            sockets.receives(socket);
            sockets.pends(socket, socket);
        }

        TimelineRows rows = TimelineLayoutTest.rows(sockets.folded(), false, Optional.empty(), Set.of(), 240);

        assertThat(rows.all()).filteredOn(TimelineRow::first).hasSize(5);
        assertThat(rows.height()).isLessThanOrEqualTo(240 - rows.processors().height());
    }

    @Test
    void theNewestOpenBarIsTheWaitingDisable() {
        assertThat(OpenBars.newest(snapshot, snapshot.playhead()).orElseThrow().startSequence())
                .isEqualTo(picture.disabling());
        assertThat(OpenBars.newest(snapshot, picture.disabling()).orElseThrow().startSequence())
                .isEqualTo(picture.receiving());
        assertThat(OpenBars.newest(snapshot, picture.receiving())).isEmpty();
    }

    private TimelineRows rows(Set<Integer> resting, Optional<SocketId> kept) {
        return TimelineLayoutTest.rows(snapshot, false, kept, resting, 600);
    }
}
