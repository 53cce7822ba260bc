package org.wskscope.app.feed;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import org.wskscope.app.state.SessionModel;

/**
 * Brings the projector's newest frame into the model, at most once a pulse. Rests while nothing changes, so that a window nobody uses costs nothing: the projector and the
 * gateway wake it. FX thread.
 */
public final class FramePump {
    private final PulseFeed feed;
    private final SessionModel model;
    private final PumpRest rest = new PumpRest(() -> Platform.runLater(this::wake));
    private final InvalidationListener userChanged = o -> rest.wake();
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long nowNanos) {
            pulsed(nowNanos);
        }
    };
    private boolean started;

    public FramePump(Projector projector, Seeker seeker, EngineGateway gateway, SessionModel model) {
        this.model = model;
        this.feed = new PulseFeed(projector, seeker, gateway, model);
        projector.wakes(rest);
        seeker.wakes(rest);
        gateway.wakes(rest);
    }

    public void start() {
        started = true;
        model.travel().cursorProperty().addListener(userChanged);
        model.travel().wishProperty().addListener(userChanged);
        pulse.start();
    }

    public void stop() {
        started = false;
        model.travel().cursorProperty().removeListener(userChanged);
        model.travel().wishProperty().removeListener(userChanged);
        pulse.stop();
    }

    private void wake() {
        if (started) {
            pulse.start();
        }
    }

    private void pulsed(long nowNanos) {
        if (feed.pulse(nowNanos)) {
            return;
        }
        pulse.stop();
        rest.begin();
        if (feed.hasNews()) {
            rest.wake();
        }
    }
}
