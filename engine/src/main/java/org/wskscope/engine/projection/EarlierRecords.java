package org.wskscope.engine.projection;

import java.util.function.Predicate;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;

/** Looks back in a log for what a record belongs to. */
final class EarlierRecords {
    /** How far back is looked, so that an answer comes while a user waits. */
    private static final long LOOK_BACK = 1L << 22;

    private EarlierRecords() {}

    /** The newest record before {@code before} of this kind and socket that fulfils the condition, or −1. */
    static long newest(TraceReader log, long before, RecordKind kind, int socket, Predicate<RecordCursor> condition) {
        RecordCursor at = log.cursor();
        long oldest = Math.max(0, before - LOOK_BACK);
        for (long sequence = before - 1; sequence >= oldest; sequence--) {
            if (log.kind(sequence) == kind && log.socket(sequence) == socket && condition.test(at.moveTo(sequence))) {
                return sequence;
            }
        }
        return -1;
    }

    /** Whether the request of this number waits at the record {@code before}. */
    static boolean isPending(TraceReader log, long before, int irp) {
        RecordCursor at = log.cursor();
        long oldest = Math.max(0, before - LOOK_BACK);
        for (long sequence = before - 1; sequence >= oldest && irp != 0; sequence--) {
            RecordKind kind = log.kind(sequence);
            boolean tells = kind == RecordKind.IRP_PENDED || kind == RecordKind.IRP_COMPLETED;
            if (tells && at.moveTo(sequence).irp() == irp) {
                return kind == RecordKind.IRP_PENDED;
            }
        }
        return false;
    }

    /** Whether there is a record at {@code sequence} and it is of this kind. */
    static boolean is(TraceReader log, long sequence, RecordKind kind) {
        return sequence >= 0 && sequence < log.size() && log.kind(sequence) == kind;
    }
}
