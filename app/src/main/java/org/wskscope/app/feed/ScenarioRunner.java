package org.wskscope.app.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.app.state.ScenarioPort;
import org.wskscope.app.state.ScenarioProgress;
import org.wskscope.app.state.ScenarioProgress.Stage;
import org.wskscope.engine.scenario.Scenario;
import org.wskscope.engine.scenario.ScenarioCancelledException;
import org.wskscope.engine.scenario.ScenarioFailedException;
import org.wskscope.engine.scenario.ScenarioObserver;
import org.wskscope.engine.scenario.ScenarioPlayer;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.session.WorldGate;

/**
 * Plays scenarios on a thread of its own, one at a time, and shows on the pulse how far it is: the newest progress wins, nothing is queued. Each is played on the
 * session its source gives, which may be a fresh one. The public methods except {@link #close} belong to the FX thread.
 */
public final class ScenarioRunner implements ScenarioPort, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScenarioRunner.class);
    private static final long JOIN_MILLIS = 15_000;
    /** A rest ends so soon after it was cancelled. */
    private static final long LOOK_NANOS = 20_000_000;

    /** What becomes of what a scenario made when it has been played. */
    public enum Ending {
        /** Sockets and peers go: the session is other people's too. */
        LEAVE,
        /** Everything stays as the last step left it: nobody else uses the session. */
        STAY
    }

    private final SessionSource sessions;
    private final Ending ending;
    private final BlockingQueue<Optional<PlayRequest>> requests = new ArrayBlockingQueue<>(1);
    private final ReadOnlyObjectWrapper<ScenarioProgress> shown = new ReadOnlyObjectWrapper<>(ScenarioProgress.IDLE);
    private final Thread worker;
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long nowNanos) {
            showNewest();
        }
    };
    private @Nullable Session shownSession;
    private volatile State newest = new State(null, false, ScenarioProgress.IDLE);
    private volatile boolean cancelled;
    private volatile boolean closed;

    /**
     * What the worker has come to; one value, so that nobody sees half of it. Immutable.
     *
     * @param session the one the newest wish was for; null before the first
     * @param opening whether a session is being opened that nothing is played on
     */
    private record State(@Nullable Session session, boolean opening, ScenarioProgress progress) {
        boolean isBusy() {
            return opening || progress.isPlaying();
        }

        State on(Session nowSession) {
            return new State(nowSession, opening, progress);
        }

        State at(ScenarioProgress nowProgress) {
            return new State(session, false, nowProgress);
        }
    }

    /**
     * @param name of the thread
     * @param sessions asked for the session of each scenario
     * @param ending what becomes of sockets and peers after the last step
     */
    public ScenarioRunner(String name, SessionSource sessions, Ending ending) {
        this.sessions = sessions;
        this.ending = ending;
        this.worker = new Thread(this::work, name);
        worker.setDaemon(true);
    }

    public void start() {
        worker.start();
    }

    @Override
    public boolean play(PlayRequest request) {
        if (closed || newest.isBusy()) {
            return false;
        }
        cancelled = false;
        newest = newest.at(at(request.scenario(), Stage.PLAYING, 0, ""));
        shown.set(newest.progress());
        requests.add(Optional.of(request));
        pulse.start();
        return true;
    }

    /** Asks for a session and plays nothing on it; false while a scenario plays or another session is being opened. */
    public boolean openSession() {
        if (closed || newest.isBusy()) {
            return false;
        }
        newest = new State(newest.session(), true, newest.progress());
        requests.add(Optional.empty());
        pulse.start();
        return true;
    }

    @Override
    public boolean fits(Scenario scenario) {
        return sessions.fits(scenario);
    }

    @Override
    public void cancel() {
        cancelled = true;
        release();
    }

    @Override
    public ReadOnlyObjectProperty<ScenarioProgress> progressProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Ends what is playing and waits for its thread. */
    @Override
    public void close() {
        closed = true;
        cancelled = true;
        release();
        worker.interrupt();
        Joining.join(worker, JOIN_MILLIS);
    }

    /** A world that is held would never come to the end of the step. */
    private void release() {
        Session stage = newest.session();
        if (stage != null) {
            stage.gate().ifPresent(gate -> gate.go(WorldGate.AS_FAST_AS_POSSIBLE));
        }
    }

    private void showNewest() {
        State state = newest;
        Session stage = state.session();
        if (stage != null && stage != shownSession) {
            shownSession = stage;
            sessions.show(stage);
        }
        shown.set(state.progress());
        if (!state.isBusy()) {
            pulse.stop();
        }
    }

    private void work() {
        try {
            while (!closed) {
                Optional<PlayRequest> request = requests.take();
                ScenarioProgress end = playOnItsSession(request);
                newest = newest.at(end);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ScenarioProgress playOnItsSession(Optional<PlayRequest> request) {
        String scenario = request.map(wanted -> wanted.scenario().id()).orElse("");
        try {
            Session stage = sessions.sessionFor(request);
            newest = newest.on(stage);
            return request.map(wanted -> play(wanted, stage)).orElse(newest.progress());
        } catch (RuntimeException | Error failed) {
            LOG.error(
                    "No session could be opened, or the scenario failed inside the program. Please report it.", failed);
            return new ScenarioProgress(Stage.FAILED, scenario, 0, 0, String.valueOf(failed.getMessage()));
        }
    }

    private ScenarioProgress play(PlayRequest request, Session stage) {
        List<Long> marks = new ArrayList<>();
        return play(request, stage, marks).withMarks(marks);
    }

    /** {@code marks} gets how many records there are before each step. */
    private ScenarioProgress play(PlayRequest request, Session stage, List<Long> marks) {
        ScenarioPlayer player = new ScenarioPlayer(stage);
        Scenario scenario = request.scenario();
        ScenarioObserver observer = (step, steps) -> {
            marks.add(stage.log().size());
            newest = newest.at(at(scenario, Stage.PLAYING, step, "").withMarks(marks));
            rest(stage, request.paceNanos());
            stage.gate().ifPresent(gate -> gate.awaitTurn(() -> cancelled));
            return !cancelled;
        };
        try {
            if (request.stopAt().isEmpty()) {
                playAll(player, scenario, observer);
                return at(scenario, Stage.DONE, scenario.length(), "");
            }
            player.playUntil(scenario, request.stopAt(), observer);
            return at(scenario, Stage.STOPPED_AT_MARK, newest.progress().step(), "");
        } catch (ScenarioCancelledException ended) {
            return at(scenario, Stage.CANCELLED, newest.progress().step(), "");
        } catch (ScenarioFailedException failed) {
            return at(scenario, Stage.FAILED, newest.progress().step(), String.valueOf(failed.getMessage()));
        } catch (RuntimeException failed) {
            LOG.error("The scenario {} failed inside the program. Please report it.", scenario.id(), failed);
            return at(scenario, Stage.FAILED, newest.progress().step(), String.valueOf(failed.getMessage()));
        }
    }

    private void playAll(ScenarioPlayer player, Scenario scenario, ScenarioObserver observer) {
        if (ending == Ending.STAY) {
            player.playAndStay(scenario, observer);
        } else {
            player.play(scenario, observer);
        }
    }

    /** Lets people look. In virtual time no time passes by that, else a pace would change the run; a live session goes on meanwhile. */
    private void rest(Session stage, long paceNanos) {
        if (stage.gate().isPresent()) {
            long end = System.nanoTime() + paceNanos;
            for (long left = paceNanos; left > 0 && !cancelled; left = end - System.nanoTime()) {
                LockSupport.parkNanos(Math.min(left, LOOK_NANOS));
            }
            return;
        }
        long until = stage.nanoTime() + paceNanos;
        if (paceNanos > 0) {
            LockSupport.parkNanos(paceNanos);
        }
        for (long left = paceNanos; left > 0 && !cancelled; left = until - stage.nanoTime()) {
            stage.letRun(left);
        }
    }

    private static ScenarioProgress at(Scenario scenario, Stage stage, int step, String message) {
        return new ScenarioProgress(stage, scenario.id(), step, scenario.length(), message);
    }
}
