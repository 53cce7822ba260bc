package org.wskscope.app.state;

/**
 * How far a scenario is. Immutable.
 *
 * @param stage what it is doing
 * @param scenarioId which one, empty before the first
 * @param step the step being played, from 1; 0 before the first
 * @param steps how many there are
 * @param message why it failed, else empty
 */
public record ScenarioProgress(Stage stage, String scenarioId, int step, int steps, String message) {
    /** Nothing was played yet. */
    public static final ScenarioProgress IDLE = new ScenarioProgress(Stage.IDLE, "", 0, 0, "");

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
