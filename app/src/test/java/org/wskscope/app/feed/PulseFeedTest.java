package org.wskscope.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.wskscope.app.state.DisplayMode;
import org.wskscope.app.state.SessionModel;

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
        feed.pulse(0);
        feed.pulse(FRAME);

        assertThat(model.snapshot().sockets()).hasSize(2);
        assertThat(model.playhead().sequence()).isEqualTo(2);
        assertThat(changes).hasValue(1);
    }

    @Test
    void pausingTheModelPausesTheProjectorAndTheLagIsShown() {
        model.pausedProperty().set(true);
        feed.pulse(0);
        session.createSocket();

        real.addAndGet(FRAME);
        projector.turn();
        feed.pulse(FRAME);

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
    void pulsesAreCountedOverASecond() {
        for (int pulse = 0; pulse <= 61; pulse++) {
            feed.pulse(pulse * FRAME);
        }

        assertThat(model.framesPerSecondProperty().get()).isBetween(59.5, 60.5);
    }
}
