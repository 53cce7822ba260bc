package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.state.Folding;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.SocketId;

/**
 * Decides which open sockets have a card. What had one keeps it while there is room; of a folded listener's connections only the selected one and those a person brought
 * out have one. New cards come in the order they deserve attention. Costs what is shown, not what is open. FX thread.
 */
final class CardChoice {
    private final int limit;
    private final Folding folding;
    private final Set<Integer> shown = new LinkedHashSet<>();
    private final Set<Integer> folded = new HashSet<>();

    CardChoice(int limit, Folding folding) {
        this.limit = limit;
        this.folding = folding;
    }

    /** The sockets to draw: first those that were drawn before. */
    List<SocketRow> choose(OpenSockets open, @Nullable SocketId selected) {
        keepWhoFoldsAwayButNeedsAttention(open, selected);
        Set<Integer> wanted = new LinkedHashSet<>();
        addIfOpen(wanted, open, selected);
        for (int root : open.roots()) {
            add(wanted, root);
        }
        folding.broughtOut().forEach(id -> addIfOpen(wanted, open, id));
        for (int root : open.roots()) {
            Connections connections = open.of(root);
            if (!folding.folds(new SocketId(root), connections.count())) {
                addApart(wanted, connections);
            }
        }
        shown.retainAll(wanted);
        shown.addAll(wanted);
        List<SocketRow> rows = new ArrayList<>();
        shown.forEach(id -> rows.add(open.row(id)));
        return rows;
    }

    boolean isFolded(SocketId listener) {
        return folded.contains(listener.value());
    }

    /** A card somebody may be at work on does not vanish because many more connections came. */
    private void keepWhoFoldsAwayButNeedsAttention(OpenSockets open, @Nullable SocketId selected) {
        folded.removeIf(listener -> !open.isOpen(new SocketId(listener)));
        for (int root : open.roots()) {
            SocketId listener = new SocketId(root);
            Connections connections = open.of(root);
            boolean folds = folding.folds(listener, connections.count());
            if (folds && folded.add(root)) {
                List<SocketId> kept = shown.stream()
                        .filter(id -> connections.ids().contains(id))
                        .filter(id ->
                                !connections.of(Doing.IDLE).contains(id) || selected != null && selected.value() == id)
                        .map(SocketId::new)
                        .toList();
                folding.bringOut(kept);
            } else if (!folds) {
                folded.remove(root);
            }
        }
    }

    private void addApart(Set<Integer> wanted, Connections connections) {
        NavigableSet<Integer> ids = connections.ids();
        shown.stream().filter(ids::contains).forEach(id -> add(wanted, id));
        for (Doing doing : Doing.values()) {
            for (int id : connections.of(doing)) {
                if (wanted.size() >= limit) {
                    return;
                }
                add(wanted, id);
            }
        }
    }

    private void add(Set<Integer> wanted, int id) {
        if (wanted.size() < limit) {
            wanted.add(id);
        }
    }

    private void addIfOpen(Set<Integer> wanted, OpenSockets open, @Nullable SocketId id) {
        if (id != null && open.isOpen(id)) {
            add(wanted, id.value());
        }
    }
}
