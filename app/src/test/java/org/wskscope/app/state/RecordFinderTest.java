package org.wskscope.app.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wskscope.app.view.ManualWork;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceStamp;

class RecordFinderTest {
    private final TraceLog log = new TraceLog(1_000_000);
    private final ScopeFold fold = new ScopeFold(log);
    private final SessionModel session = new SessionModel(log, true, 1);
    private final Selection selection = new Selection(session);
    private final ManualWork work = new ManualWork();
    private final Set<Long> saying = new HashSet<>(Set.of(10L, 500L, 900L));
    private final Set<Long> unsettled = new HashSet<>();
    private long looked;
    private final RecordFinder finder = new RecordFinder(session, selection, work, (text, first) -> matcher());

    private RecordSearch.Matcher matcher() {
        return new RecordSearch.Matcher() {
            @Override
            public boolean matches(ScopeSnapshot snapshot, long sequence) {
                looked++;
                return saying.contains(sequence);
            }

            @Override
            public boolean isSettled(ScopeSnapshot snapshot, long sequence) {
                return !unsettled.contains(sequence);
            }
        };
    }

    @Test
    void hitsAreSelectedOneAfterTheOtherAndRoundAgain() {
        grow(1_000);

        assertThat(next()).isEqualTo(10);
        assertThat(finder.found().number()).isEqualTo(1);
        assertThat(finder.found().hits()).isEqualTo(3);
        assertThat(next()).isEqualTo(500);
        assertThat(next()).isEqualTo(900);
        assertThat(next()).isEqualTo(10);
        assertThat(previous()).isEqualTo(900);
        assertThat(finder.found().number()).isEqualTo(3);
        assertThat(previous()).isEqualTo(500);
    }

    @Test
    void theSearchBeginsAtTheSelection() {
        grow(1_000);
        selection.selectRecord(600);

        assertThat(next()).isEqualTo(900);
        assertThat(finder.found().number()).isEqualTo(3);
        assertThat(next()).isEqualTo(10);
        selection.selectRecord(600);
        assertThat(previous()).isEqualTo(500);
    }

    @Test
    void nothingIsSelectedAndNothingSaidToBeMissingBeforeAllWereLookedAt() {
        grow(1_000);
        saying.clear();

        finder.next("x");
        assertThat(finder.found().isComplete()).isFalse();
        settle();

        assertThat(finder.found().isComplete()).isTrue();
        assertThat(finder.found().examined()).isEqualTo(1_000);
        assertThat(finder.found().hits()).isZero();
        assertThat(selection.record()).isEmpty();
    }

    @Test
    void recordsThatComeMeanwhileAreFoundToo() {
        grow(1_000);
        next();
        saying.add(1_200L);

        grow(2_000);
        settle();

        assertThat(finder.found().hits()).isEqualTo(4);
        selection.selectRecord(1_000);
        assertThat(next()).isEqualTo(1_200);
        assertThat(finder.found().number()).isEqualTo(4);
    }

    @Test
    void eachRecordIsLookedAtOnce() {
        grow(1_000);
        next();
        for (int i = 0; i < 10; i++) {
            next();
            previous();
        }

        assertThat(looked).isEqualTo(1_000);
    }

    @Test
    void aRecordWhoseTextIsNotSettledIsLookedAtAgain() {
        unsettled.add(990L);
        grow(1_000);
        next();
        assertThat(finder.found().hits()).isEqualTo(3);

        saying.add(990L);
        unsettled.clear();
        grow(1_100);
        settle();

        assertThat(finder.found().hits()).isEqualTo(4);
    }

    @Test
    void aCancelledSearchSaysHowFarItLooked() {
        grow(1_000);
        finder.next("x");
        finder.cancel();
        settle();

        assertThat(finder.found().cancelled()).isTrue();
        assertThat(finder.found().isComplete()).isFalse();
        assertThat(work.running()).isZero();

        assertThat(next()).isEqualTo(10);
        assertThat(finder.found().cancelled()).isFalse();
    }

    private long next() {
        finder.next("x");
        settle();
        return selection.record().orElse(-1);
    }

    private long previous() {
        finder.previous("x");
        settle();
        return selection.record().orElse(-1);
    }

    private void settle() {
        for (int pulse = 0; pulse < 4; pulse++) {
            work.finish();
            finder.advance();
        }
    }

    private void grow(long records) {
        TraceStamp at = new TraceStamp();
        while (log.size() < records) {
            log.clientRegistered(at.set(log.size(), -1, Irql.PASSIVE_LEVEL, RecordHead.NO_CAUSE), "client", 0x100);
        }
        fold.foldTo(log.size());
        session.show(fold.snapshot(), fold.timeNanos(), log.size());
    }
}
