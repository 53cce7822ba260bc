package org.wskscope.engine.projection;

import java.util.ArrayList;
import java.util.List;
import org.wskscope.engine.trace.RecordCursor;

/** The requests of one socket that wait. One that completes without having waited is a bar of no length. */
@ProjectorThread
final class IrpsFold {
    private final SocketLanes lanes;
    private final Tally tally;
    private final List<Pending> pending = new ArrayList<>();

    IrpsFold(SocketLanes lanes, Tally tally) {
        this.lanes = lanes;
        this.tally = tally;
    }

    void pended(RecordCursor record, long nowNanos) {
        tally.irpsPending++;
        int bar = lanes.lane(LaneKind.IRPS)
                .open(record.sequence(), nowNanos, record.function().ordinal(), record.length(), record.irp());
        pending.add(new Pending(
                new IrpInFlight(record.irp(), record.function(), record.sequence(), nowNanos, record.length()), bar));
    }

    void completed(RecordCursor record, long nowNanos) {
        LaneColumns lane = lanes.lane(LaneKind.IRPS);
        int bar = -1;
        for (int at = 0; at < pending.size() && bar < 0; at++) {
            if (pending.get(at).view.irp() == record.irp()) {
                bar = pending.remove(at).bar;
                tally.irpsPending--;
            }
        }
        if (bar < 0) {
            bar = lane.open(
                    record.sequence(), nowNanos, record.function().ordinal(), record.information(), record.irp());
        }
        lane.close(bar, record.sequence(), nowNanos, record.statusCode());
    }

    List<IrpInFlight> pending() {
        return pending.stream().map(Pending::view).toList();
    }

    private record Pending(IrpInFlight view, int bar) {}
}
