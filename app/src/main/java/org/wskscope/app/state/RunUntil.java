package org.wskscope.app.state;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.projection.ScopeSnapshot;

/**
 * Lets the run go on to the next record that meets a condition, and stands there: those that are in the log already are looked through in the background, and behind them what
 * happens is followed until one comes. Then the world stands too, where it can be held. Whoever shows it calls {@link #advance} once a pulse while it answers true. FX thread.
 */
public final class RunUntil {
    private static final long NONE = -1;

    private final SessionModel model;
    private final BackgroundWork work;
    private @Nullable RecordSearch search;
    private BackgroundWork.@Nullable Running running;
    private long hit = NONE;
    private boolean following;
    private boolean interrupted;

    /** How far it is. */
    public enum Phase {
        /** Nothing was asked for. */
        IDLE,
        /** Records that are in the log are looked through. */
        LOOKING,
        /** None of those met it, and what comes is awaited. */
        WAITING,
        /** The moment stands behind the record that met it, or is on its way there. */
        MET,
        /** It was ended, or a person moved the moment, before one met it. */
        ENDED
    }

    public RunUntil(SessionModel model, BackgroundWork work) {
        this.model = model;
        this.work = work;
    }

    /** Goes on from the moment to the next record that matches; the one that happened last does not count. */
    public void begin(RecordSearch.Matcher matcher) {
        release();
        hit = NONE;
        interrupted = false;
        following = false;
        search = new RecordSearch(matcher, model.moment().sequence(), Long.MAX_VALUE);
        search.follow(model.tailSnapshot());
        running = work.start(search);
    }

    /** Waits for nothing any more; the run goes on or stands as it did. */
    public void end() {
        interrupted |= search != null;
        release();
    }

    /** Takes in what was found since the last pulse; answers whether to call again at the next one. */
    public boolean advance() {
        RecordSearch now = search;
        if (now == null || running == null) {
            return false;
        }
        if (following && model.travel().cursor() instanceof Cursor.At) {
            end();
            return false;
        }
        RecordHits hits = now.hits();
        if (hits.count() > 0) {
            hit = hits.at(0);
            release();
            model.travel().stop();
            model.travel().goOnto(hit);
            return false;
        }
        ScopeSnapshot tail = model.tailSnapshot();
        now.follow(tail);
        if (hits.examinedTo() < tail.playhead()) {
            running.wake();
        } else if (!following) {
            letGo();
        }
        return true;
    }

    public Phase phase() {
        if (hit >= 0) {
            return Phase.MET;
        }
        if (search == null) {
            return interrupted ? Phase.ENDED : Phase.IDLE;
        }
        return following ? Phase.WAITING : Phase.LOOKING;
    }

    /** The record that met the condition; −1 while there is none. */
    public long hit() {
        return hit;
    }

    private void letGo() {
        following = true;
        model.travel().follow();
        if (!model.travel().isRunning()) {
            model.travel().run();
        }
    }

    private void release() {
        if (running != null) {
            running.stop();
        }
        running = null;
        search = null;
    }
}
