package org.wskscope.app.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wskscope.app.control.TimeViewport;
import org.wskscope.app.state.Folding;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.view.timeline.TimelineItem.BarMark;
import org.wskscope.app.view.timeline.TimelineItem.GroupMark;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskFunction;

class TimelineLayoutTest {
    /** 100 pixels of names and 700 pixels for 0 to 70 ms: ten pixels to the millisecond. */
    private static final TimelineArea AREA = area(1, 0, 600);

    private final PictureLog picture = new PictureLog();
    private final ScopeSnapshot snapshot = folded(picture.log());

    @Test
    void linesStandBySocketAndKindAndProcessorsHaveAPartOfTheirOwn() {
        TimelineRows rows = rows(snapshot);

        assertThat(rows.all().stream().map(row -> row.owner() + " " + row.lane().kind()))
                .containsExactly(
                        "L1 CALLBACKS", "L1 IRPS", "C1 CALLBACKS", "C1 IRPS", "C1 CONTROL", "C2 IRPS", "D1 CALLBACKS");
        assertThat(rows.all().stream().filter(TimelineRow::first)).hasSize(4);
        assertThat(rows.processors().all()).extracting(TimelineRow::owner).containsExactly("CPU 0", "CPU 1");
    }

    @Test
    void aBarLiesWhereItsTimesAreAndTheOpenOneEndsAtThePlayhead() {
        TimelineLayout layout = layout(AREA);

        List<BarMark> callbacks = marks(layout, new LaneKey(LaneKind.CALLBACKS, PictureLog.C1));

        assertThat(callbacks).hasSize(2);
        assertThat(callbacks.get(0).x()).isCloseTo(260, within(0.01));
        assertThat(callbacks.get(0).width()).isCloseTo(140, within(0.01));
        assertThat(callbacks.get(1).x()).isCloseTo(520.13, within(0.01));
        assertThat(callbacks.get(1).x() + callbacks.get(1).width()).isCloseTo(727, within(0.01));
        assertThat(layout.isGrowing()).isTrue();
    }

    @Test
    void theRectanglesAnswerWhatIsUnderAPixel() {
        TimelineLayout layout = layout(AREA);
        BarMark held =
                marks(layout, new LaneKey(LaneKind.CALLBACKS, PictureLog.C1)).get(1);

        Optional<TimelineHit> hit = layout.hit(held.x() + 50, held.y() + 5);
        Optional<TimelineHit> beside = layout.hit(held.x() - 20, held.y() + 5);
        Optional<TimelineHit> name = layout.hit(20, held.y() + 5);

        assertThat(hit).contains(new TimelineHit.OnBar(held.bar()));
        assertThat(beside).isEmpty();
        assertThat(name).contains(new TimelineHit.OnSocket(new SocketId(PictureLog.C1)));
        assertThat(layout.hit(400, 5)).isEmpty();
    }

    @Test
    void theUiScaleEnlargesLinesAndBars() {
        BarMark small = marks(layout(area(1, 0, 600)), new LaneKey(LaneKind.CALLBACKS, PictureLog.L1))
                .get(0);
        BarMark large = marks(layout(area(2, 0, 600)), new LaneKey(LaneKind.CALLBACKS, PictureLog.L1))
                .get(0);

        assertThat(large.height()).isEqualTo(2 * small.height());
        assertThat(large.y() - 56).isCloseTo(2 * (small.y() - 28), within(0.01));
    }

    @Test
    void onlyLinesInViewAreLaidOut() {
        TimelineRows rows = rows(snapshot);
        double scrolled = rows.of(new LaneKey(LaneKind.CALLBACKS, PictureLog.D1))
                .orElseThrow()
                .y();

        TimelineLayout layout = layout(area(1, scrolled, 28 + 20));

        assertThat(layout.visibleRows()).extracting(TimelineRow::owner).containsExactly("D1", "CPU 0", "CPU 1");
    }

    @Test
    void bodiesOutsideTheViewAreNotLaidOut() {
        TimelineArea early = new TimelineArea(TimeViewport.between(0, 12e6), 800, 600, 100, 28, 0, 0, 1);

        TimelineLayout layout = layout(early);

        assertThat(marks(layout, new LaneKey(LaneKind.CALLBACKS, PictureLog.L1)))
                .hasSize(1);
        assertThat(marks(layout, new LaneKey(LaneKind.CALLBACKS, PictureLog.C1)))
                .isEmpty();
    }

