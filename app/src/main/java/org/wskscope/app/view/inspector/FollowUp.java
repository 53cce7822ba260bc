package org.wskscope.app.view.inspector;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.projection.LaneView;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;

/**
 * Finds the later record that ends what an earlier one began, up to the playhead. What may last is looked up in its lane; what follows at once is looked for in the next
 * records: the cost is the same however long the log is. Pure.
 */
final class FollowUp {
    private static final long LOOK_AHEAD = 1L << 14;

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
        long end = end(snapshot, LaneKind.CALLBACKS, entered);
        return end >= 0 && snapshot.log().read(end) instanceof TraceRecord.CallbackReturned returned ? returned : null;
    }

    /** How the IRP was completed, or null while it is pending; {@code from} is the record that pended it or the call it was passed to. */
    static TraceRecord.@Nullable IrpCompleted completion(ScopeSnapshot snapshot, long from, int irp) {
        long pended = from;
        if (snapshot.log().kind(from) != RecordKind.IRP_PENDED) {
            TraceRecord.IrpPended found = find(
                    snapshot, from, RecordKind.IRP_PENDED, TraceRecord.IrpPended.class, record -> record.irp() == irp);
            if (found == null) {
                return find(
                        snapshot,
                        from,
                        RecordKind.IRP_COMPLETED,
                        TraceRecord.IrpCompleted.class,
                        record -> record.irp() == irp);
            }
            pended = found.head().sequence();
        }
        long end = end(snapshot, LaneKind.IRPS, pended);
        return end >= 0 && snapshot.log().read(end) instanceof TraceRecord.IrpCompleted completed ? completed : null;
    }

    /** The record that ended the bar this one began, −1 while it is open. */
    private static long end(ScopeSnapshot snapshot, LaneKind kind, long start) {
        LaneView lane = snapshot.lane(new LaneKey(kind, snapshot.log().socket(start)));
        int index = lane == null ? -1 : lane.indexOf(start);
        if (lane == null || index < 0) {
            return -1;
        }
        Bar bar = lane.bar(index);
        return bar.isOpen() ? -1 : bar.endSequence();
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
