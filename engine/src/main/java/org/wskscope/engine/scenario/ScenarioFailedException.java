package org.wskscope.engine.scenario;

/** A scenario went another way than its file says; the message tells in one line where, what happened and what would have been right. */
public final class ScenarioFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long start;
    private final long end;

    /** In the middle of a step, which does not know where it stands. */
    ScenarioFailedException(String problem) {
        this(problem, 0, 0);
    }

    private ScenarioFailedException(String message, long start, long end) {
        super(message);
        this.start = start;
        this.end = end;
    }

    /** Step {@code step} of {@code scenario} failed when the log had {@code end} records, those of the scenario from {@code start} on. */
    static ScenarioFailedException at(Scenario scenario, ScenarioStep step, String problem, long start, long end) {
        return new ScenarioFailedException(
                scenario.id() + ", line " + step.line() + ", column " + step.column() + ": " + Quoted.plain(problem),
                start,
                end);
    }

    /** The sequence of the first record of what was played, its set-up included. */
    public long start() {
        return start;
    }

    /** The sequence after the last record of what was played; {@link #start} when nothing was. */
    public long end() {
        return end;
    }
}
