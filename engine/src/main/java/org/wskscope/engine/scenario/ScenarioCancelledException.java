package org.wskscope.engine.scenario;

/** The {@link ScenarioObserver} ended a scenario before its last step. */
public final class ScenarioCancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScenarioCancelledException(String id) {
        super(id + " was ended before its last step");
    }
}
