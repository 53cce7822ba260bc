package org.wskscope.engine.projection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.trace.RecordCursor;

/** The requests of one socket that wait. One that completes without having waited is a bar of no length. */
@ProjectorThread
final class IrpsFold {
    private final SocketLanes lanes;
    private final Tally tally;
    private LaneColumns shared;
    private final List<Pending> pending = new ArrayList<>();

    IrpsFold(SocketLanes lanes, LaneColumns shared, Tally tally) {
        this.lanes = lanes;
        this.shared = shared;
        this.tally = tally;
    }

    /** Requests from now on are on this lane too. */
    void share(LaneColumns lane) {
        shared = lane;
    }

    void pended(RecordCursor record, long nowNanos) {
        tally.irpsPending++;
        SharedBar bar = open(record, nowNanos, record.length());
        pending.add(new Pending(
                new IrpInFlight(record.irp(), record.function(), record.sequence(), nowNanos, record.length()), bar));
    }

    void completed(RecordCursor record, long nowNanos) {
        @Nullable SharedBar bar = null;
        for (int at = 0; at < pending.size() && bar == null; at++) {
            if (pending.get(at).view.irp() == record.irp()) {
                bar = pending.remove(at).bar;
                tally.irpsPending--;
            }
        }
        if (bar == null) {
            bar = open(record, nowNanos, record.information());
        }
        bar.close(record.sequence(), nowNanos, record.statusCode());
    }

    private SharedBar open(RecordCursor record, long nowNanos, long detail) {
        return SharedBar.open(
                lanes.lane(LaneKind.IRPS),
                shared,
                new SharedBar.Beginning(
                        record.sequence(), nowNanos, record.function().ordinal(), detail, record.irp()));
    }

    List<IrpInFlight> pending() {
        return pending.stream().map(Pending::view).toList();
    }

    private record Pending(IrpInFlight view, SharedBar bar) {}
}