    @Test
    void callsOneAfterTheOtherKeepTheFullHeightOfTheirLine() {
        TraceLog log = new TraceLog(1_000);
        TraceStamp at = new TraceStamp();
        log.socketCreated(at, 1, SocketCategory.CONNECTION, 2, 0);
        long nanos = 0;
        for (int i = 0; i < 100; i++) {
            at.set(nanos, -1, Irql.DISPATCH_LEVEL, -1);
            long entered = log.callbackEntered(at, 1, WskCallback.RECEIVE, 0, 64, 0);
            nanos += i % 2 == 0 ? 30_000 : 400_000;
            at.set(nanos, -1, Irql.DISPATCH_LEVEL, -1);
            log.callbackReturned(at, 1, WskCallback.RECEIVE, entered, NtStatus.STATUS_SUCCESS, 64);
        }
        ScopeSnapshot serial = folded(log);

        TimelineLayout layout = new TimelineLayout(serial, rows(serial), AREA, serial.timeNanos());

        assertThat(layout.marks()).hasSize(100).allMatch(mark -> mark.height() == 22);
    }

    /** A clock of 100 ns, as Windows has it, or virtual time: calls begin and end at the same stamp, and several have the same. */
    @Test
    void callsWithoutALengthAreDrawnBesideEachOtherAndEachCanBeHit() {
        TraceLog log = new TraceLog(1_000);
        TraceStamp at = new TraceStamp();
        log.socketCreated(at, 1, SocketCategory.CONNECTION, 2, 0);
        for (long nanos : new long[] {20_000_000, 20_000_000, 20_000_000, 20_000_100}) {
            at.set(nanos, -1, Irql.DISPATCH_LEVEL, -1);
            long entered = log.callbackEntered(at, 1, WskCallback.RECEIVE, 0, 64, 0);
            log.callbackReturned(at, 1, WskCallback.RECEIVE, entered, NtStatus.STATUS_SUCCESS, 64);
        }
        log.callbackEntered(at, 1, WskCallback.DISCONNECT, 0, 0, 0);
        ScopeSnapshot stepped = folded(log);
        TimelineArea near = new TimelineArea(TimeViewport.between(19_999_900, 20_000_300), 800, 600, 100, 28, 0, 0, 1);

        TimelineLayout layout = new TimelineLayout(stepped, rows(stepped), near, 20_000_200);

        List<BarMark> marks = marks(layout, new LaneKey(LaneKind.CALLBACKS, 1));
        assertThat(marks).hasSize(5).allMatch(mark -> mark.width() >= TimelineLayout.MIN_WIDTH);
        assertThat(marks)
                .allSatisfy(mark -> assertThat(layout.hit(mark.x() + mark.width() - 1, mark.y() + 5))
                        .contains(new TimelineHit.OnBar(mark.bar())));
    }

    @Test
    void requestsThatWaitAtOnceShareTheHeightOfTheirLine() {
        TraceLog log = new TraceLog(1_000);
        TraceStamp at = new TraceStamp();
        log.socketCreated(at, 1, SocketCategory.CONNECTION, 2, 0);
        log.irpPended(at, 1, WskFunction.WSK_RECEIVE, 1, 10);
        log.irpPended(at, 1, WskFunction.WSK_RECEIVE, 2, 10);
        ScopeSnapshot waiting = folded(log);

        TimelineLayout layout = new TimelineLayout(waiting, rows(waiting), AREA, 20_000_000);

        assertThat(layout.marks()).hasSize(2).allMatch(mark -> mark.height() == 6);
        assertThat(layout.marks().get(1).y()).isEqualTo(layout.marks().get(0).y() + 7);
    }

    @Nested
    class WithTwentyThousandShortCallbacks {
        private final TraceLog log = new TraceLog(50_000);

