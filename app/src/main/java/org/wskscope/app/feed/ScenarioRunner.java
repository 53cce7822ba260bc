package org.wskscope.app.feed;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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

/**
 * Plays scenarios on the thread {@code wsk-scenario}, one at a time, and shows on the pulse how far it is: the newest progress wins, nothing is queued. The public
 * methods except {@link #close} belong to the FX thread.
 */
public final class ScenarioRunner implements ScenarioPort, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScenarioRunner.class);
    private static final long JOIN_MILLIS = 15_000;

    private final Session session;
    private final BlockingQueue<Wish> wishes = new ArrayBlockingQueue<>(1);
    private final ReadOnlyObjectWrapper<ScenarioProgress> shown = new ReadOnlyObjectWrapper<>(ScenarioProgress.IDLE);
    private final Thread worker = new Thread(this::work, "wsk-scenario");
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long nowNanos) {
            ScenarioProgress progress = newest;
            shown.set(progress);
            if (!progress.isPlaying()) {
                stop();
            }
        }
    };
    private volatile ScenarioProgress newest = ScenarioProgress.IDLE;
    private volatile boolean cancelled;
    private volatile boolean closed;

    public ScenarioRunner(Session session) {
        this.session = session;
        worker.setDaemon(true);
    }

    public void start() {
        worker.start();
    }

    @Override
    public boolean play(Wish wish) {
        if (closed || newest.isPlaying()) {
            return false;
        }
        cancelled = false;
        newest = at(wish.scenario(), Stage.PLAYING, 0, "");
        shown.set(newest);
        wishes.add(wish);
        pulse.start();
        return true;
    }

    @Override
    public void cancel() {
        cancelled = true;
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
        worker.interrupt();
        Joining.join(worker, JOIN_MILLIS);
    }

    private void work() {
        try {
            while (!closed) {
                Wish wish = wishes.take();
                newest = play(wish, new ScenarioPlayer(session, wish.paceNanos()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ScenarioProgress play(Wish wish, ScenarioPlayer player) {
        Scenario scenario = wish.scenario();
        ScenarioObserver observer = (step, steps) -> {
            newest = at(scenario, Stage.PLAYING, step, "");
            return !cancelled;
        };
        try {
            if (wish.stopAt().isEmpty()) {
                player.play(scenario, observer);
                return at(scenario, Stage.DONE, scenario.length(), "");
            }
            player.playUntil(scenario, wish.stopAt(), observer);
            return at(scenario, Stage.STOPPED_AT_MARK, newest.step(), "");
        } catch (ScenarioCancelledException ended) {
            return at(scenario, Stage.CANCELLED, newest.step(), "");
        } catch (ScenarioFailedException failed) {
            return at(scenario, Stage.FAILED, newest.step(), String.valueOf(failed.getMessage()));
        } catch (RuntimeException failed) {
            LOG.error("The scenario {} failed inside the program. Please report it.", scenario.id(), failed);
            return at(scenario, Stage.FAILED, newest.step(), String.valueOf(failed.getMessage()));
        }
    }

    private static ScenarioProgress at(Scenario scenario, Stage stage, int step, String message) {
        return new ScenarioProgress(stage, scenario.id(), step, scenario.length(), message);
    }
}
