package org.wskscope.app.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.app.control.TimeViewport;
import org.wskscope.app.view.timeline.TimelineItem.BarMark;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.trace.WaitFor;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskFunction;

class WaitsTest {
    private final PictureLog picture = new PictureLog();
    private final ScopeSnapshot snapshot = TimelineLayoutTest.folded(picture.log());

    @Test
    void aDisableWaitsForTheHeldCallbackOfItsEvent() {
        List<Waits.Wait> waits = Waits.on(snapshot, List.of(new SocketId(PictureLog.C1)));

        assertThat(waits).hasSize(1);
        assertThat(waits.get(0).waiting().startSequence()).isEqualTo(picture.disabling());
        assertThat(waits.get(0).held().startSequence()).isEqualTo(picture.receiving());
    }

    @Test
    void nothingWaitsOnSocketsWithoutACallbackInFlight() {
        assertThat(Waits.on(snapshot, List.of(new SocketId(PictureLog.L1), new SocketId(PictureLog.C2))))
                .isEmpty();
    }

    @Nested
    class WhenACallbackWaitsForItsOwnRequest {
        private static final int IRP = 8;
        private long pended;
        private long began;

        @BeforeEach
        void waits() {
            TraceStamp at = new TraceStamp().set(57_000_000, 0, Irql.DISPATCH_LEVEL, picture.receiving());
            pended = picture.log().irpPended(at, PictureLog.C1, WskFunction.WSK_SEND, IRP, 64);
            began = picture.log().waitBegan(at, PictureLog.C1, WaitFor.IRP, IRP, picture.receiving());
        }

        @Test
        @Tag("C-32")
        void theCallbackIsTiedToTheRequest() {
            assertThat(ties(PictureLog.C1))
                    .extracting(wait -> wait.waiting().startSequence())
                    .containsExactly(picture.disabling(), picture.receiving());
            assertThat(ties(PictureLog.C1).get(1).held().startSequence()).isEqualTo(pended);
        }

        @Test
        void itMayBeTheRequestOfAnotherSocketInView() {
            TraceStamp at = new TraceStamp().set(58_000_000, 0, Irql.DISPATCH_LEVEL, picture.receiving());
            picture.log().waitEnded(at, PictureLog.C1, began, NtStatus.STATUS_CANCELLED);
            picture.log().waitBegan(at, PictureLog.C1, WaitFor.IRP, 5, picture.receiving());

            assertThat(ties(PictureLog.C1, PictureLog.C2).get(1).held().lane())
                    .isEqualTo(new LaneKey(LaneKind.IRPS, PictureLog.C2));
            assertThat(ties(PictureLog.C1)).hasSize(1);
        }

        @Test
        void nothingIsTiedAfterTheWait() {
            TraceStamp at = new TraceStamp().set(58_000_000, 0, Irql.DISPATCH_LEVEL, picture.receiving());
            picture.log().waitEnded(at, PictureLog.C1, began, NtStatus.STATUS_SUCCESS);

            assertThat(ties(PictureLog.C1)).hasSize(1);
        }

        @Test
        void theLineRunsFromTheCallbackDownToItsRequest() {
            Tie tie = Tie.of(layout(0, 70_000_000), ties(PictureLog.C1).get(1)).orElseThrow();

            BarMark callback = mark(picture.receiving());
            BarMark request = mark(pended);
            assertThat(tie.top()).isCloseTo(callback.y() + callback.height() + 1, within(0.01));
            assertThat(tie.bottom()).isCloseTo(request.y() - 1, within(0.01));
            assertThat(tie.bottomX()).isBetween(request.x(), request.x() + request.width());
            assertThat(tie.topX()).isBetween(callback.x(), callback.x() + callback.width());
        }

        @Test
        void theLineOfADisableRunsUpToItsCallback() {
            Tie tie = Tie.of(layout(0, 70_000_000), ties(PictureLog.C1).get(0)).orElseThrow();

            assertThat(tie.top()).isLessThan(tie.bottom());
            assertThat(tie.bottomX()).isCloseTo(mark(picture.disabling()).x(), within(0.01));
        }

        @Test
        void thereIsNoLineWhereTheTimeOfTheWaitIsNotInView() {
            Waits.Wait wait = ties(PictureLog.C1).get(1);

            assertThat(Tie.of(layout(0, 40_000_000), wait)).isEmpty();
            assertThat(Tie.of(layout(70_000_000, 90_000_000), wait)).isEmpty();
            assertThat(Tie.of(layout(60_000_000, 62_000_000), wait)).isPresent();
        }

        private BarMark mark(long began) {
            return layout(0, 70_000_000).marks().stream()
                    .filter(BarMark.class::isInstance)
                    .map(BarMark.class::cast)
                    .filter(mark -> mark.bar().startSequence() == began
                            && !mark.bar().lane().isProcessor())
                    .findFirst()
                    .orElseThrow();
        }

        private List<Waits.Wait> ties(int... sockets) {
            return Waits.on(
                    TimelineLayoutTest.folded(picture.log()),
                    Arrays.stream(sockets).mapToObj(SocketId::new).toList());
        }

        private TimelineLayout layout(long from, long to) {
            ScopeSnapshot now = TimelineLayoutTest.folded(picture.log());
            TimelineArea area = new TimelineArea(TimeViewport.between(from, to), 800, 600, 100, 30, 60, 0, 1);
            return new TimelineLayout(
                    now, TimelineLayoutTest.rows(now, false, Optional.empty()), area, PictureLog.NOW_NANOS);
        }
    }

    @Test
    void labelsOfALineStandWholeAndApart() {
        LabelPlaces places = new LabelPlaces(100, 500, 10);

        assertThat(places.place(20, 150, 100)).isEqualTo(OptionalDouble.of(150));
        assertThat(places.place(20, 240, 50)).isEmpty();
        assertThat(places.place(40, 240, 50)).isEqualTo(OptionalDouble.of(240));
        assertThat(places.place(20, 480, 100)).isEqualTo(OptionalDouble.of(400));
        assertThat(places.place(60, 100, 401)).isEmpty();
    }
}
