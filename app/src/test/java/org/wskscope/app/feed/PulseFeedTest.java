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

    private final FakeSession session = new FakeSession();
    private final AtomicLong real = new AtomicLong();
    private final Projector projector = new Projector(session, real::get);
    private final EngineGateway gateway = new EngineGateway(session);
    private final SessionModel model = new SessionModel(session.log(), true, 2);
    private final PulseFeed feed = new PulseFeed(projector, gateway, model);

    @Test
    void aPulseBringsTheNewestSnapshotIntoTheModel() {
        AtomicInteger changes = new AtomicInteger();
        model.snapshotProperty().addListener((o, old, now) -> changes.incrementAndGet());
        session.createSocket();
        session.createSocket();

        projector.turn();
        feed.pulse();
        feed.pulse();

        assertThat(model.snapshot().sockets()).hasSize(2);
        assertThat(model.playhead().sequence()).isEqualTo(2);
        assertThat(changes).hasValue(1);
    }

    @Test
    void pausingTheModelPausesTheProjectorAndTheLagIsShown() {
        model.pausedProperty().set(true);
        feed.pulse();
        session.createSocket();

        real.addAndGet(FRAME);
        projector.turn();
        feed.pulse();

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
        for (int pulse = 0; pulse <= PulseFeed.QUIET_PULSES; pulse++) {
            active = feed.pulse();
        }
        long stood = model.playhead().timeNanos();

        session.clock.advance(5_000_000_000L);
        real.addAndGet(5_000_000_000L);
        projector.turn();
        boolean activeForTheClock = feed.pulse();

        assertThat(active).isFalse();
        assertThat(activeForTheClock).isFalse();
        assertThat(model.playhead().timeNanos()).isEqualTo(stood);
        assertThat(model.clockNanosProperty().get()).isEqualTo(session.clock.nanoTime());
    }

    @Test
    void aRecordEndsTheRestAndTheTimeOfTheViewsCatchesUp() {
        session.createSocket();
        projector.turn();
        for (int pulse = 0; pulse <= PulseFeed.QUIET_PULSES; pulse++) {
            feed.pulse();
        }
        session.clock.advance(5_000_000_000L);
        real.addAndGet(5_000_000_000L);
        session.createSocket();
        projector.turn();

        assertThat(feed.hasNews()).isTrue();
        assertThat(feed.pulse()).isTrue();
        assertThat(model.snapshot().sockets()).hasSize(2);
        assertThat(model.playhead().timeNanos()).isEqualTo(session.clock.nanoTime());
    }

    @Test
    void anOpenBarKeepsThePumpAwakeForAsLongAsTimePasses() {
        session.pendIrp();
        projector.turn();
        feed.pulse();
        boolean active = true;
        for (int pulse = 0; pulse <= 3 * PulseFeed.QUIET_PULSES; pulse++) {
            session.clock.advance(FRAME);
            real.addAndGet(FRAME);
            projector.turn();
            active &= feed.pulse();
        }

        assertThat(active).isTrue();
        assertThat(model.playhead().timeNanos()).isEqualTo(session.clock.nanoTime());
    }

    @Test
    void aFullLogIsToldWithTheTimeSinceWhen() {
        session.clock.advance(7 * FRAME);
        session.fill();
        projector.turn();
        feed.pulse();

        assertThat(model.troubleProperty().get())
                .isEqualTo(new Trouble(Trouble.Kind.LOG_FULL, 7 * FRAME, session.log.size()));
    }

    @Test
    void aSessionThatWasClosedIsNoTrouble() {
        session.seal();
        projector.turn();
        feed.pulse();

        assertThat(model.troubleProperty().get()).isEqualTo(Trouble.NONE);
    }
}
