package org.wskscope.engine.projection;

import java.util.function.Predicate;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;

/** Looks at what was recorded around a record in the same transition: a reason stands beside its result. Pure functions. */
final class NearbyRecords {
    /** A transition writes a handful of records; records of other threads may stand between. */
    private static final int NEAR = 256;

    private NearbyRecords() {}

    /** The first record of this kind soon after {@code by} that was written because of it, or −1. */
    static long caused(TraceReader log, long by, RecordKind kind) {
        RecordCursor at = log.cursor();
        return first(
                log, by + 1, by + NEAR, kind, sequence -> at.moveTo(sequence).cause() == by);
    }

    /** The first record of this kind behind {@code after} and before the answer that was written because of the call {@code called}, or −1. */
    static long inCall(TraceReader log, long called, long after, long answered, RecordKind kind) {
        RecordCursor at = log.cursor();
        long from = Math.max(after + 1, answered - NEAR);
        return first(log, from, answered, kind, sequence -> at.moveTo(sequence).cause() == called);
    }

    /** The record of this kind that comes next on {@code socket} right behind {@code after}, or −1 when something else does. */
    static long following(TraceReader log, long after, int socket, RecordKind kind) {
        long end = Math.min(log.size(), after + NEAR);
        for (long sequence = after + 1; sequence < end; sequence++) {
            if (log.socket(sequence) == socket) {
                return log.kind(sequence) == kind ? sequence : -1;
            }
        }
        return -1;
    }

    private static long first(TraceReader log, long from, long to, RecordKind kind, Predicate<Long> condition) {
        long end = Math.min(log.size(), to);
        for (long sequence = from; sequence < end; sequence++) {
            if (log.kind(sequence) == kind && condition.test(sequence)) {
                return sequence;
            }
        }
        return -1;
    }
}
