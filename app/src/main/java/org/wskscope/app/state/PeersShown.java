package org.wskscope.app.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.wskscope.engine.projection.RemoteEnd;
import org.wskscope.engine.session.PeerRow;

/** The built-in peers as the snapshot shown has them. FX thread. */
final class PeersShown {
    private final ReadOnlyObjectWrapper<List<PeerRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private List<RemoteEnd> shown = List.of();

    ReadOnlyObjectProperty<List<PeerRow>> property() {
        return rows.getReadOnlyProperty();
    }

    @SuppressWarnings("ReferenceEquality") // snapshots share the list while nothing in it changed
    void show(List<RemoteEnd> toNotify) {
        if (toNotify == shown) {
            return;
        }
        shown = toNotify;
        Map<Integer, PeerRow> before = new HashMap<>();
        rows.get().forEach(row -> before.put(row.id(), row));
        List<PeerRow> now = new ArrayList<>(toNotify.size());
        for (RemoteEnd end : toNotify) {
            PeerRow known = before.get(end.peer());
            now.add(known == null ? PeerRow.of(end) : known.as(end));
        }
        rows.set(List.copyOf(now));
    }
}
