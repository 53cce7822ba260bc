package org.wskscope.app.view.irps;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.WindowedRows;
import org.wskscope.app.state.BackgroundWork;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.view.irps.PendingIrps.Line;

/** The requests that wait at the playhead, oldest first; they are counted always, gathered only while somebody sees them. A row's key is its IrpPended record. FX thread. */
final class IrpsViewModel implements WindowedRows {
    private final SessionModel session;
    private final BackgroundWork work;
    private final ReadOnlyIntegerWrapper pending = new ReadOnlyIntegerWrapper();
    private final PendingIrps irps = new PendingIrps();
    private final InvalidationListener counter = observable -> count();
    private BackgroundWork.@Nullable Running running;
    private List<Line> lines = List.of();

    IrpsViewModel(SessionModel session, BackgroundWork work) {
        this.session = session;
        this.work = work;
        session.snapshotProperty().addListener(counter);
        count();
    }

    /** How many requests wait in all. */
    ReadOnlyIntegerProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    /** Takes in what was gathered and asks for what is new; answers whether the lines are others now. */
    boolean advance() {
        if (running == null) {
            running = work.start(irps);
        }
        irps.follow(session.snapshot());
        running.wake();
        List<Line> now = irps.lines();
        boolean news = now != lines;
        lines = now;
        return news;
    }

    /** Gathers no more. */
    void rest() {
        if (running != null) {
            running.stop();
            running = null;
        }
    }

    void dispose() {
        rest();
        session.snapshotProperty().removeListener(counter);
    }

    /** Session time, nanoseconds. */
    long nowNanos() {
        return session.nowNanos();
    }

    Line line(long row) {
        return lines.get((int) row);
    }

    @Override
    public long size() {
        return lines.size();
    }

    @Override
    public long keyAt(long row) {
        return line(row).irp().pended();
    }

    @Override
    public long rowAtOrAfter(long key) {
        int low = 0;
        int high = lines.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keyAt(middle) < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public String textAt(long row) {
        Line line = line(row);
        return String.join(
                "\t",
                "#" + line.irp().irp(),
                line.irp().function().functionName(),
                line.socketName(),
                Long.toString(line.irp().length()));
    }

    private void count() {
        pending.set(session.snapshot().totals().irpsPending());
    }
}
