package org.wskscope.engine.session;

import org.wskscope.engine.trace.TraceLog;

/**
 * What a live session is made with. Immutable.
 *
 * @param processors how many processors deliver events, 1 … 16
 * @param recordLimit how many records the log takes before it seals itself; 0 for as many as a third of the heap holds
 * @param clientName what the trace calls the demonstration client
 * @param faithfulWaits a wait where waiting is forbidden really waits, instead of throwing (C-32); can be changed later by a command
 */
public record LiveSessionOptions(int processors, long recordLimit, String clientName, boolean faithfulWaits) {
    public static final int MAX_PROCESSORS = 16;
    public static final LiveSessionOptions DEFAULT = new LiveSessionOptions(2, 0, "echosrv", false);

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
        return new LiveSessionOptions(newProcessors, recordLimit, clientName, faithfulWaits);
    }

    public LiveSessionOptions withRecordLimit(long newRecordLimit) {
        return new LiveSessionOptions(processors, newRecordLimit, clientName, faithfulWaits);
    }

    public LiveSessionOptions withFaithfulWaits(boolean newFaithfulWaits) {
        return new LiveSessionOptions(processors, recordLimit, clientName, newFaithfulWaits);
    }
}
