package org.wskscope.app;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.feed.ScenarioRunner;
import org.wskscope.app.feed.SessionSource;
import org.wskscope.app.state.NextSession;
import org.wskscope.app.state.ScenarioPort.PlayRequest;
import org.wskscope.engine.session.ChoiceSettings;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.session.SimulatedSession;
import org.wskscope.engine.session.SimulatedSessionOptions;
import org.wskscope.engine.trace.LogMemory;

/**
 * The sessions in virtual time: one at a time, a fresh one for each scenario, so that its log begins at 0 and is the same for the same seed. FX thread unless said
 * otherwise.
 */
final class VirtualSessions implements SessionSource {
    private final NextSession next;
    private final LogMemory memory;
    private final Presenter presenter;
    private final Executor ending;
    private final ScenarioRunner scenarios;
    private @Nullable SessionContext desk;

    /**
     * @param next what the user wants the next session to be like; what a scenario needs goes before that
     * @param memory what the logs of all sessions may take together
     * @param ending where sessions end that are shown no longer
     */
    VirtualSessions(NextSession next, LogMemory memory, Presenter presenter, Executor ending) {
        this.next = next;
        this.memory = memory;
        this.presenter = presenter;
        this.ending = ending;
        scenarios = new ScenarioRunner("wsk-virtual-scenario", this, ScenarioRunner.Ending.STAY);
    }

    ScenarioRunner scenarios() {
        return scenarios;
    }

    /** The desk of the newest session; null before the first. */
    @Nullable
    SessionContext desk() {
        return desk;
    }

    /** Ends the scenario and the session. Waits for them. */
    void close() {
        scenarios.close();
        SessionContext last = desk;
        if (last != null) {
            last.stop();
            last.end();
        }
    }

    @Override
    public Session sessionFor(Optional<PlayRequest> request) {
        ChoiceSettings needed =
                request.map(wanted -> wanted.scenario().choices()).orElse(ChoiceSettings.NONE);
        NextSession.Plan plan = next.plan().with(needed);
        return SimulatedSession.open(SimulatedSessionOptions.DEFAULT
                .withChoices(plan.choices())
                .withSeed(plan.seed())
                .withMemory(memory));
    }

    @Override
    public void show(Session session) {
        SessionContext before = desk;
        desk = presenter.present(session, before);
        if (before != null) {
            before.stop();
            ending.execute(before::end);
        }
    }
}
