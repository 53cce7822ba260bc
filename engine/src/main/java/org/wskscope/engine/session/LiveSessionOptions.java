package org.wskscope.engine.session;

import org.jspecify.annotations.Nullable;
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
 */
public record LiveSessionOptions(
        int processors,
        long recordLimit,
        String clientName,
        SessionChoices choices,
        long seed,
        @Nullable LogMemory memory) {
    public static final int MAX_PROCESSORS = 16;
    public static final LiveSessionOptions DEFAULT =
            new LiveSessionOptions(2, 0, "echosrv", SessionChoices.DEFAULT, 1, null);

    public LiveSessionOptions {
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
        return new LiveSessionOptions(newProcessors, recordLimit, clientName, choices, seed, memory);
    }

    public LiveSessionOptions withRecordLimit(long newRecordLimit) {
        return new LiveSessionOptions(processors, newRecordLimit, clientName, choices, seed, memory);
    }

    public LiveSessionOptions withChoices(SessionChoices newChoices) {
        return new LiveSessionOptions(processors, recordLimit, clientName, newChoices, seed, memory);
    }

    public LiveSessionOptions withSeed(long newSeed) {
        return new LiveSessionOptions(processors, recordLimit, clientName, choices, newSeed, memory);
    }

    public LiveSessionOptions withMemory(LogMemory newMemory) {
        return new LiveSessionOptions(processors, recordLimit, clientName, choices, seed, newMemory);
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
