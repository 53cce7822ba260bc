package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.state.Folding;
import org.wskscope.engine.wsk.SocketId;

/**
 * The lines of the tree under the client: sockets, and under each listener its connections, or what stands for them when it is folded. Costs the lines that are listed. FX
 * thread.
 */
final class TreeOutline {
    /** More lines in a row are not read. */
    static final int MOST_LISTED = 200;
    /** What needs attention is listed by itself up to here. */
    private static final int MOST_APART = 12;

    private final OpenSockets open;
    private final Folding folding;
    private final Predicate<TreeLine> expanded;

    /** A line and those under it. */
    record Entry(TreeLine line, List<Entry> children) {
        static Entry leaf(TreeLine line) {
            return new Entry(line, List.of());
        }
    }

    /** {@code expanded} tells which groups are open. */
    TreeOutline(OpenSockets open, Folding folding, Predicate<TreeLine> expanded) {
        this.open = open;
        this.folding = folding;
        this.expanded = expanded;
    }

    /** {@code selected} is always among the lines when it is open. */
    List<Entry> entries(@Nullable SocketId selected) {
        List<Entry> entries = new ArrayList<>();
        for (int root : open.roots()) {
            entries.add(new Entry(TreeLine.socket(root, 0), under(root, selected)));
        }
        return entries;
    }

    private List<Entry> under(int listener, @Nullable SocketId selected) {
        Connections connections = open.of(listener);
        if (connections.count() == 0) {
            return List.of();
        }
        if (!folding.folds(new SocketId(listener), connections.count())) {
            List<Entry> entries = new ArrayList<>();
            list(connections.ids(), id -> TreeLine.socket(id, listener), entries, TreeLine.rest(listener, null));
            return entries;
        }
        List<Entry> entries = new ArrayList<>();
        if (selected != null && connections.ids().contains(selected.value()) && !isListedInGroup(listener, selected)) {
            entries.add(Entry.leaf(TreeLine.socket(selected.value(), listener)));
        }
        for (Doing doing : Doing.values()) {
            boolean apart =
                    (doing == Doing.PROBLEM || doing == Doing.WAITING) && connections.count(doing) <= MOST_APART;
            if (apart) {
                for (int id : connections.of(doing)) {
                    Entry entry = Entry.leaf(TreeLine.socket(id, listener));
                    if (!entries.contains(entry)) {
                        entries.add(entry);
                    }
                }
            } else if (connections.count(doing) > 0) {
                entries.add(group(listener, doing, connections));
            }
        }
        return entries;
    }

    private boolean isListedInGroup(int listener, SocketId socket) {
        return expanded.test(TreeLine.group(listener, open.doing(open.row(socket.value()))));
    }

    /** A group that is shut has one line under it, so that it can be opened. */
    private Entry group(int listener, Doing doing, Connections connections) {
        TreeLine line = TreeLine.group(listener, doing);
        List<Entry> entries = new ArrayList<>();
        if (expanded.test(line)) {
            list(
                    connections.of(doing),
                    id -> TreeLine.inGroup(id, listener, doing),
                    entries,
                    TreeLine.rest(listener, doing));
        } else {
            entries.add(Entry.leaf(TreeLine.rest(listener, doing)));
        }
        return new Entry(line, entries);
    }

    private static void list(Iterable<Integer> ids, IntFunction<TreeLine> line, List<Entry> entries, TreeLine rest) {
        for (int id : ids) {
            if (entries.size() == MOST_LISTED) {
                entries.add(Entry.leaf(rest));
                return;
            }
            entries.add(Entry.leaf(line.apply(id)));
        }
    }
}
