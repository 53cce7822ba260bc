package org.wskscope.engine.projection;

import java.util.ArrayList;
import java.util.List;

/** The table of sockets while it is folded: remembers whose rows must be made anew for the next snapshot. */
@ProjectorThread
final class RowsFold {
    private final List<SocketFold> stale = new ArrayList<>();
    private SocketTable latest = SocketTable.EMPTY;

    /** Called once for a socket whose row is no longer true, until the next table. */
    void touch(SocketFold socket) {
        stale.add(socket);
    }

    /** The table now. Costs what was touched. */
    SocketTable toTable() {
        List<SocketRow> rows = new ArrayList<>(stale.size());
        for (SocketFold socket : stale) {
            socket.listed();
            if (socket.exists()) {
                rows.add(socket.row());
            }
        }
        stale.clear();
        latest = latest.with(rows);
        return latest;
    }
}
