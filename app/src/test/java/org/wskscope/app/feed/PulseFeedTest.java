package org.wskscope.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.wskscope.app.state.DisplayMode;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.state.Trouble;

class PulseFeedTest {
    private static final long FRAME = 16_666_667;
    private static final long PULSES_TO_REST = PulseFeed.QUIET_NANOS / FRAME + 1;

    private final FakeSession session = new FakeSession();
    private final AtomicLong real = new AtomicLong();
    private final Projector projector = new Projector(session, real::get);
    private final EngineGateway gateway = new EngineGateway(session);
    private final SessionModel model = new SessionModel(session.log(), true, 2);
    private final PulseFeed feed = new PulseFeed(projector, gateway, model);
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
        assertThat(model.playhead().sequence()).isEqualTo(2);
        assertThat(changes).hasValue(1);
    }

    @Test
    void pausingTheModelPausesTheProjectorAndTheLagIsShown() {
        model.pausedProperty().set(true);
        pulse();
        session.createSocket();

        real.addAndGet(FRAME);
        projector.turn();
        pulse();

        assertThat(model.mode()).isEqualTo(DisplayMode.PAUSED);
        assertThat(model.playhead().sequence()).isZero();
        assertThat(model.playhead().lagRecords()).isEqualTo(1);
    }

    @Test
    void aSpeedBelowOneIsSlowed() {
        model.speedProperty().set(0.5);

        assertThat(model.mode()).isEqualTo(DisplayMode.SLOWED);
    }

    @Test
    void theClockGoesOnWhereNothingHappensButTheTimeOfTheViewsStands() {
        session.createSocket();
        projector.turn();
        boolean active = true;
        for (int pulse = 0; pulse <= PULSES_TO_REST; pulse++) {
            active = pulse();
        }
        long stood = model.playhead().timeNanos();

        session.clock.advance(5_000_000_000L);
        real.addAndGet(5_000_000_000L);
        projector.turn();
        boolean activeForTheClock = pulse();

        assertThat(active).isFalse();
        assertThat(activeForTheClock).isFalse();
        assertThat(model.playhead().timeNanos()).isEqualTo(stood);
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
        assertThat(model.playhead().timeNanos()).isEqualTo(session.clock.nanoTime());
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
        assertThat(model.playhead().timeNanos()).isEqualTo(session.clock.nanoTime());
    }

    @Test
    void aFullLogIsToldWithTheTimeSinceWhen() {
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

    private boolean pulse() {
        pulses += FRAME;
        return feed.pulse(pulses);
    }
}
