package org.wskscope.engine.projection;

import java.util.ArrayList;
import java.util.List;
import org.wskscope.engine.trace.RecordCursor;

/** The requests of one socket that wait. One that completes without having waited is an interval of no length. */
@ProjectorThread
final class IrpsFold {
    private final LaneSink sink;
    private final List<IrpInFlight> pending;

    IrpsFold(LaneSink sink) {
        this.sink = sink;
        pending = new ArrayList<>(2);
    }

    /** A copy that tells {@code sink}. */
    IrpsFold(IrpsFold other, LaneSink sink) {
        this.sink = sink;
        pending = new ArrayList<>(other.pending);
    }

    void pended(RecordCursor record, long nowNanos, TotalsBuilder tally) {
        tally.irpsPending++;
        open(record, nowNanos, record.length());
        pending.add(new IrpInFlight(
                record.irp(), record.function(), record.sequence(), nowNanos, record.length(), record.hindrance()));
    }

    void completed(RecordCursor record, long nowNanos, TotalsBuilder tally) {
        long began = -1;
        for (int at = 0; at < pending.size() && began < 0; at++) {
            if (pending.get(at).irp() == record.irp()) {
                began = pending.remove(at).pended();
                tally.irpsPending--;
            }
        }
        if (began < 0) {
            open(record, nowNanos, record.information());
            began = record.sequence();
        }
        sink.closed(LaneKind.IRPS, began, record, nowNanos, record.statusCode());
    }

    private void open(RecordCursor record, long nowNanos, long detail) {
        sink.opened(LaneKind.IRPS, record, nowNanos, record.function().ordinal(), detail);
    }

    List<IrpInFlight> pending() {
        return List.copyOf(pending);
    }

    /** Everything that decides how it goes on. */
    void describe(StringBuilder text) {
        text.append(pending);
    }
}
