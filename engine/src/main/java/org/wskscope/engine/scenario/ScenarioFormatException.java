package org.wskscope.engine.scenario;

/** A scenario file cannot be used; the message names line and column and says what is wrong and what would be right. One line without control characters. */
public final class ScenarioFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /**
     * @param source what to call the file
     * @param line from 1
     * @param column from 1
     */
    ScenarioFormatException(String source, int line, int column, String problem) {
        super(Quoted.plain(source) + ", line " + line + ", column " + column + ": " + Quoted.plain(problem));
        this.line = line;
        this.column = column;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** In characters, from 1. */
    public int column() {
        return column;
    }
}
