package org.wskscope.engine.scenario;

import org.wskscope.engine.session.CommandOutcome;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.session.LogAwaits;
import org.wskscope.engine.session.LogWait;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.wsk.SocketId;

/** What the steps of one running scenario share: the session, who is who, and since when the log is looked at. Owned by the thread that plays. */
final class ScenarioStage {
    final Session session;
    final ScenarioCast cast;
    final String scenario;
    /** Since the scenario began. */
    final LogWait log;

    private LogWait recent;

    ScenarioStage(Session session, ScenarioCast cast, String scenario) {
        this.session = session;
        this.cast = cast;
        this.scenario = scenario;
        log = LogWait.fromNow(session);
        recent = log;
    }

    /** A deed begins: what is waited for next happens after this. */
    void begin() {
        recent = LogWait.fromNow(session);
    }

    /** Since the last deed began. */
    LogWait recent() {
        return recent;
    }

    long end() {
        return LogWait.fromNow(session).position();
    }

    /** What came since the last deed began. */
    LogAwaits awaits() {
        return new LogAwaits(session, recent);
    }

    /** What came since the scenario began. */
    LogAwaits all() {
        return new LogAwaits(session, log);
    }

    /** The socket that the argument names. */
    SocketId socket(ScenarioStep step, String argument) {
        return cast.socket(step.text(argument));
    }

    /** Carries out a command that must succeed. */
    CommandOutcome ask(ScenarioStep step, EngineCommand command) {
        CommandOutcome outcome = session.execute(command);
        if (!outcome.status().isSuccess()) {
            throw new ScenarioFailedException(step.words() + " was answered with " + outcome.status());
        }
        return outcome;
    }
}
