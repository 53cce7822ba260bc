package org.wskscope.engine.scenario;

import java.util.concurrent.TimeUnit;
import org.wskscope.engine.session.CommandOutcome;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.session.LogAwaits;
import org.wskscope.engine.session.LogWait;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.wsk.SocketId;

/** What the steps of one running scenario share: the session, who is who, and since when the log is looked at. Owned by the thread that plays. */
final class ScenarioContext {
    /** As long as a callback that is due may take to begin; on real sockets from the last record on. */
    private static final long SETTLE_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

    /** As long as what a remote end has done may be on its way, on a machine that is busy. */
    private static final long ARRIVAL_NANOS = TimeUnit.SECONDS.toNanos(1);

    final Session session;
    final ScenarioBindings cast;
    final String scenario;
    /** Since the scenario began. */
    final LogWait log;

    private LogWait recent;
    /** The last deed was a remote end's. */
    private boolean onTheWay;

    ScenarioContext(Session session, ScenarioBindings cast, String scenario) {
        this.session = session;
        this.cast = cast;
        this.scenario = scenario;
        log = LogWait.fromNow(session);
        recent = log;
    }

    /** A deed begins: what is waited for next happens after this. */
    void begin() {
        recent = LogWait.fromNow(session);
        onTheWay = false;
    }

    /** Since the last deed began. */
    LogWait recent() {
        return recent;
    }

    /** As {@link #begin}, of something a remote end does: it has happened only once it has come to a socket. */
    void beginRemotely() {
        begin();
        onTheWay = true;
    }

    /**
     * Lets happen what is about to happen. What a remote end has done is on its way until a socket says that it has come; what waits in the network may never come. In virtual
     * time nothing is late.
     */
    void settle() {
        boolean realTime = session.gate().isEmpty();
        if (onTheWay && realTime) {
            awaits().arrival(ARRIVAL_NANOS);
        }
        session.settle(SETTLE_NANOS);
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
