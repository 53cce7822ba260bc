package org.wskscope.engine.scenario;

/** Follows a scenario while it plays, and may end it. Called on the thread that plays. */
public interface ScenarioObserver {
    /** Watches nothing. */
    ScenarioObserver NONE = (index, count) -> true;

    /**
     * Step {@code index} of {@code count} (both from 1) is about to begin.
     *
     * @return false to end the scenario here; what it made is taken away again
     */
    boolean beginStep(int index, int count);
}
