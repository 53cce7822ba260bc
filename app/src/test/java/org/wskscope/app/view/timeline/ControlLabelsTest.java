package org.wskscope.app.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.app.control.TimeViewport;
import org.wskscope.app.view.timeline.ControlLabels.LabelText;
import org.wskscope.app.view.timeline.ControlLabels.Placed;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskFunction;

/** The longest texts of the program, at every UI scale: none over another, none over its neighbours' bars, none outside. */
class ControlLabelsTest {
    private static final LabelText LONGEST = new LabelText(
            "disable ACCEPT, RECEIVE, DISCONNECT, SEND_BACKLOG + IRP · STATUS_EVENT_PENDING",
            " · waits for event 1234567");
    private static final LabelText SHORT = new LabelText("WskSetOption · STATUS_PENDING", "");

    /** Two calls that wait at once share the height of their line, and each has something to say. */
    @ParameterizedTest
    @ValueSource(doubles = {0.75, 1, 1.5, 2, 3})
    void labelsOfCallsThatWaitAtOnceStandBesideEachOtherOrNotAtAll(double scale) {
        ScopeSnapshot snapshot = calls(6);
        TimelineLayout layout = layout(snapshot, scale);

        List<Placed> labels = ControlLabels.place(layout, mark -> SHORT, text -> text.length() * 6.5 * scale);

        assertThat(labels).isNotEmpty();
        assertThat(layout.marks()).hasSizeGreaterThan(labels.size());
        for (Placed one : labels) {
            assertThat(labels).filteredOn(other -> other != one).noneMatch(other -> touch(one, other, scale));
            assertThat(one.x()).isGreaterThanOrEqualTo(layout.area().gutter());
            assertThat(one.x() + one.width()).isLessThanOrEqualTo(layout.area().width());
        }
    }

    @Test
    void theLongestLabelIsWholeOrAbsentAndItsSentenceIsTheFirstToGo() {
        TimelineLayout layout = layout(calls(1), 1);

        List<Placed> wide = ControlLabels.place(layout, mark -> LONGEST, text -> text.length() * 4.0);
        List<Placed> narrow = ControlLabels.place(layout, mark -> LONGEST, text -> text.length() * 8.0);
        List<Placed> tooNarrow = ControlLabels.place(layout, mark -> LONGEST, text -> text.length() * 20.0);

        assertThat(wide).extracting(Placed::sentence).containsExactly(LONGEST.sentence());
        assertThat(narrow).extracting(Placed::sentence).containsExactly("");
        assertThat(tooNarrow).isEmpty();
    }

    /** LabelText below a bar of one lane do not reach the bars of the next, however low the lanes are. */
    @ParameterizedTest
    @ValueSource(doubles = {40, 90, 120, 200, 600})
    void aLabelStaysInItsOwnLine(double room) {
        ScopeSnapshot snapshot = calls(3);
        TimelineRows rows = TimelineLayoutTest.rows(snapshot, false, Optional.empty(), Set.of(), room);

        TimelineRow control = rows.of(new LaneKey(LaneKind.CONTROL, 1)).orElseThrow();
        double middle = control.barTop() + control.bar() + 8;

        assertThat(middle + 5.5).isLessThanOrEqualTo(control.bottom() + 1);
    }

    private static boolean touch(Placed one, Placed other, double scale) {
        return one.x() < other.x() + other.width()
                && other.x() < one.x() + one.width()
                && Math.abs(one.y() - other.y()) < 11 * scale;
    }

    private static TimelineLayout layout(ScopeSnapshot snapshot, double scale) {
        TimelineRows rows = TimelineLayoutTest.rows(snapshot, false, Optional.empty(), Set.of(), 600);
        TimelineArea area = new TimelineArea(TimeViewport.between(0, 70e6), 800, 600, 100, 28, 0, 0, scale);
        return new TimelineLayout(snapshot, rows, area, 60_000_000);
    }

    /** So many calls on one socket, a few milliseconds apart, none of them answered. */
    private static ScopeSnapshot calls(int count) {
        TraceLog log = new TraceLog(100);
        TraceStamp at = new TraceStamp().set(0, -1, Irql.PASSIVE_LEVEL, RecordHead.NO_CAUSE);
        log.socketCreated(at, 1, SocketCategory.CONNECTION, 2, 0);
        for (int call = 0; call < count; call++) {
            at.set((10 + 4 * call) * 1_000_000L, -1, Irql.PASSIVE_LEVEL, RecordHead.NO_CAUSE);
            log.functionCalled(at, 1, WskFunction.WSK_CONTROL_SOCKET, 7, ControlCode.SO_WSK_EVENT_CALLBACK, 0x80000040);
        }
        return TimelineLayoutTest.folded(log);
    }
}
