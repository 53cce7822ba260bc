package org.wskscope.app.view.sockets;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.projection.CallbackInFlight;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.SocketId;

/**
 * Decides which open sockets get a card when there are more than fit. What was shown stays, so that cards do not jump; a socket that needs attention (selected,
 * held callback, waiting disable, waiting callback) takes the place of the one that was quiet longest. Not thread-safe; FX thread.
 */
final class CardChoice {
    private final int limit;
    private final Set<SocketId> shown = new LinkedHashSet<>();

    CardChoice(int limit) {
        this.limit = limit;
    }

    /** The sockets to draw, in order of creation. */
    List<SocketRow> choose(List<SocketRow> open, @Nullable SocketId selected) {
        if (open.size() <= limit) {
            shown.clear();
            open.forEach(row -> shown.add(row.id()));
            return open;
        }
        Set<SocketId> wanted = open.stream()
                .sorted(Comparator.comparing((SocketRow row) -> !needsAttention(row, selected))
                        .thenComparing(row -> !shown.contains(row.id()))
                        .thenComparing(row -> -row.counters().lastSequence()))
                .limit(limit)
                .map(SocketRow::id)
                .collect(Collectors.toCollection(HashSet::new));
        shown.retainAll(wanted);
        shown.addAll(wanted);
        return open.stream().filter(row -> shown.contains(row.id())).toList();
    }

    private static boolean needsAttention(SocketRow row, @Nullable SocketId selected) {
        return row.id().equals(selected)
                || row.waitingMask().bits() != 0
                || row.callbacks().stream().anyMatch(CallbackInFlight::deferred)
                || !row.waits().isEmpty()
                || row.counters().accepted() > 0
                || row.listener() == null;
    }
}
