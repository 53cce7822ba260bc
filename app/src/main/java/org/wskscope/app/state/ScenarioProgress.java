package org.wskscope.app.state;

import java.util.List;

/**
 * How far a scenario is. Immutable.
 *
 * @param stage what it is doing
 * @param scenarioId which one, empty before the first
 * @param step the step being played, from 1; 0 before the first
 * @param steps how many there are
 * @param message why it failed, else empty
 * @param marks of each step that began, how many records there were before it
 */
public record ScenarioProgress(Stage stage, String scenarioId, int step, int steps, String message, List<Long> marks) {
    /** Nothing was played yet. */
    public static final ScenarioProgress IDLE = new ScenarioProgress(Stage.IDLE, "", 0, 0, "");

    public ScenarioProgress {
        marks = List.copyOf(marks);
    }

    /** One whose steps are not known. */
    public ScenarioProgress(Stage stage, String scenarioId, int step, int steps, String message) {
        this(stage, scenarioId, step, steps, message, List.of());
    }

    /** The same, with its steps. */
    public ScenarioProgress withMarks(List<Long> newMarks) {
        return new ScenarioProgress(stage, scenarioId, step, steps, message, newMarks);
    }

    /** What a scenario is doing. */
    public enum Stage {
        IDLE,
        PLAYING,
        /** Played to its end; what it made is gone, unless nobody else uses the session. */
        DONE,
        /** Stands at the moment asked for; what it made is still there. */
        STOPPED_AT_MARK,
        FAILED,
        CANCELLED
    }

    public boolean isPlaying() {
        return stage == Stage.PLAYING;
    }
}
