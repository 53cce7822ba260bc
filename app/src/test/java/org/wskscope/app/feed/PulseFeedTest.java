package org.wskscope.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wskscope.app.state.Cursor;
import org.wskscope.app.state.Moves;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.state.Trouble;

class PulseFeedTest {
    private static final long FRAME = 16_666_667;
    private static final long PULSES_TO_REST = PulseFeed.QUIET_NANOS / FRAME + 1;

    private final FakeSession session = new FakeSession();
    private final AtomicLong real = new AtomicLong();
    private final Projector projector = new Projector(session, real::get);
    private final Seeker seeker = new Seeker(projector);
    private final EngineGateway gateway = new EngineGateway(session);
    private final SessionModel model = new SessionModel(session.log(), true, 2);
    private final PulseFeed feed = new PulseFeed(projector, seeker, gateway, model);
    private long pulses;

    @Test
    void aPulseBringsTheNewestSnapshotIntoTheModel() {
        AtomicInteger changes = new AtomicInteger();
        model.snapshotProperty().addListener((o, old, now) -> changes.incrementAndGet());
        session.createSocket();
        session.createSocket();

        projector.turn();
        pulse();
        pulse();

        assertThat(model.snapshot().sockets()).hasSize(2);
        assertThat(model.moment().sequence()).isEqualTo(2);
        assertThat(changes).hasValue(1);
    }

    @Test
    void aMomentThatStandsStaysAndSaysHowMuchCameMeanwhile() {
        model.travel().stop();
        pulse();
        session.createSocket();

        real.addAndGet(FRAME);
        projector.turn();
        pulse();

        assertThat(model.travel().cursor()).isEqualTo(new Cursor.At(0));
        assertThat(model.isPast()).isTrue();
        assertThat(model.moment().sequence()).isZero();
        assertThat(model.lagRecords()).isEqualTo(1);
    }

    @Test
    void whatFollowsMoreSlowlyPlays() {
        model.speedProperty().set(0.5);
        Cursor slowed = model.travel().cursor();
        model.speedProperty().set(1);

        assertThat(slowed).isEqualTo(new Cursor.Play(0, 0.5));
        assertThat(model.travel().cursor()).isEqualTo(new Cursor.Follow());
    }

    @Test
    @Timeout(20)
    void stepsAreMadeOneAfterTheOtherAndOnlyTheLastIsShown() {
        sockets(5);
        model.travel().go(Moves.by(-1));
        model.travel().go(Moves.by(-1));
        model.travel().go(Moves.by(-1));

        arrive();

        assertThat(model.travel().cursor()).isEqualTo(new Cursor.At(2));
        assertThat(model.snapshot().sockets()).hasSize(2);
        assertThat(model.isPast()).isTrue();
        assertThat(model.moment().history().tail()).isEqualTo(5);
    }

    @Test
    @Timeout(20)
    void theWayBackToTheEndShowsWhatCameMeanwhile() {
        sockets(3);
        model.travel().go(Moves.to(1));
        arrive();
        sockets(2);
        long stood = model.moment().sequence();

        model.travel().follow();
        pulse();

        assertThat(stood).isEqualTo(1);
        assertThat(model.moment().sequence()).isEqualTo(5);
        assertThat(model.isPast()).isFalse();
    }

    @Test
    @Timeout(20)
    void aMomentThatPlaysGoesWithRecordTimeAtItsSpeed() {
        for (int record = 0; record < 10; record++) {
            session.clock.advance(10 * FRAME);
            session.createSocket();
        }
        real.addAndGet(FRAME);
        projector.turn();
        pulse();
        model.travel().go(Moves.to(1));
        arrive();
        model.speedProperty().set(0.5);

        model.travel().run();
        pulse();
        pulses += 39 * FRAME;
        Waiting.until(() -> {
            feed.pulse(pulses);
            return model.moment().sequence() == 2;
        });

        assertThat(model.nowNanos()).isBetween(20 * FRAME, 30 * FRAME);
        assertThat(model.travel().cursor()).isEqualTo(new Cursor.Play(1, 0.5));
    }

    @Test
    @Timeout(20)
    void whatRunsBackwardsStandsAtTheStart() {
        sockets(4);
        model.travel().runBackwards();
        pulse();
        pulses += 1000 * FRAME;
        Waiting.until(() -> {
            pulse();
            return model.travel().cursor() instanceof Cursor.At;
        });

        assertThat(model.moment().sequence()).isZero();
    }

    @Test
    void theClockGoesOnWhereNothingHappensButTheTimeOfTheViewsStands() {
        session.createSocket();
        projector.turn();
        boolean active = true;
        for (int pulse = 0; pulse <= PULSES_TO_REST; pulse++) {
            active = pulse();
        }
        long stood = model.nowNanos();

        session.clock.advance(5_000_000_000L);
        real.addAndGet(5_000_000_000L);
        projector.turn();
        boolean activeForTheClock = pulse();

        assertThat(active).isFalse();
        assertThat(activeForTheClock).isFalse();
        assertThat(model.nowNanos()).isEqualTo(stood);
        assertThat(model.clockNanosProperty().get()).isEqualTo(session.clock.nanoTime());
    }

    @Test
    void aRecordEndsTheRestAndTheTimeOfTheViewsCatchesUp() {
        session.createSocket();
        projector.turn();
        for (int pulse = 0; pulse <= PULSES_TO_REST; pulse++) {
            pulse();
        }
        session.clock.advance(5_000_000_000L);
        real.addAndGet(5_000_000_000L);
        session.createSocket();
        projector.turn();

        assertThat(feed.hasNews()).isTrue();
        assertThat(pulse()).isTrue();
        assertThat(model.snapshot().sockets()).hasSize(2);
        assertThat(model.nowNanos()).isEqualTo(session.clock.nanoTime());
    }

    @Test
    void anOpenBarKeepsThePumpAwakeForAsLongAsTimePasses() {
        session.pendIrp();
        projector.turn();
        pulse();
        boolean active = true;
        for (int pulse = 0; pulse <= 3 * PULSES_TO_REST; pulse++) {
            session.clock.advance(FRAME);
            real.addAndGet(FRAME);
            projector.turn();
            active &= pulse();
        }

        assertThat(active).isTrue();
        assertThat(model.nowNanos()).isEqualTo(session.clock.nanoTime());
    }

    @Test
    void aFullLogIsReportedWithTheTimeSinceWhen() {
        session.clock.advance(7 * FRAME);
        session.fill();
        projector.turn();
        pulse();

        assertThat(model.troubleProperty().get())
                .isEqualTo(new Trouble(Trouble.Kind.LOG_FULL, 7 * FRAME, session.log.size()));
    }

    @Test
    void aSessionThatWasClosedIsNoTrouble() {
        session.seal();
        projector.turn();
        pulse();

        assertThat(model.troubleProperty().get()).isEqualTo(Trouble.NONE);
    }

    private void sockets(int count) {
        session.clock.advance(FRAME);
        for (int i = 0; i < count; i++) {
            session.createSocket();
        }
        real.addAndGet(FRAME);
        projector.turn();
        pulse();
    }

    /** Until what was asked for has come. */
    private void arrive() {
        Waiting.until(() -> {
            pulse();
            return model.travel().wish() == null;
        });
    }

    @AfterEach
    void end() {
        seeker.close();
    }

    private boolean pulse() {
        pulses += FRAME;
        return feed.pulse(pulses);
    }
}
