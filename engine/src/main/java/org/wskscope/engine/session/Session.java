package org.wskscope.engine.session;

import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.trace.TraceReader;

/** One log and what feeds it. A view cannot tell which session it shows. Any thread. */
public interface Session extends AutoCloseable {
    TraceReader log();

    /** The clock whose time the records carry. */
    NanoClock clock();

    /** How many processors can appear in the log. */
    int processorCount();

    /** True when {@link #execute} does anything: live and simulated sessions, not replays. */
    boolean commandable();

    /**
     * Carries out a user's wish: appends CommandIssued, calls WSK, appends CommandSettled. Does not wait for IRPs. Never call it on a processor or the FX
     * thread. Refusals are outcomes with their NTSTATUS, not exceptions.
     */
    CommandOutcome execute(EngineCommand command);

    /** Ends what feeds the log: closes sockets, stops peers, seals the log. The log stays readable. */
    @Override
    void close();
}
