package org.wskscope.app.view.inspector;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;

/** Finds the later record that ends what an earlier one began, up to the playhead. Looks at a bounded number of records. Pure. */
final class FollowUp {
    private static final long LOOK_AHEAD = 1L << 20;

    private FollowUp() {}

    /** What the call was answered with, or null when it has not been yet. */
    static TraceRecord.@Nullable FunctionReturned answer(ScopeSnapshot snapshot, long called) {
        return find(
                snapshot,
                called,
                RecordKind.FUNCTION_RETURNED,
                TraceRecord.FunctionReturned.class,
                record -> record.called() == called);
    }

    /** How the callback returned, or null while it is in progress. */
    static TraceRecord.@Nullable CallbackReturned returned(ScopeSnapshot snapshot, long entered) {
        return find(
                snapshot,
                entered,
                RecordKind.CALLBACK_RETURNED,
                TraceRecord.CallbackReturned.class,
                record -> record.entered() == entered);
    }

    /** How the IRP was completed, or null while it is pending. */
    static TraceRecord.@Nullable IrpCompleted completion(ScopeSnapshot snapshot, long from, int irp) {
        return find(
                snapshot,
                from,
                RecordKind.IRP_COMPLETED,
                TraceRecord.IrpCompleted.class,
                record -> record.irp() == irp);
    }

    private static <T extends TraceRecord> @Nullable T find(
            ScopeSnapshot snapshot, long after, RecordKind kind, Class<T> type, Predicate<T> wanted) {
        TraceReader log = snapshot.log();
        int socket = log.socket(after);
        long end = Math.min(snapshot.playhead(), after + LOOK_AHEAD);
        for (long sequence = after + 1; sequence < end; sequence++) {
            if (log.kind(sequence) == kind && log.socket(sequence) == socket) {
                T record = type.cast(log.read(sequence));
                if (wanted.test(record)) {
                    return record;
                }
            }
        }
        return null;
    }
}
