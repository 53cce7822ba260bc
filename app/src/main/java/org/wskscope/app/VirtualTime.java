package org.wskscope.app;

import java.util.concurrent.Executor;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.feed.ScenarioRunner;
import org.wskscope.engine.session.Session;

/**
 * The sessions in virtual time: one at a time, a fresh one for each scenario, so that its log begins at 0 and is the same for the same seed. FX thread unless said
 * otherwise.
 */
final class VirtualTime {
    /** Puts a fresh session's desk on the window. */
    @FunctionalInterface
    interface Presenter {
        /** Returns the desk, started; the one before is no longer shown afterwards. */
        SessionDesk present(Session session, @Nullable SessionDesk before);
    }

    private final LongFunction<Session> sessions;
    private final Presenter presenter;
    private final Executor ending;
    private final ScenarioRunner scenarios;
    private volatile long seed = 1;
    private @Nullable SessionDesk desk;

    /**
     * @param sessions opens a session by its seed; called on the scenario thread
     * @param ending where sessions end that are shown no longer
     */
    VirtualTime(LongFunction<Session> sessions, Presenter presenter, Executor ending) {
        this.sessions = sessions;
        this.presenter = presenter;
        this.ending = ending;
        scenarios =
                new ScenarioRunner("wsk-virtual-scenario", this::openSession, this::show, ScenarioRunner.Ending.STAY);
    }

    ScenarioRunner scenarios() {
        return scenarios;
    }

    /** The desk of the newest session; null before the first. */
    @Nullable
    SessionDesk desk() {
        return desk;
    }

    long seed() {
        return seed;
    }

    /** The seed of the next session. */
    void setSeed(long newSeed) {
        seed = newSeed;
    }

    /** Ends the scenario and the session. Waits for them. */
    void close() {
        scenarios.close();
        SessionDesk last = desk;
        if (last != null) {
            last.stop();
            last.end();
        }
    }

    private Session openSession() {
        return sessions.apply(seed);
    }

    private void show(Session session) {
        SessionDesk before = desk;
        desk = presenter.present(session, before);
        if (before != null) {
            before.stop();
            ending.execute(before::end);
        }
    }
}
