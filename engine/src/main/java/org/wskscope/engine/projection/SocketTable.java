package org.wskscope.engine.projection;

import java.util.AbstractList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.wsk.SocketId;

/**
 * Every socket ever created, ordered by id. Immutable; any thread. A table shares with its predecessors all that did not change, so that making the next one, finding
 * a row, visiting the open sockets and telling two tables apart cost what is asked for and never the number of sockets that ever were.
 */
public final class SocketTable extends AbstractList<SocketRow> implements RandomAccess {
    /** The table without a socket. */
    public static final SocketTable EMPTY = new SocketTable(SocketTableNode.EMPTY, 1);

    private final SocketTableNode root;
    private final int levels;

    /** Told how a table differs from another one. */
    public interface Changes {
        /** A row that is new, or not what it was. */
        void changed(SocketRow row);

        /** A socket the other table has and this one has not: the playhead went back to before its creation. */
        void gone(SocketId id);
    }

    private SocketTable(SocketTableNode root, int levels) {
        this.root = root;
        this.levels = levels;
    }

    /** A table of these rows; of two with one id the later counts. */
    public static SocketTable of(List<SocketRow> rows) {
        return EMPTY.with(rows);
    }

    /** This table with these rows in the place of those with the same ids. */
    SocketTable with(List<SocketRow> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        List<SocketRow> sorted = rows.stream()
                .sorted(Comparator.comparingInt(row -> row.id().value()))
                .toList();
        SocketTableNode grown = root;
        int height = levels;
        int last = sorted.get(sorted.size() - 1).id().value();
        while (last >= SocketTableNode.capacity(height)) {
            grown = SocketTableNode.above(grown);
            height++;
        }
        return new SocketTable(grown.with(sorted, height - 1), height);
    }

    /** The row of this socket, or null when the playhead is before its creation. */
    public @Nullable SocketRow row(SocketId id) {
        int value = id.value();
        return value < 0 || value >= SocketTableNode.capacity(levels) ? null : root.row(value, levels - 1);
    }

    @Override
    public SocketRow get(int index) {
        Objects.checkIndex(index, size());
        return root.get(index, levels - 1);
    }

    @Override
    public int size() {
        return root.rows();
    }

    /** How many are not closed. */
    public int openCount() {
        return root.open();
    }

    /** How many are closed. */
    public int closedCount() {
        return root.rows() - root.open();
    }

    /** Gives every socket that is not closed, in order of id. Costs what is open. */
    public void visitOpen(Consumer<SocketRow> visitor) {
        root.visitOpen(visitor, levels - 1);
    }

    /** Gives the closed sockets with the highest ids, the highest first, {@code most} of them at most. */
    public void visitLastClosed(int most, Consumer<SocketRow> visitor) {
        root.visitLastClosed(most, visitor, levels - 1);
    }

    /** Tells how this table differs from {@code before}. Costs what differs. */
    public void visitChanges(SocketTable before, Changes changes) {
        SocketTableNode mine = root;
        SocketTableNode other = before.root;
        int height = Math.max(levels, before.levels);
        for (int level = levels; level < height; level++) {
            mine = SocketTableNode.above(mine);
        }
        for (int level = before.levels; level < height; level++) {
            other = SocketTableNode.above(other);
        }
        mine.visitChanges(other, changes, height - 1);
    }
}
