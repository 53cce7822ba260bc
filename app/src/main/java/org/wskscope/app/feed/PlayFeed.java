package org.wskscope.app.feed;

import org.jspecify.annotations.Nullable;
import org.wskscope.app.state.Cursor;
import org.wskscope.app.state.Move;
import org.wskscope.app.state.Moves;
import org.wskscope.app.state.SessionModel;

/** Moves a moment that plays: real time, made slower, says how far it has come by now. FX thread. */
final class PlayFeed {
    private static final long RECORDS_PER_PULSE = 50_000;

    private final Projector projector;
    private final Seeker seeker;
    private final SessionModel model;
    private Cursor.@Nullable Play playing;
    private long anchorReal;
    private long anchorSession;
    /** Numbers of its own: the others are those of wishes. */
    private long question;

    private boolean waiting;

    PlayFeed(Projector projector, Seeker seeker, SessionModel model) {
        this.projector = projector;
        this.seeker = seeker;
        this.model = model;
    }

    /** Another thing moves the moment. */
    void rest() {
        playing = null;
        waiting = false;
    }

    boolean isMoving(Cursor cursor, ProjectedFrame frame) {
        if (!(cursor instanceof Cursor.Play play)) {
            return false;
        }
        return waiting
                || play.speed() < 0
                || model.moment().sequence() < projector.logSize()
                || model.nowNanos() < frame.timeNanos();
    }

    void pulse(Cursor.Play now, ProjectedFrame frame, long logSize, long nowNanos) {
        if (!now.equals(playing)) {
            playing = now;
            waiting = false;
            anchorReal = nowNanos;
            anchorSession = model.nowNanos();
        }
        take(now, frame, logSize, nowNanos);
        if (waiting || !model.travel().cursor().equals(now)) {
            return;
        }
        long due = anchorSession + (long) ((nowNanos - anchorReal) * now.speed());
        Move move = now.speed() < 0 ? Moves.backTo(due, RECORDS_PER_PULSE) : Moves.upTo(due, RECORDS_PER_PULSE);
        waiting = true;
        seeker.ask(new Seeker.Question(--question, move, model.moment().sequence(), Math.max(0, due)));
    }

    private void take(Cursor.Play now, ProjectedFrame frame, long logSize, long nowNanos) {
        Seeker.Answer answer = seeker.answer();
        if (waiting && seeker.hasFailed(question)) {
            model.travel().stop();
            return;
        }
        if (!waiting || answer == null || answer.number() != question) {
            model.show(model.moment(), logSize);
            return;
        }
        waiting = false;
        model.show(answer.moment(), logSize);
        boolean atTail = answer.moment().sequence() >= frame.history().tail();
        if (now.speed() < 0 && answer.moment().sequence() == 0) {
            model.travel().stop();
        } else if (now.speed() > 0 && atTail && answer.moment().timeNanos() >= frame.timeNanos()) {
            arrivedAtTail(now, frame, nowNanos);
        }
    }

    /** What comes next is shown from its own time on, however long it did not come. */
    private void arrivedAtTail(Cursor.Play now, ProjectedFrame frame, long nowNanos) {
        anchorReal = nowNanos;
        anchorSession = frame.timeNanos();
        if (now.speed() >= 1 || model.world().canBeHeld()) {
            model.travel().playedToTail();
        }
    }
}
