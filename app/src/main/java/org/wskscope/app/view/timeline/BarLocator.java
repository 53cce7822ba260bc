package org.wskscope.app.view.timeline;

import java.util.Optional;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.projection.LaneView;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.trace.RecordCursor;

/** Finds the bar a record belongs to. Pure. */
final class BarLocator {
    private BarLocator() {}

    /** The bar the record began, changed or ended; empty when it has none, or is beyond the playhead. */
    static Optional<Bar> of(ScopeSnapshot snapshot, long sequence) {
        if (sequence < 0 || sequence >= snapshot.playhead()) {
            return Optional.empty();
        }
        RecordCursor record = snapshot.log().cursor().moveTo(sequence);
        int socket = record.socket();
        return switch (record.kind()) {
            case CALLBACK_ENTERED -> begunBy(snapshot, LaneKind.CALLBACKS, socket, sequence);
            case CALLBACK_DEFERRED, CALLBACK_RETURNED ->
                begunBy(snapshot, LaneKind.CALLBACKS, socket, record.entered());
            case FUNCTION_CALLED -> begunBy(snapshot, LaneKind.CONTROL, socket, sequence);
            case FUNCTION_RETURNED -> begunBy(snapshot, LaneKind.CONTROL, socket, record.called());
            case CALLBACK_DISABLE_REQUESTED -> begunBy(snapshot, LaneKind.CONTROL, socket, record.cause());
            case LIST_RETAINED -> begunBy(snapshot, LaneKind.RETAINED, socket, sequence);
            case LIST_RELEASED -> begunBy(snapshot, LaneKind.CALLBACKS, socket, record.entered());
            case IRP_PENDED, IRP_COMPLETED, IRP_CANCEL_REQUESTED -> request(snapshot, socket, record.irp(), sequence);
            default -> Optional.empty();
        };
    }

    private static Optional<Bar> begunBy(ScopeSnapshot snapshot, LaneKind kind, int socket, long start) {
        return begunBy(snapshot, new LaneKey(kind, socket), start);
    }

    /** The bar of a lane that this record began. */
    static Optional<Bar> begunBy(ScopeSnapshot snapshot, LaneKey key, long start) {
        LaneView lane = snapshot.lane(key);
        int index = lane == null ? -1 : lane.indexOf(start);
        return lane == null || index < 0 ? Optional.empty() : Optional.of(lane.bar(index));
    }

    private static Optional<Bar> request(ScopeSnapshot snapshot, int socket, int irp, long sequence) {
        LaneView lane = snapshot.lane(new LaneKey(LaneKind.IRPS, socket));
        if (lane == null) {
            return Optional.empty();
        }
        int index = lane.indexOfRequest(irp, sequence);
        return index < 0 ? Optional.empty() : Optional.of(lane.bar(index));
    }
}
