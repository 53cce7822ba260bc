package org.wskscope.engine.scenario;

/** A scenario went another way than the specification says; the message tells where. */
public final class ScenarioFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScenarioFailedException(String message) {
        super(message);
    }
}
