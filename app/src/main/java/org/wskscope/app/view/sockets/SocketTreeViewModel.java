package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.PeerRow;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.SocketId;

/** The sockets as the tree shows them, at the playhead. FX thread. */
final class SocketTreeViewModel {
    private static final int CLOSED_SHOWN = 200;
    /** The client registers before anything else; the log's first records are enough to find its name. */
    private static final int REGISTERED_WITHIN = 16;

    private final SessionModel session;
    private final ReadOnlyObjectWrapper<List<SocketRow>> open = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable SocketId> selected = new ReadOnlyObjectWrapper<>();
    private String clientName = "";
    private String clientVersion = "";

    SocketTreeViewModel(SessionModel session, Selection selection) {
        this.session = session;
        selection
                .currentProperty()
                .addListener((o, old, now) -> selected.set(selection.socket().orElse(null)));
        session.snapshotProperty().addListener((o, old, now) -> update(now));
        update(session.snapshot());
    }

    /** Open sockets in order of creation. */
    ReadOnlyObjectProperty<List<SocketRow>> openProperty() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<PeerRow>> peersProperty() {
        return session.peersProperty();
    }

    ReadOnlyObjectProperty<@Nullable SocketId> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    @Nullable
    SocketRow row(SocketId id) {
        return session.snapshot().socket(id);
    }

    int closedCount() {
        return session.snapshot().totals().closedSockets();
    }

    /** The sockets closed last, newest first. */
    List<SocketRow> lastClosed() {
        List<SocketRow> closed = new ArrayList<>();
        session.snapshot().sockets().visitLastClosed(CLOSED_SHOWN, closed::add);
        return closed;
    }

    String clientName() {
        return clientName;
    }

    /** For example {@code WSK 1.0}. */
    String clientVersion() {
        return clientVersion;
    }

    private void update(ScopeSnapshot snapshot) {
        if (clientName.isEmpty()) {
            findClient(snapshot.log(), Math.min(REGISTERED_WITHIN, snapshot.playhead()));
        }
        open.set(OpenSockets.of(snapshot));
    }

    private void findClient(TraceReader log, long end) {
        for (long sequence = 0; sequence < end; sequence++) {
            if (log.kind(sequence) == RecordKind.CLIENT_REGISTERED
                    && log.read(sequence) instanceof TraceRecord.ClientRegistered registered) {
                clientName = registered.name();
                clientVersion = "WSK " + (registered.version() >> 8) + "." + (registered.version() & 0xFF);
                return;
            }
        }
    }
}
