package org.wskscope.app.view.irps;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.wskscope.app.state.SessionModel;
import org.wskscope.engine.projection.IrpInFlight;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.SocketId;

/** The requests that wait at the playhead, oldest first. FX thread. */
final class IrpsViewModel {
    /** More than these are counted, not listed. */
    private static final int LISTED = 500;

    private final SessionModel session;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper pending = new ReadOnlyIntegerWrapper();
    private boolean active;

    /** One waiting request of one socket. */
    record Line(SocketId socket, String socketName, IrpInFlight irp) {}

    IrpsViewModel(SessionModel session) {
        this.session = session;
        session.snapshotProperty().addListener((o, old, now) -> update(now));
        update(session.snapshot());
    }

    ObservableList<Line> lines() {
        return lines;
    }

    /** How many requests wait in all. */
    ReadOnlyIntegerProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    /** The list is gathered only while somebody sees it. */
    void setActive(boolean nowActive) {
        active = nowActive;
        update(session.snapshot());
    }

    private void update(ScopeSnapshot snapshot) {
        pending.set(snapshot.totals().irpsPending());
        if (!active) {
            return;
        }
        List<Line> next = new ArrayList<>();
        for (SocketRow row : snapshot.sockets()) {
            for (IrpInFlight irp : row.irps()) {
                if (next.size() < LISTED) {
                    next.add(new Line(row.id(), row.name(), irp));
                }
            }
        }
        next.sort((one, other) -> Long.compare(one.irp().pended(), other.irp().pended()));
        if (!next.equals(lines)) {
            lines.setAll(next);
        }
    }
}