        @Test
        void theyBecomeGroupsThatCountThemAll() {
            TraceStamp at = new TraceStamp();
            log.socketCreated(at, 1, SocketCategory.CONNECTION, 2, 0);
            for (int i = 0; i < 20_000; i++) {
                at.set(i * 3_000L, -1, Irql.DISPATCH_LEVEL, -1);
                long entered = log.callbackEntered(at, 1, WskCallback.RECEIVE, 0, 64, 0);
                at.set(i * 3_000L + 1_000, -1, Irql.DISPATCH_LEVEL, -1);
                log.callbackReturned(at, 1, WskCallback.RECEIVE, entered, NtStatus.STATUS_SUCCESS, 64);
            }
            ScopeSnapshot many = folded(log);

            TimelineLayout layout = new TimelineLayout(many, rows(many), AREA, many.timeNanos());

            assertThat(layout.marks()).hasSizeLessThan(1_500).allMatch(GroupMark.class::isInstance);
            assertThat(layout.marks().stream()
                            .mapToInt(mark -> ((GroupMark) mark).count())
                            .sum())
                    .isEqualTo(20_000);
        }
    }

    @Nested
    class WithManyClosedSockets {
        private final TraceLog log = new TraceLog(1_000);

        private ScopeSnapshot closed(int count) {
            TraceStamp at = new TraceStamp();
            for (int socket = 1; socket <= count; socket++) {
                at.set(socket * 1_000L, -1, Irql.PASSIVE_LEVEL, -1);
                log.socketCreated(at, socket, SocketCategory.CONNECTION, 2, 0);
                long entered = log.callbackEntered(at, socket, WskCallback.DISCONNECT, 0, 0, 0);
                log.callbackReturned(at, socket, WskCallback.DISCONNECT, entered, NtStatus.STATUS_SUCCESS, 0);
                log.socketClosed(at, socket);
            }
            return folded(log);
        }

        @Test
        void theOlderOnesAreAnnouncedAndTheNewestAndTheSelectedAreShown() {
            TimelineRows rows = rows(closed(20), false, Optional.of(new SocketId(2)));

            assertThat(rows.all()).extracting(TimelineRow::owner).containsExactly("C2", "C18", "C19", "C20");
            assertThat(rows.sockets().hiddenClosed()).isEqualTo(16);
            assertThat(rows.noticed()).isTrue();
        }

        @Test
        void allAreShownOnDemand() {
            ScopeSnapshot many = closed(20);

            TimelineRows rows = rows(many, true, Optional.empty());

            assertThat(rows.all()).hasSize(20);
            assertThat(rows.sockets().hiddenClosed()).isZero();
            assertThat(new TimelineLayout(many, rows, AREA, 0).hit(50, 28 + 5)).contains(new TimelineHit.OnNotice());
        }
    }

    private TimelineLayout layout(TimelineArea area) {
        return new TimelineLayout(snapshot, rows(snapshot), area, PictureLog.NOW_NANOS);
    }

    private static TimelineRows rows(ScopeSnapshot snapshot) {
        return rows(snapshot, false, Optional.empty());
    }

    static TimelineRows rows(ScopeSnapshot snapshot, boolean showClosed, Optional<SocketId> kept) {
        return rows(snapshot, showClosed, kept, Set.of(), 600);
    }

    static TimelineRows rows(
            ScopeSnapshot snapshot, boolean showClosed, Optional<SocketId> kept, Set<Integer> resting, double room) {
        ShownSockets.Wanted wanted = new ShownSockets.Wanted(showClosed, kept, Set.of(), Set.of());
        return rows(snapshot, new SessionModel(snapshot.log(), true, 2).folding(), wanted, resting, room);
    }

    static TimelineRows rows(
            ScopeSnapshot snapshot, Folding folding, ShownSockets.Wanted wanted, Set<Integer> resting, double room) {
        ShownSockets sockets = ShownSockets.of(snapshot, folding, wanted);
        return TimelineRows.of(
                snapshot,
                sockets,
                new ProcessorRows(snapshot, 0, room),
                new TimelineRows.Wanted(wanted.kept(), resting, sockets.noticed(wanted.showClosed()), room));
    }

    private static List<BarMark> marks(TimelineLayout layout, LaneKey lane) {
        return layout.marks().stream()
                .filter(mark -> mark instanceof BarMark bar && bar.bar().lane().equals(lane))
                .map(BarMark.class::cast)
                .toList();
    }

    private static TimelineArea area(double scale, double scrollY, double height) {
        return new TimelineArea(TimeViewport.between(0, 70e6), 800, height, 100, 28 * scale, 0, scrollY, scale);
    }

    static ScopeSnapshot folded(TraceLog log) {
        ScopeFold fold = new ScopeFold(log);
        fold.foldTo(log.size());
        return fold.snapshot();
    }
}
