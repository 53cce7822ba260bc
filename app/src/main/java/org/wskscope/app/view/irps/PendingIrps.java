package org.wskscope.app.view.irps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.state.BackgroundWork;
import org.wskscope.engine.projection.IrpInFlight;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.wsk.SocketId;

/** Gathers the requests that wait from the open sockets, oldest first, in the background. {@link #follow} and {@link #lines} may be called on any thread. */
final class PendingIrps implements BackgroundWork.Job {
    private static final Comparator<Line> OLDEST_FIRST =
            Comparator.comparingLong(line -> line.irp().pended());

    private volatile @Nullable ScopeSnapshot target;
    private volatile List<Line> lines = List.of();
    private long gathered = -1;

    /** One waiting request of one socket. */
    record Line(SocketId socket, String socketName, IrpInFlight irp) {}

    void follow(ScopeSnapshot snapshot) {
        target = snapshot;
    }

    /** Immutable. */
    List<Line> lines() {
        return lines;
    }

    @Override
    public boolean turn() {
        ScopeSnapshot snapshot = target;
        if (snapshot == null || snapshot.playhead() == gathered) {
            return false;
        }
        gathered = snapshot.playhead();
        List<Line> next = new ArrayList<>();
        snapshot.sockets().visitOpen(row -> {
            for (IrpInFlight irp : row.irps()) {
                next.add(new Line(row.id(), row.name(), irp));
            }
        });
        next.sort(OLDEST_FIRST);
        lines = List.copyOf(next);
        return false;
    }
}
