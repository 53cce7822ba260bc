package org.wskscope.engine.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.wskscope.engine.recording.RunInfo;

/** What is written about a session beside its log. Pure functions. */
public final class RunFacts {
    private RunFacts() {}

    /**
     * @param scenario the id of the one that was played; empty for none. A run that was opened keeps its own
     * @param program the version of the program that writes
     */
    public static RunInfo of(Session session, String scenario, String program, Instant now) {
        RunInfo info = session instanceof RecordedSession recorded ? recorded.info() : facts(session, scenario);
        return info.with(RunInfo.PROGRAM, program)
                .with(RunInfo.SAVED, now.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static RunInfo facts(Session session, String scenario) {
        return new RunInfo(Map.of(
                RunInfo.NETWORK,
                session instanceof LiveSession ? RunInfo.SOCKETS : RunInfo.IN_MEMORY,
                RunInfo.PROCESSORS,
                Integer.toString(session.processorCount()),
                RunInfo.SEED,
                Long.toString(session.seed()),
                RunInfo.CHOICES,
                session.choices().text(),
                RunInfo.SCENARIO,
                scenario));
    }
}
