package org.wskscope.engine.scenario;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.wskscope.engine.session.ChoiceSettings;
import org.wskscope.engine.session.LogWait;
import org.wskscope.engine.session.RecordMissingException;
import org.wskscope.engine.session.Session;

/**
 * Plays scenarios through the front door of a session: each step waits until the log shows what it is about, so the order is the file's and not the clock's. Makes
 * sockets and peers of its own and takes them away at the end, unless told to stay. Any thread that may wait; never a processor or the FX thread. One scenario at a time.
 */
public final class ScenarioPlayer {
    private final Session session;
    private final long paceNanos;

    /** As fast as the log allows. */
    public ScenarioPlayer(Session session) {
        this(session, 0);
    }

    /**
     * @param paceNanos how long to rest before each step, nanoseconds, so that people can follow
     */
    public ScenarioPlayer(Session session, long paceNanos) {
        this.session = session;
        this.paceNanos = paceNanos;
    }

    /**
     * Plays all of it.
     *
     * @return where its steps, without the set-up, stand in the log
     * @throws ScenarioFailedException when the session has other choices than the scenario needs, WSK answers otherwise than the file says, or something does not happen in time
     * @throws ScenarioCancelledException when the observer ended it
     */
    public ScenarioPart play(Scenario scenario, ScenarioObserver observer) {
        checkChoices(scenario);
        ScenarioBindings cast = new ScenarioBindings(session);
        try {
            Run run = new Run(scenario, cast, observer);
            run.steps(scenario.setUp());
            long start = end();
            run.steps(scenario.steps());
            ScenarioPart part = new ScenarioPart(scenario.id(), start, end());
            cast.leave();
            return part;
        } catch (RuntimeException | Error failed) {
            leaveAfter(failed, cast);
            throw failed;
        }
    }

    /**
     * Plays all of it and leaves everything as it is then, for people to look at: meant for a session that is played on once.
     *
     * @throws ScenarioFailedException as {@link #play}; then everything is taken away again
     * @throws ScenarioCancelledException as {@link #play}; then everything is taken away again
     */
    public void playAndStay(Scenario scenario, ScenarioObserver observer) {
        playAndStay(scenario, scenario.steps(), observer);
    }

    /**
     * Plays up to the moment {@code mark} and leaves everything as it is then, for people to look at and to go on by hand.
     *
     * @throws IllegalArgumentException when the scenario has no such moment
     * @throws ScenarioFailedException as {@link #play}; then everything is taken away again
     * @throws ScenarioCancelledException as {@link #play}; then everything is taken away again
     */
    public void playUntil(Scenario scenario, String mark, ScenarioObserver observer) {
        if (!scenario.marks().contains(mark)) {
            throw new IllegalArgumentException(scenario.id() + " has no moment called " + mark);
        }
        playAndStay(scenario, scenario.stepsBefore(mark), observer);
    }

    private void playAndStay(Scenario scenario, List<ScenarioStep> steps, ScenarioObserver observer) {
        checkChoices(scenario);
        ScenarioBindings cast = new ScenarioBindings(session);
        try {
            Run run = new Run(scenario, cast, observer);
            run.steps(scenario.setUp());
            run.steps(steps);
        } catch (RuntimeException | Error failed) {
            leaveAfter(failed, cast);
            throw failed;
        }
    }

    /** What a scenario that failed cannot take away any more must not hide why it failed. */
    private static void leaveAfter(Throwable failed, ScenarioBindings cast) {
        try {
            cast.leave();
        } catch (RecordMissingException left) {
            failed.addSuppressed(left);
        }
    }

    /** A scenario played with other choices would fail in the middle, or worse, show something else than it says. */
    private void checkChoices(Scenario scenario) {
        if (!scenario.choices().isMetBy(session.choices(), session.seed())) {
            throw new ScenarioFailedException(scenario.id() + " needs a session with "
                    + scenario.choices().text() + "; this one has "
                    + new ChoiceSettings(session.choices().others(), OptionalLong.of(session.seed())).text());
        }
    }

    private long end() {
        return LogWait.fromNow(session).position();
    }

    private final class Run {
        private final Scenario scenario;
        private final ScenarioObserver observer;
        private final StepExecutor deeds;
        private final ScenarioWaits waits;
        private final long start = end();
        private int done;

        Run(Scenario scenario, ScenarioBindings cast, ScenarioObserver observer) {
            this.scenario = scenario;
            this.observer = observer;
            ScenarioContext stage = new ScenarioContext(session, cast, scenario.id());
            deeds = new StepExecutor(stage);
            waits = new ScenarioWaits(stage);
        }

        void steps(List<ScenarioStep> steps) {
            for (ScenarioStep step : steps) {
                if (!observer.beginStep(++done, scenario.length())) {
                    throw new ScenarioCancelledException(scenario.id());
                }
                if (paceNanos > 0) {
                    LockSupport.parkNanos(paceNanos);
                }
                step(step);
            }
        }

        void step(ScenarioStep step) {
            try {
                if (!deeds.perform(step) && !waits.perform(step) && step.verb() != ScenarioVerb.MARK) {
                    throw new IllegalStateException("nobody performs " + step.words());
                }
            } catch (RecordMissingException | ScenarioFailedException failed) {
                throw ScenarioFailedException.at(scenario, step, String.valueOf(failed.getMessage()), start, end());
            }
        }
    }
}
