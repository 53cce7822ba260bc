package org.wskscope.app;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.wskscope.app.feed.ScenarioRunner;
import org.wskscope.app.feed.SessionSource;
import org.wskscope.app.preferences.Preferences;
import org.wskscope.app.state.NextSession;
import org.wskscope.app.state.ScenarioPort.PlayRequest;
import org.wskscope.engine.scenario.Scenario;
import org.wskscope.engine.session.ChoiceSettings;
import org.wskscope.engine.session.LiveSession;
import org.wskscope.engine.session.LiveSessionOptions;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.trace.LogMemory;

/**
 * The live sessions with their example servers: one at a time, from the start of the program until somebody asks for another. The one before is ended first, because it has
 * the ports. FX thread unless said otherwise.
 */
final class LiveSessions implements SessionSource {
    private final NextSession next;
    private final Preferences ports;
    private final LogMemory memory;
    private final Presenter presenter;
    private final Executor ending;
    private final ScenarioRunner scenarios;
    private volatile Running running;
    private SessionContext desk;

    private record Running(LiveSession session, EchoServers servers) {}

    /**
     * What all sessions of the window share.
     *
     * @param memory what their logs may take together
     * @param ending where desks end that are shown no longer
     */
    record Environment(LogMemory memory, Executor ending) {}

    /**
     * Opens the first session. Waits for the engine; not on the FX thread.
     *
     * @param next what the user wants the next session to be like; what a scenario needs goes before that
     * @param ports where the servers listen first
     * @param around what it shares with other sessions
     */
    LiveSessions(
            NextSession next, Preferences ports, Environment around, CommandSentences sentences, Presenter presenter) {
        this.next = next;
        this.ports = ports;
        this.memory = around.memory();
        this.presenter = presenter;
        this.ending = around.ending();
        running = open(next.plan());
        desk = new SessionContext(running.session(), sentences);
        scenarios = new ScenarioRunner("wsk-scenario", this, ScenarioRunner.Ending.LEAVE);
    }

    ScenarioRunner scenarios() {
        return scenarios;
    }

    SessionContext desk() {
        return desk;
    }

    /** The servers of the newest session. Any thread. */
    EchoServers servers() {
        return running.servers();
    }

    @Override
    public Session sessionFor(Optional<PlayRequest> request) {
        if (request.isPresent() && !request.get().ownSession()) {
            return running.session();
        }
        ChoiceSettings needed =
                request.map(wanted -> wanted.scenario().choices()).orElse(ChoiceSettings.NONE);
        running.session().close();
        running = open(next.plan().with(needed));
        return running.session();
    }

    /** A seed counts only for the first sockets of a session, so a scenario that has one needs a fresh session. */
    @Override
    public boolean fits(Scenario scenario) {
        ChoiceSettings needed = scenario.choices();
        Session session = running.session();
        return needed.seed().isEmpty() && needed.isMetBy(session.choices(), session.seed());
    }

    @Override
    public void show(Session session) {
        SessionContext before = desk;
        if (session != before.session()) {
            desk = presenter.present(session, before);
            before.stop();
            ending.execute(before::end);
        }
    }

    /** Ends the scenario and the session, whose desk was stopped. Waits for them. */
    void close() {
        scenarios.close();
        desk.end();
        running.session().close();
    }

    private Running open(NextSession.Plan plan) {
        LiveSession session = LiveSession.open(LiveSessionOptions.DEFAULT
                .withChoices(plan.choices())
                .withSeed(plan.seed())
                .withMemory(memory));
        return new Running(session, EchoServers.start(session, ports.tcpPort(), ports.udpPort()));
    }
}
