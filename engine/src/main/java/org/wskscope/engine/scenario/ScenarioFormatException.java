package org.wskscope.engine.scenario;

/** A scenario file cannot be used; the message names the line and says what is wrong and what would be right. */
public final class ScenarioFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    ScenarioFormatException(String source, int line, String problem) {
        super(source + ", line " + line + ": " + problem);
    }
}
