package org.wskscope.app.view.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.state.Folding;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.SocketState;

/**
 * Which sockets have lines in the timeline, in order: the open ones, connections below their listener, and the few that closed last. A folded listener stands for its
 * connections, but for those that are brought out or selected. Immutable. Making one costs what is open, never what ever was.
 *
 * @param sockets those with lines
 * @param hiddenClosed closed sockets without lines that no folded listener stands for, as far as is known
 * @param hiddenOpen open sockets without lines, because there are too many
 */
record ShownSockets(List<Shown> sockets, int hiddenClosed, int hiddenOpen) {
    /** Closed sockets that are still shown with their lanes; older ones are announced only. */
    static final int CLOSED_SHOWN = 3;
    /** More closed ones are never shown. */
    static final int MOST_CLOSED = 100;
    /** Sockets that are still to come have lines as far as so many. */
    static final int MOST_TO_COME = 12;
    /** More are announced only: nobody reads so many lines. */
    static final int MOST_SHOWN = 300;

    /**
     * One socket with lines.
     *
     * @param connections how many open connections it stands for; 0 when it is not folded
     */
    record Shown(SocketRow socket, int connections) {
        boolean folds() {
            return connections > 0;
        }
    }

    /**
     * What the user wants to see.
     *
     * @param showClosed whether sockets that closed long ago have lines
     * @param kept shown in any case, because it is selected
     * @param first connections that stand first below their listener
     * @param past closed sockets of which nothing is in view any more
     * @param known how things stand later, as far as is known: sockets that are still to come have lines, too; null for nothing
     */
    record Wanted(
            boolean showClosed,
            Optional<SocketId> kept,
            Set<Integer> first,
            Set<Integer> past,
            @Nullable ScopeSnapshot known) {
        Wanted(boolean showClosed, Optional<SocketId> kept, Set<Integer> first, Set<Integer> past) {
            this(showClosed, kept, first, past, null);
        }

        Wanted before(ScopeSnapshot later) {
            return new Wanted(showClosed, kept, first, past, later);
        }

        boolean isKept(SocketRow socket) {
            return kept.isPresent() && kept.get().equals(socket.id());
        }
    }

    ShownSockets {
        sockets = List.copyOf(sockets);
    }

    static ShownSockets of(ScopeSnapshot snapshot, Folding folding, Wanted wanted) {
        return new Decision(snapshot, folding, wanted).make();
    }

    /** Whether there is a first line about what is not shown, or about what is shown in addition. */
    boolean noticed(boolean showClosed) {
        return hiddenClosed > 0 || hiddenOpen > 0 || showClosed;
    }

    /** Whether a connection stands out among many: in flight, held, waiting or in trouble. */
    static boolean isNotable(SocketRow socket) {
        return !socket.callbacks().isEmpty()
                || socket.waitingMask().bits() != 0
                || !socket.waits().isEmpty()
                || socket.counters().violations() > 0
                || socket.state() == SocketState.CLOSING;
    }

    private static final class Decision {
        private final ScopeSnapshot snapshot;
        private final Folding folding;
        private final Wanted wanted;
        private final List<SocketRow> open = new ArrayList<>();
        private final Map<SocketId, Integer> folded = new HashMap<>();
        private final Map<SocketId, SocketRow> chosen = new HashMap<>();

        Decision(ScopeSnapshot snapshot, Folding folding, Wanted wanted) {
            this.snapshot = snapshot;
            this.folding = folding;
            this.wanted = wanted;
        }

        ShownSockets make() {
            snapshot.sockets().visitOpen(open::add);
            addToCome();
            fold();
            open.stream().filter(this::standsAlone).forEach(this::choose);
            folded.keySet().stream()
                    .map(snapshot::socket)
                    .forEach(listener -> Optional.ofNullable(listener).ifPresent(this::choose));
            chooseClosed();
            wanted.kept().map(snapshot::socket).ifPresent(this::choose);
            List<Shown> sorted = chosen.values().stream()
                    .sorted(order())
                    .limit(MOST_SHOWN)
                    .map(socket -> new Shown(socket, folded.getOrDefault(socket.id(), 0)))
                    .toList();
            int known = folded.isEmpty() ? snapshot.sockets().closedCount() : closedOnTheirOwn();
            int closed = (int)
                    sorted.stream().filter(shown -> shown.socket().isClosed()).count();
            return new ShownSockets(sorted, Math.max(0, known - closed), Math.max(0, chosen.size() - sorted.size()));
        }

        /** The first few of those that are not made yet. */
        private void addToCome() {
            ScopeSnapshot later = wanted.known();
            if (later == null || later.playhead() <= snapshot.playhead()) {
                return;
            }
            int end = Math.min(later.sockets().size(), snapshot.sockets().size() + MOST_TO_COME);
            for (int index = snapshot.sockets().size(); index < end; index++) {
                SocketRow row = later.sockets().get(index);
                if (snapshot.socket(row.id()) == null) {
                    open.add(row);
                }
            }
        }

        private void fold() {
            Map<SocketId, Integer> connections = new HashMap<>();
            for (SocketRow socket : open) {
                if (socket.listener() != null) {
                    connections.merge(socket.listener(), 1, Integer::sum);
                }
            }
            connections.forEach((listener, count) -> {
                if (folding.folds(listener, count)) {
                    folded.put(listener, count);
                }
            });
        }

        private boolean standsAlone(SocketRow socket) {
            return socket.listener() == null
                    || !folded.containsKey(socket.listener())
                    || folding.isBroughtOut(socket.id());
        }

        private void chooseClosed() {
            snapshot.sockets().visitLastClosed(wanted.showClosed() ? MOST_CLOSED : CLOSED_SHOWN, socket -> {
                if (standsAlone(socket)
                        && (wanted.showClosed()
                                || !wanted.past().contains(socket.id().value()))) {
                    choose(socket);
                }
            });
        }

        /** Behind a folded listener nobody knows how many closed; of the last ones, those that are no folded listener's. */
        private int closedOnTheirOwn() {
            int[] count = new int[1];
            snapshot.sockets().visitLastClosed(MOST_CLOSED, socket -> count[0] += standsAlone(socket) ? 1 : 0);
            return count[0];
        }

        private void choose(SocketRow socket) {
            chosen.put(socket.id(), socket);
        }

        /** Connections below their listener, when that has lines. */
        private Comparator<SocketRow> order() {
            return Comparator.<SocketRow>comparingInt(socket -> {
                        SocketId listener = socket.listener();
                        return listener != null && chosen.containsKey(listener)
                                ? listener.value()
                                : socket.id().value();
                    })
                    .thenComparing(socket -> socket.listener() != null && chosen.containsKey(socket.listener()))
                    .thenComparing(
                            socket -> !wanted.first().contains(socket.id().value()))
                    .thenComparingInt(socket -> socket.id().value());
        }
    }
}
