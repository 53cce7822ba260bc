package org.wskscope.app.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.SocketCategory;

class CauseChainTest {
    @Test
    void oneStepEachWayOrTheWholeChain() {
        ScopeSnapshot snapshot = chain();

        assertThat(CauseChain.around(snapshot, 2, false))
                .containsExactly(new CauseChain.Link(1, 2, true), new CauseChain.Link(2, 3, false));
        assertThat(CauseChain.around(snapshot, 2, true))
                .containsExactly(
                        new CauseChain.Link(0, 1, true),
                        new CauseChain.Link(1, 2, true),
                        new CauseChain.Link(2, 3, false),
                        new CauseChain.Link(3, 4, false));
    }

    @Test
    void aRecordBeyondThePlayheadHasNone() {
        assertThat(CauseChain.around(chain(), 99, true)).isEmpty();
    }

    @Test
    void aSecondMarkAtTheSamePlaceTakesTheFirstAway() {
        TimeMarks marks = new TimeMarks();

        marks.toggle(1_000, 50);
        marks.toggle(2_000, 50);
        marks.toggle(1_040, 50);

        assertThat(marks.moments()).isEqualTo(List.of(2_000L));
    }

    @Test
    void marksAreBounded() {
        TimeMarks marks = new TimeMarks();

        for (int i = 0; i < TimeMarks.MOST + 5; i++) {
            marks.toggle(i * 1_000L, 1);
        }

        assertThat(marks.moments()).hasSize(TimeMarks.MOST).startsWith(5_000L);
    }

    /** Five records, each caused by the one before. */
    private static ScopeSnapshot chain() {
        TraceLog log = new TraceLog(100);
        TraceStamp at = new TraceStamp();
        for (int i = 0; i < 5; i++) {
            at.set(i * 1_000L, -1, Irql.PASSIVE_LEVEL, i == 0 ? RecordHead.NO_CAUSE : i - 1);
            log.socketCreated(at, i + 1, SocketCategory.CONNECTION, 2, 0);
        }
        return TimelineLayoutTest.folded(log);
    }
}
