package org.wskscope.engine.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.chance.ForcedChoice;
import org.wskscope.engine.trace.LogMemory;
import org.wskscope.engine.trace.TraceLog;

/**
 * What a live session is made with. Immutable.
 *
 * @param processors how many processors deliver events, 1 … 16
 * @param recordLimit how many records the log takes before it seals itself; 0 for as many as there is memory for
 * @param clientName what the trace calls the demonstration client
 * @param choices how it decides what the documentation leaves open
 * @param seed decides whatever a choice leaves to chance (C-34, C-41); the same seed repeats it as far as the order of events on real sockets does
 * @param memory what its log may take together with the logs of other sessions; null for memory of its own, a third of the heap where it has no limit
 * @param forced choices that somebody wants to go a certain way, whatever the seed says
 */
public record LiveSessionOptions(
        int processors,
        long recordLimit,
        String clientName,
        SessionChoices choices,
        long seed,
        @Nullable LogMemory memory,
        List<ForcedChoice> forced) {
    public static final int MAX_PROCESSORS = 16;
    public static final LiveSessionOptions DEFAULT =
            new LiveSessionOptions(2, 0, "echosrv", SessionChoices.DEFAULT, 1, null, List.of());

    public LiveSessionOptions {
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

    public LiveSessionOptions withProcessors(int newProcessors) {
        return new LiveSessionOptions(newProcessors, recordLimit, clientName, choices, seed, memory, forced);
    }

    public LiveSessionOptions withRecordLimit(long newRecordLimit) {
        return new LiveSessionOptions(processors, newRecordLimit, clientName, choices, seed, memory, forced);
    }

    public LiveSessionOptions withChoices(SessionChoices newChoices) {
        return new LiveSessionOptions(processors, recordLimit, clientName, newChoices, seed, memory, forced);
    }

    public LiveSessionOptions withSeed(long newSeed) {
        return new LiveSessionOptions(processors, recordLimit, clientName, choices, newSeed, memory, forced);
    }

    public LiveSessionOptions withMemory(LogMemory newMemory) {
        return new LiveSessionOptions(processors, recordLimit, clientName, choices, seed, newMemory, forced);
    }

    /** These choices go as said there, the others as before. */
    public LiveSessionOptions forcing(List<ForcedChoice> choicesWanted) {
        return new LiveSessionOptions(processors, recordLimit, clientName, choices, seed, memory, choicesWanted);
    }

    TraceLog newLog() {
        if (memory == null) {
            return recordLimit == 0 ? new TraceLog() : new TraceLog(recordLimit);
        }
        return recordLimit == 0 ? new TraceLog(memory) : new TraceLog(recordLimit, memory);
    }

    /** With what {@code asked} says about choices and seed. */
    public LiveSessionOptions with(ChoiceSettings asked) {
        return withChoices(asked.over(choices)).withSeed(asked.seed().orElse(seed));
    }
}
