package org.wskscope.app.feed;

import org.wskscope.app.state.SessionModel;

/** What happens at one pulse, free of the toolkit: the newest frame enters the model, outcomes are delivered, pulses are counted. FX thread. */
final class PulseFeed {
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final Projector projector;
    private final EngineGateway gateway;
    private final SessionModel model;
    private long countingSince = Long.MIN_VALUE;
    private int pulses;

    PulseFeed(Projector projector, EngineGateway gateway, SessionModel model) {
        this.projector = projector;
        this.gateway = gateway;
        this.model = model;
    }

    void pulse(long nowNanos) {
        projector.setPace(new Pace(
                model.mode(),
                Math.max(
                        SessionModel.MIN_SPEED,
                        Math.min(1, model.speedProperty().get()))));
        ProjectedFrame frame = projector.newest();
        model.showPeers(frame.peers());
        model.show(frame.snapshot(), frame.timeNanos(), projector.logSize());
        gateway.deliver();
        count(nowNanos);
    }

    private void count(long nowNanos) {
        if (countingSince == Long.MIN_VALUE) {
            countingSince = nowNanos;
            return;
        }
        pulses++;
        if (nowNanos - countingSince >= SECOND_NANOS) {
            model.showFramesPerSecond(pulses * (double) SECOND_NANOS / (nowNanos - countingSince));
            countingSince = nowNanos;
            pulses = 0;
        }
    }
}
