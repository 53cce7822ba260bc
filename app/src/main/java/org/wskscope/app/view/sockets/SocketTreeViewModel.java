package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.state.Folding;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.PeerRow;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.SocketId;

/** The sockets as the tree shows them, at the playhead. It is brought up to date only when {@link #refresh} is called. FX thread. */
final class SocketTreeViewModel {
    /** The client registers before anything else; the log's first records are enough to find its name. */
    private static final int REGISTERED_WITHIN = 16;

    private final SessionModel session;
    private final OpenSockets open = new OpenSockets();
    private final ReadOnlyIntegerWrapper refreshes = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable SocketId> selected = new ReadOnlyObjectWrapper<>();
    private @Nullable ScopeSnapshot shown;
    private String clientName = "";
    private String clientVersion = "";

    SocketTreeViewModel(SessionModel session, Selection selection) {
        this.session = session;
        selection
                .currentProperty()
                .addListener((o, old, now) -> selected.set(selection.socket().orElse(null)));
        refresh();
    }

    SessionModel session() {
        return session;
    }

    Folding folding() {
        return session.folding();
    }

    OpenSockets open() {
        return open;
    }

    /** Counts how often what is shown was brought up to date. */
    ReadOnlyIntegerProperty refreshesProperty() {
        return refreshes.getReadOnlyProperty();
    }

    /** Whether what is shown is so now: not when nothing newer can be shown. The past that somebody looks at is as it was, and the window says so. */
    boolean isOfThePresent() {
        return session.isPast() || !session.troubleProperty().get().hidesThePresent();
    }

    ReadOnlyObjectProperty<List<PeerRow>> peersProperty() {
        return session.peersProperty();
    }

    ReadOnlyObjectProperty<@Nullable SocketId> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** The lines under the client; {@code expanded} tells which groups are open. */
    List<TreeOutline.Entry> entries(Predicate<TreeLine> expanded) {
        return new TreeOutline(open, session.folding(), expanded).entries(selected.get());
    }

    @Nullable
    SocketRow row(SocketId id) {
        return open.row(id);
    }

    int closedCount() {
        return shown == null ? 0 : shown.sockets().closedCount();
    }

    /** The sockets closed last, newest first. */
    List<SocketRow> lastClosed() {
        List<SocketRow> closed = new ArrayList<>();
        if (shown != null) {
            shown.sockets().visitLastClosed(TreeOutline.MOST_LISTED, closed::add);
        }
        return closed;
    }

    String clientName() {
        return clientName;
    }

    /** For example {@code WSK 1.0}. */
    String clientVersion() {
        return clientVersion;
    }

    /** Whether there is something new, or time alone changed something. */
    @SuppressWarnings("ReferenceEquality") // snapshots never change: another one is another object
    boolean isBehind() {
        return shown != session.snapshot() || open.willChange();
    }

    /** Shows the newest snapshot; costs what changed since the last time. */
    void refresh() {
        ScopeSnapshot snapshot = session.snapshot();
        shown = snapshot;
        if (clientName.isEmpty()) {
            findClient(snapshot.log(), Math.min(REGISTERED_WITHIN, snapshot.playhead()));
        }
        open.update(snapshot, session.nowNanos());
        refreshes.set(refreshes.get() + 1);
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
