package org.wskscope.app.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wskscope.app.state.Selected;
import org.wskscope.app.state.Selected.BarSelected;
import org.wskscope.app.state.Selected.IrpSelected;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.SocketId;

class TimelineViewModelTest {
    private static final LaneKey C1_CALLBACKS = new LaneKey(LaneKind.CALLBACKS, PictureLog.C1);
    private static final LaneKey C1_CONTROL = new LaneKey(LaneKind.CONTROL, PictureLog.C1);

    private final PictureLog picture = new PictureLog();
    private final SessionModel session = new SessionModel(picture.log(), true, 2);
    private final Selection selection = new Selection(session);
    private final TimelineViewModel model = new TimelineViewModel(session, selection);

    @BeforeEach
    void showThePicture() {
        session.show(
                TimelineLayoutTest.folded(picture.log()),
                PictureLog.NOW_NANOS,
                picture.log().size());
    }

    @Test
    void theArrowsOfTheSelectionAreLookedForAgainOnlyWhenMoreRecordsCanBeTheirs() {
        selection.selectRecord(picture.receiving());
        List<CauseChain.Link> first = model.linksOfSelection();

        List<CauseChain.Link> again = model.linksOfSelection();
        picture.log().bytesSent(new TraceStamp().set(63_000_000, 0, Irql.DISPATCH_LEVEL, picture.receiving()), 2, 8, 0);
        showThePicture();
        List<CauseChain.Link> more = model.linksOfSelection();

        assertThat(first).isNotEmpty();
        assertThat(again).isSameAs(first);
        assertThat(more).hasSize(first.size() + 1);
    }

    @Test
    void nextAndPreviousMoveAlongTheLaneAndStopAtItsEnds() {
        selection.select(new BarSelected(C1_CALLBACKS, picture.receiving()));

        model.stepOnLane(1);
        Selected atTheEnd = selection.current();
        model.stepOnLane(-1);
        Bar previous = model.selectedBar().orElseThrow();
        model.stepOnLane(-1);

        assertThat(atTheEnd).isEqualTo(new BarSelected(C1_CALLBACKS, picture.receiving()));
        assertThat(previous.index()).isZero();
        assertThat(model.selectedBar()).contains(previous);
    }

    @Test
    void steppingWithoutASelectionBeginsAtTheNewestCallback() {
        model.stepOnLane(1);

        assertThat(model.selectedBar().map(Bar::lane)).contains(new LaneKey(LaneKind.CALLBACKS, PictureLog.D1));
    }

    @Test
    void theCauseOfTheDisableIsTheHeldCallbackAndTheDisableIsItsEffect() {
        selection.select(new BarSelected(C1_CONTROL, picture.disabling()));

        model.selectCause();
        Selected cause = selection.current();
        model.selectEffect();

        assertThat(cause).isEqualTo(new BarSelected(C1_CALLBACKS, picture.receiving()));
        assertThat(selection.current()).isEqualTo(new BarSelected(C1_CONTROL, picture.disabling()));
    }

    @Test
    void stepsOnASocketVisitEveryRecordOfItAndNoOther() {
        selection.select(new BarSelected(C1_CONTROL, picture.disabling()));

        model.stepOnSocket(1);
        long next = selection.record().orElseThrow();
        model.stepOnSocket(-1);
        model.stepOnSocket(-1);
        long previous = selection.record().orElseThrow();

        assertThat(picture.log().kind(next)).isEqualTo(RecordKind.CALLBACK_DISABLE_REQUESTED);
        assertThat(previous).isEqualTo(picture.receiving());
    }

    @Test
    void anyRecordOfABarLeadsToIt() {
        selection.selectRecord(picture.disabling() + 2);

        assertThat(picture.log().kind(picture.disabling() + 2)).isEqualTo(RecordKind.FUNCTION_RETURNED);
        assertThat(model.selectedBar().map(Bar::startSequence)).contains(picture.disabling());
    }

    @Test
    void aRequestIsSelectedByItsNumber() {
        Bar request =
                model.snapshot().lane(new LaneKey(LaneKind.IRPS, PictureLog.C2)).bar(0);

        model.select(request);

        assertThat(selection.current())
                .isEqualTo(new IrpSelected(new SocketId(PictureLog.C2), 5, request.startSequence()));
        assertThat(model.selectedBar()).contains(request);
    }

    @Test
    void findingGoesOnFromTheSelectionAndStartsOver() {
        boolean first = model.find("wskreceiveevent");
        Selected one = selection.current();
        model.find("WskReceiveEvent status_success");
        boolean none = model.find("no such words");

        assertThat(first).isTrue();
        assertThat(one).isInstanceOf(BarSelected.class);
        assertThat(picture.log().kind(selection.record().orElseThrow())).isEqualTo(RecordKind.CALLBACK_RETURNED);
        assertThat(none).isFalse();
        assertThat(model.find("c1 socket_created")).isTrue();
        assertThat(selection.record().orElseThrow()).isLessThan(picture.receiving());
    }

    @Test
    void anOpenBarSpansUntilThePlayhead() {
        selection.select(new BarSelected(C1_CALLBACKS, picture.receiving()));

        assertThat(model.selectedSpan()).contains(new Span(42_013_000, PictureLog.NOW_NANOS));
    }

    @Test
    void aSocketSpansFromItsFirstBarToItsLast() {
        selection.selectSocket(new SocketId(PictureLog.C1));

        assertThat(model.selectedSpan()).contains(new Span(16_000_000, PictureLog.NOW_NANOS));
    }

    @Test
    void aMomentOrARecordCanBeTypedInManyWays() {
        assertThat(JumpTarget.parse(" 62.7 ms ")).contains(new JumpTarget.Moment(62_700_000));
        assertThat(JumpTarget.parse("1,5s")).contains(new JumpTarget.Moment(1_500_000_000));
        assertThat(JumpTarget.parse("20 us")).contains(new JumpTarget.Moment(20_000));
        assertThat(JumpTarget.parse("#118")).contains(new JumpTarget.Record(118));
        assertThat(JumpTarget.parse("118")).contains(new JumpTarget.Record(118));
        assertThat(JumpTarget.parse("soon")).isEqualTo(Optional.empty());
        assertThat(JumpTarget.parse("99999999999999999999")).isEqualTo(Optional.empty());
    }
}
