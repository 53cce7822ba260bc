package org.wskscope.engine.program;

import org.wskscope.engine.trace.TraceReader;

/** What random programs leave behind, for whoever wants many situations. */
public final class ProgramLogs {
    private ProgramLogs() {}

    /** The log of the program of this seed, played to its end. */
    public static TraceReader of(long seed) {
        ProgramRun run = new ProgramRun(new ProgramGenerator(seed).program());
        run.play();
        return run.log();
    }
}
