package org.wskscope.app.feed;

import javafx.animation.AnimationTimer;
import org.wskscope.app.state.SessionModel;

/** Brings the projector's newest frame into the model, at most once a pulse. FX thread. */
public final class FramePump extends AnimationTimer {
    private final PulseFeed feed;

    public FramePump(Projector projector, EngineGateway gateway, SessionModel model) {
        this.feed = new PulseFeed(projector, gateway, model);
    }

    @Override
    public void handle(long nowNanos) {
        feed.pulse(nowNanos);
    }
}
