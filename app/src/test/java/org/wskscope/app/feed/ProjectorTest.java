package org.wskscope.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wskscope.app.state.Trouble;
import org.wskscope.engine.testkit.logging.ExpectLog;

class ProjectorTest {
    private static final long MS = 1_000_000;

    private final FakeSession session = new FakeSession();
    private final AtomicLong real = new AtomicLong();
    private final Projector projector = new Projector(session, real::get);

    @Test
    void liveShowsEveryRecordAndTimeGoesOnBetweenThem() {
        records(3);

        projector.turn();
        long shown = projector.newest().snapshot().playhead();
        pass(20 * MS);
        projector.turn();

        assertThat(shown).isEqualTo(3);
        assertThat(projector.newest().timeNanos()).isEqualTo(session.clock.nanoTime());
    }

    @Test
    void looksTheLessOftenTheLongerNothingHappens() {
        PumpRest rest = new PumpRest(() -> {});
        projector.wakes(rest);
        records(1);
        projector.turn();
        rest.begin();
        long awake = projector.restNanos();
        pass(2_000 * MS);
        long idle = projector.restNanos();
        pass(9_000 * MS);
        long asleep = projector.restNanos();
        records(1);
        projector.turn();
        long again = projector.restNanos();

        assertThat(awake).isEqualTo(8 * MS);
        assertThat(idle).isEqualTo(32 * MS);
        assertThat(asleep).isEqualTo(100 * MS);
        assertThat(again).isEqualTo(8 * MS);
    }

    @Test
    void aSnapshotIsMadeAtMostOncePerFrame() {
        records(1);
        projector.turn();
        var first = projector.newest().snapshot();

        pass(5 * MS);
        records(1);
        projector.turn();
        var tooEarly = projector.newest();
        pass(12 * MS);
        projector.turn();

        assertThat(tooEarly.snapshot()).isSameAs(first);
        assertThat(tooEarly.timeNanos()).isEqualTo(MS);
        assertThat(projector.newest().snapshot().playhead()).isEqualTo(2);
    }

    @Test
    void theDisplayKeepsItsRateWhereATimerHasStepsOfWindows() {
        long step = 15_600_000;
        int shown = 0;
        records(1);
        projector.turn();
        for (long passed = 0; passed < 10_000 * MS; passed += step) {
            var before = projector.newest().snapshot();
            records(1);
            pass(step - MS);
            projector.turn();
            if (projector.newest().snapshot() != before) {
                shown++;
            }
        }

        assertThat(shown).isBetween(600, 630);
    }

    @Test
    void aSnapshotWithoutNewRecordsIsTheSameObject() {
        records(1);
        projector.turn();
        var first = projector.newest().snapshot();

        pass(50 * MS);
        projector.turn();

        assertThat(projector.newest().snapshot()).isSameAs(first);
    }

    @Test
    void aLogThatHasEndedStandsAtItsLastRecord() {
        records(2);
        session.seal();
        projector.turn();
        long end = projector.newest().snapshot().timeNanos();

        pass(500 * MS);
        projector.turn();

        assertThat(projector.newest().timeNanos()).isEqualTo(end);
    }

    @Test
    void aFloodIsFoldedInBoundedTurns() {
        records(120_000);

        boolean more = projector.turn();

        assertThat(more).isTrue();
        assertThat(projector.newest().snapshot().playhead()).isBetween(1L, 60_000L);
    }

    @Test
    @Timeout(20)
    void closingEndsItsThread() {
        try (Projector running = new Projector(session)) {
            running.start();
            records(10);
            Waiting.until(() -> running.newest().snapshot().playhead() == 10);
        }

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("wsk-projector"));
    }

    @Test
    @Timeout(20)
    @ExpectLog("Projector: The display stopped at record 0")
    void aProjectorThatDiesSaysSinceWhenAndWakesThePump() {
        AtomicInteger woken = new AtomicInteger();
        PumpRest pump = new PumpRest(woken::incrementAndGet);
        pump.begin();
        projector.wakes(pump);
        session.broken = true;

        projector.start();
        Waiting.until(() -> projector.trouble().exists());
        Waiting.until(() -> woken.get() == 1);

        assertThat(projector.trouble().kind()).isEqualTo(Trouble.Kind.DISPLAY_STOPPED);
    }

    @Test
    void aRestingPumpIsWokenOnceForARecordAndEverySecondForTheClock() {
        AtomicInteger woken = new AtomicInteger();
        PumpRest pump = new PumpRest(woken::incrementAndGet);
        projector.wakes(pump);
        projector.turn();

        pump.begin();
        pass(20 * MS);
        projector.turn();
        int forNothing = woken.get();
        records(3);
        pass(20 * MS);
        projector.turn();
        projector.turn();
        int forRecords = woken.get();
        pump.begin();
        pass(999 * MS);
        projector.turn();
        int beforeASecond = woken.get();
        pass(MS);
        projector.turn();

        assertThat(forNothing).isZero();
        assertThat(forRecords).isEqualTo(1);
        assertThat(beforeASecond).isEqualTo(1);
        assertThat(woken).hasValue(2);
    }

    private void records(int count) {
        pass(MS);
        for (int i = 0; i < count; i++) {
            session.createSocket();
        }
    }

    private void pass(long nanos) {
        session.clock.advance(nanos);
        real.addAndGet(Duration.ofNanos(nanos).toNanos());
    }
}
