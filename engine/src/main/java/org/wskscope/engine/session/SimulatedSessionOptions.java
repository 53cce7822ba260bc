package org.wskscope.engine.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.chance.ForcedChoice;
import org.wskscope.engine.trace.LogMemory;
import org.wskscope.engine.trace.TraceLog;

/**
 * What a simulated session is made with. Immutable. The same options and the same commands give the same log, byte for byte.
 *
 * @param processors how many virtual processors deliver events, 1 … 16
 * @param recordLimit how many records the log takes before it seals itself; 0 for as many as there is memory for
 * @param clientName what the trace calls the demonstration client
 * @param seed decides whatever could go one way or another: what the network does, and what a choice leaves to chance (C-34, C-41)
 * @param network what the network is like
 * @param choices how it decides what the documentation leaves open
 * @param memory what its log may take together with the logs of other sessions; null for memory of its own, a third of the heap where it has no limit
 * @param forced choices that somebody wants to go a certain way, whatever the seed says
 */
public record SimulatedSessionOptions(
        int processors,
        long recordLimit,
        String clientName,
        long seed,
        SimulatedNetwork network,
        SessionChoices choices,
        @Nullable LogMemory memory,
        List<ForcedChoice> forced) {
    public static final int MAX_PROCESSORS = 16;
    public static final SimulatedSessionOptions DEFAULT = new SimulatedSessionOptions(
            2, 0, "echosrv", 1, SimulatedNetwork.DEFAULT, SessionChoices.DEFAULT, null, List.of());

    public SimulatedSessionOptions {
        forced = List.copyOf(forced);
        if (processors < 1 || processors > MAX_PROCESSORS) {
            throw new IllegalArgumentException(
                    "A session has 1 to " + MAX_PROCESSORS + " processors, not " + processors + ".");
        }
        if (recordLimit < 0 || recordLimit > TraceLog.MAX_RECORDS) {
            throw new IllegalArgumentException(
                    "A log takes 1 to " + TraceLog.MAX_RECORDS + " records, not " + recordLimit + ".");
        }
    }

    public SimulatedSessionOptions withProcessors(int newProcessors) {
        return new SimulatedSessionOptions(
                newProcessors, recordLimit, clientName, seed, network, choices, memory, forced);
    }

    public SimulatedSessionOptions withRecordLimit(long newRecordLimit) {
        return new SimulatedSessionOptions(
                processors, newRecordLimit, clientName, seed, network, choices, memory, forced);
    }

    public SimulatedSessionOptions withSeed(long newSeed) {
        return new SimulatedSessionOptions(
                processors, recordLimit, clientName, newSeed, network, choices, memory, forced);
    }

    public SimulatedSessionOptions withNetwork(SimulatedNetwork newNetwork) {
        return new SimulatedSessionOptions(
                processors, recordLimit, clientName, seed, newNetwork, choices, memory, forced);
    }

    public SimulatedSessionOptions withChoices(SessionChoices newChoices) {
        return new SimulatedSessionOptions(
                processors, recordLimit, clientName, seed, network, newChoices, memory, forced);
    }

    public SimulatedSessionOptions withMemory(LogMemory newMemory) {
        return new SimulatedSessionOptions(
                processors, recordLimit, clientName, seed, network, choices, newMemory, forced);
    }

    /** These choices go as said there, the others as before. */
    public SimulatedSessionOptions forcing(List<ForcedChoice> choicesWanted) {
        return new SimulatedSessionOptions(
                processors, recordLimit, clientName, seed, network, choices, memory, choicesWanted);
    }

    TraceLog newLog() {
        if (memory == null) {
            return recordLimit == 0 ? new TraceLog() : new TraceLog(recordLimit);
        }
        return recordLimit == 0 ? new TraceLog(memory) : new TraceLog(recordLimit, memory);
    }

    /** With what {@code asked} says about choices and seed. */
    public SimulatedSessionOptions with(ChoiceSettings asked) {
        return withChoices(asked.over(choices)).withSeed(asked.seed().orElse(seed));
    }
}
