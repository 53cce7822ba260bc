package org.wskscope.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wskscope.app.state.DisplayMode;
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
    void aSnapshotWithoutNewRecordsIsTheSameObject() {
        records(1);
        projector.turn();
        var first = projector.newest().snapshot();

        pass(50 * MS);
        projector.turn();

        assertThat(projector.newest().snapshot()).isSameAs(first);
    }

    @Test
    void pausedStaysWhereItIsAndResumingJumpsToTheTail() {
        records(2);
        projector.turn();
        projector.setPace(new Pace(DisplayMode.PAUSED, 1));
        long stoodAt = projector.newest().timeNanos();

        pass(40 * MS);
        records(5);
        projector.turn();
        var paused = projector.newest();
        projector.setPace(Pace.LIVE);
        pass(40 * MS);
        projector.turn();

        assertThat(paused.snapshot().playhead()).isEqualTo(2);
        assertThat(paused.timeNanos()).isEqualTo(stoodAt);
        assertThat(projector.newest().snapshot().playhead()).isEqualTo(7);
    }

    @Test
    void slowedFollowsRecordTimeAtItsSpeed() {
        projector.turn();
        projector.setPace(new Pace(DisplayMode.SLOWED, 0.25));
        projector.turn();
        for (int i = 0; i < 10; i++) {
            pass(10 * MS);
            session.createSocket();
        }

        projector.turn();
        long afterHundred = projector.newest().snapshot().playhead();
        long timeAfterHundred = projector.newest().timeNanos();
        real.addAndGet(300 * MS);
        projector.turn();

        assertThat(afterHundred).isEqualTo(2);
        assertThat(timeAfterHundred).isEqualTo(25 * MS);
        assertThat(projector.newest().snapshot().playhead()).isEqualTo(10);
        assertThat(projector.newest().timeNanos()).isEqualTo(100 * MS);
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
