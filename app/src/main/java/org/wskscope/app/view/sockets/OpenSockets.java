package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.List;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;

/** Which sockets are open. FX thread. */
final class OpenSockets {
    private OpenSockets() {}

    /** Those of the snapshot, in order of id. Costs what is open. */
    static List<SocketRow> of(ScopeSnapshot snapshot) {
        List<SocketRow> open = new ArrayList<>(snapshot.sockets().openCount());
        snapshot.sockets().visitOpen(open::add);
        return open;
    }
}
