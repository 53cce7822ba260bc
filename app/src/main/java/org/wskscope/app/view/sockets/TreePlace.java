package org.wskscope.app.view.sockets;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.SocketId;

/**
 * Where a socket stands in the tree. It can change: that a socket was accepted is known only some records after its creation, and a listener may close first.
 *
 * @param parent the open listener that accepted it; null when it stands under the client
 */
record TreePlace(SocketId socket, @Nullable SocketId parent) {
    static List<TreePlace> of(List<SocketRow> open) {
        Set<SocketId> ids = open.stream().map(SocketRow::id).collect(Collectors.toSet());
        return open.stream()
                .map(row -> new TreePlace(row.id(), parent(row, ids)))
                .toList();
    }

    private static @Nullable SocketId parent(SocketRow row, Set<SocketId> open) {
        SocketId listener = row.listener();
        return listener != null && open.contains(listener) ? listener : null;
    }
}
