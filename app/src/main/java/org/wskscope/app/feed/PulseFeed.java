package org.wskscope.app.feed;

import org.jspecify.annotations.Nullable;
import org.wskscope.app.state.Cursor;
import org.wskscope.app.state.Moment;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.state.TimeTravel.Pending;
import org.wskscope.engine.projection.Totals;

/** What happens at one pulse, free of the toolkit: the moment goes where the cursor wants it, outcomes are delivered. FX thread. */
final class PulseFeed {
    /** So long without a change, and the pump may rest: a busy session is not woken for each record. */
    static final long QUIET_NANOS = 500_000_000;

    private final Projector projector;
    private final Seeker seeker;
    private final EngineGateway gateway;
    private final SessionModel model;
    private final PlayFeed play;
    private ProjectedFrame shown;
    private long logSize = -1;
    private long changedAt;
    private long asked;

    PulseFeed(Projector projector, Seeker seeker, EngineGateway gateway, SessionModel model) {
        this.projector = projector;
        this.seeker = seeker;
        this.gateway = gateway;
        this.model = model;
        this.play = new PlayFeed(projector, seeker, model);
        this.shown = projector.newest();
    }

    /** Brings what is new at {@code nowNanos} of the pulses' clock; false when the pump may rest until it is woken. At rest the clock goes on and the time of the views stands: nothing would change in them. */
    boolean pulse(long nowNanos) {
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
        model.showTail(frame.snapshot(), frame.timeNanos());
        model.travel().tailIs(frame.history().tail());
        moveMoment(frame, size, active, nowNanos);
        model.showTrouble(projector.trouble().or(gateway.trouble()));
        gateway.deliver();
        return active;
    }

    /** True when something came after the last pulse. */
    boolean hasNews() {
        return !isSame(projector.newest())
                || projector.logSize() != logSize
                || gateway.hasReports()
                || model.travel().wish() != null;
    }

    private void moveMoment(ProjectedFrame frame, long size, boolean active, long nowNanos) {
        Cursor cursor = model.travel().cursor();
        if (cursor instanceof Cursor.Play playing) {
            play.pulse(playing, frame, size, nowNanos);
            return;
        }
        play.rest();
        if (cursor instanceof Cursor.Follow) {
            if (active) {
                follow(frame, size);
            }
            return;
        }
        Pending wish = model.travel().wish();
        if (wish == null) {
            model.show(model.moment(), size);
            return;
        }
        if (wish.number() != asked) {
            asked = wish.number();
            seeker.ask(new Seeker.Question(asked, wish.move(), wish.from(), 0));
        }
        Seeker.Answer answer = seeker.answer();
        if (answer != null && answer.number() == asked) {
            model.travel().arrived(asked, answer.moment(), size);
        } else if (seeker.hasFailed(asked)) {
            model.travel().stop();
        }
    }

    @SuppressWarnings("ReferenceEquality") // snapshots never change: another one is another object
    private void follow(ProjectedFrame frame, long size) {
        Moment now = model.moment();
        long nanos = Math.max(frame.timeNanos(), frame.snapshot().timeNanos());
        boolean same = now.snapshot() == frame.snapshot() && now.timeNanos() == nanos;
        model.show(same ? now : new Moment(frame.snapshot(), nanos, frame.history()), size);
    }

    private boolean isSame(ProjectedFrame frame) {
        return frame.snapshot().playhead() == shown.snapshot().playhead();
    }

    /** Bars that are open grow as long as time passes, and a moment that moves has records before it. */
    private boolean isMoving(ProjectedFrame frame) {
        Totals totals = frame.snapshot().totals();
        boolean open = totals.callbacksInFlight() > 0 || totals.irpsPending() > 0;
        boolean follows = model.travel().cursor() instanceof Cursor.Follow;
        @Nullable Pending wish = model.travel().wish();
        return wish != null
                || model.travel().isStepping()
                || follows && model.moment().sequence() != frame.snapshot().playhead()
                || play.isMoving(model.travel().cursor(), frame)
                || follows && open && frame.timeNanos() != shown.timeNanos();
    }
}
