package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.List;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;

/**
 * Which sockets are open, kept up to date from one snapshot to the next: the cost follows the open sockets and the new ones, not all that ever were. FX
 * thread.
 */
final class OpenSockets {
    private final List<Integer> openIds = new ArrayList<>();
    private int seen;
    private long playhead;

    /** Takes in the next snapshot and answers its open sockets in order of creation. */
    List<SocketRow> update(ScopeSnapshot snapshot) {
        List<SocketRow> all = snapshot.sockets();
        if (all.size() < seen || snapshot.playhead() < playhead) {
            openIds.clear();
            seen = 0;
        }
        playhead = snapshot.playhead();
        openIds.removeIf(index -> all.get(index).isClosed());
        for (; seen < all.size(); seen++) {
            if (!all.get(seen).isClosed()) {
                openIds.add(seen);
            }
        }
        List<SocketRow> open = new ArrayList<>(openIds.size());
        for (int index : openIds) {
            open.add(all.get(index));
        }
        return open;
    }
}
