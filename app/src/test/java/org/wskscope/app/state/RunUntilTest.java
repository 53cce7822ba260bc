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

class RunUntilTest {
    private final TraceLog log = new TraceLog(1_000_000);
    private final ScopeFold fold = new ScopeFold(log);
    private final SessionModel session = new SessionModel(log, true, 1);
    private final ManualWork work = new ManualWork();
    private final Set<Long> meeting = new HashSet<>(Set.of(499L, 500L, 900L));
    private final HeldWorld world = new HeldWorld();
    private final RunUntil until = new RunUntil(session, work);

    @Test
    void fromThePastItGoesToTheNextRecordThatMeetsItAndNotToTheOneThatHappenedLast() {
        grow(1_000);
        standBehind(500);

        run();

        assertThat(until.phase()).isEqualTo(RunUntil.Phase.MET);
        assertThat(until.hit()).isEqualTo(500);
        assertThat(session.travel().cursor()).isInstanceOf(Cursor.At.class);
        assertThat(session.travel().wish()).isNotNull();
        assertThat(work.running()).isZero();
    }

    @Test
    void whatHasNotHappenedIsAwaitedAndTheWorldStandsWhenItHas() {
        session.setWorld(world);
        world.held = true;
        grow(1_000);
        meeting.clear();
        meeting.add(1_200L);

        run();

        assertThat(until.phase()).isEqualTo(RunUntil.Phase.WAITING);
        assertThat(world.held).isFalse();
        grow(1_100);
        settle();
        assertThat(until.phase()).isEqualTo(RunUntil.Phase.WAITING);
        grow(2_000);
        settle();
        assertThat(until.phase()).isEqualTo(RunUntil.Phase.MET);
        assertThat(until.hit()).isEqualTo(1_200);
        assertThat(world.held).isTrue();
        assertThat(session.travel().cursor()).isInstanceOf(Cursor.At.class);
    }

    @Test
    void whoPausesMeanwhileIsNotMovedAnyMore() {
        grow(1_000);
        meeting.clear();
        meeting.add(1_200L);
        run();

        session.travel().stop();
        settle();
        grow(2_000);
        settle();

        assertThat(until.phase()).isEqualTo(RunUntil.Phase.ENDED);
        assertThat(until.hit()).isNegative();
        assertThat(work.running()).isZero();
    }

    private void run() {
        until.begin(new RecordSearch.Matcher() {
            @Override
            public boolean matches(ScopeSnapshot snapshot, long sequence) {
                return meeting.contains(sequence);
            }

            @Override
            public boolean isSettled(ScopeSnapshot snapshot, long sequence) {
                return true;
            }
        });
        settle();
    }

    private void settle() {
        for (int pulse = 0; pulse < 4; pulse++) {
            work.finish();
            until.advance();
        }
    }

    private void standBehind(long records) {
        ScopeFold then = new ScopeFold(log);
        then.foldTo(records);
        session.travel().go(Moves.to(records));
        long number = java.util.Objects.requireNonNull(session.travel().wish()).number();
        session.travel().arrived(number, new Moment(then.snapshot(), then.timeNanos(), fold.history()), log.size());
    }

    private void grow(long records) {
        TraceStamp at = new TraceStamp();
        while (log.size() < records) {
            log.clientRegistered(at.set(log.size(), -1, Irql.PASSIVE_LEVEL, RecordHead.NO_CAUSE), "client", 0x100);
        }
        fold.foldTo(log.size());
        session.show(fold.snapshot(), fold.timeNanos(), log.size());
    }

    private static final class HeldWorld implements World {
        private boolean held;

        @Override
        public boolean canBeHeld() {
            return true;
        }

        @Override
        public boolean isHeld() {
            return held;
        }

        @Override
        public void hold() {
            held = true;
        }

        @Override
        public void go(double speed) {
            held = false;
        }

        @Override
        public void step() {}
    }
}
