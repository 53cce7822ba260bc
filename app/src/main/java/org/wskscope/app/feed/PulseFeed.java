package org.wskscope.app.feed;

import org.wskscope.app.state.DisplayMode;
import org.wskscope.app.state.SessionModel;
import org.wskscope.engine.projection.Totals;

/** What happens at one pulse, free of the toolkit: the newest frame enters the model, outcomes are delivered. FX thread. */
final class PulseFeed {
    /** So long without a change, and the pump may rest: a busy session is not woken for each record. */
    static final long QUIET_NANOS = 500_000_000;

    private final Projector projector;
    private final EngineGateway gateway;
    private final SessionModel model;
    private ProjectedFrame shown;
    private long logSize = -1;
    private long changedAt;

    PulseFeed(Projector projector, EngineGateway gateway, SessionModel model) {
        this.projector = projector;
        this.gateway = gateway;
        this.model = model;
        this.shown = projector.newest();
    }

    /** Brings what is new at {@code nowNanos} of the pulses' clock; false when the pump may rest until it is woken. At rest the clock goes on and the time of the views stands: nothing would change in them. */
    boolean pulse(long nowNanos) {
        projector.setPace(pace());
        ProjectedFrame frame = projector.newest();
        long size = projector.logSize();
        boolean changes = !isSame(frame) || size != logSize || isMoving(frame);
        if (changes) {
            changedAt = nowNanos;
        }
        shown = frame;
        logSize = size;
        boolean active = nowNanos - changedAt < QUIET_NANOS;
        model.showClock(frame.timeNanos());
        if (active) {
            model.showPeers(frame.peers());
            model.show(frame.snapshot(), frame.timeNanos(), size);
        }
        model.showTrouble(projector.trouble().or(gateway.trouble()));
        gateway.deliver();
        return active;
    }

    /** True when something came after the last pulse. */
    boolean hasNews() {
        return !isSame(projector.newest()) || projector.logSize() != logSize || gateway.hasReports();
    }

    private Pace pace() {
        return new Pace(
                model.mode(),
                Math.max(
                        SessionModel.MIN_SPEED,
                        Math.min(1, model.speedProperty().get())));
    }

    private boolean isSame(ProjectedFrame frame) {
        return frame.snapshot().playhead() == shown.snapshot().playhead() && frame.peers() == shown.peers();
    }

    /** Bars that are open grow as long as time passes, and a slowed display has records before it. */
    private boolean isMoving(ProjectedFrame frame) {
        Totals totals = frame.snapshot().totals();
        boolean open = totals.callbacksInFlight() > 0 || totals.irpsPending() > 0;
        boolean behind = model.mode() == DisplayMode.SLOWED && frame.snapshot().playhead() < projector.logSize();
        return behind || open && frame.timeNanos() != shown.timeNanos();
    }
}
