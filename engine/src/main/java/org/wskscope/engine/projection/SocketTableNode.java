package org.wskscope.engine.projection;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A node of the tree a {@link SocketTable} is: at level 0 its slots are rows, above that nodes one level lower. Immutable. */
final class SocketTableNode {
    static final SocketTableNode EMPTY = new SocketTableNode(new Object[0]);

    private static final int BITS = 6;
    private static final int WIDTH = 1 << BITS;

    /** No more than the last one in use: a node of few rows is short. */
    private final @Nullable Object[] slots;

    private final int rows;
    private final int open;

    private SocketTableNode(@Nullable Object[] slots) {
        this.slots = slots;
        int allRows = 0;
        int allOpen = 0;
        for (Object slot : slots) {
            if (slot instanceof SocketRow row) {
                allRows++;
                allOpen += row.isClosed() ? 0 : 1;
            } else if (slot instanceof SocketTableNode node) {
                allRows += node.rows;
                allOpen += node.open;
            }
        }
        this.rows = allRows;
        this.open = allOpen;
    }

    /** Ids from 0 to this one less fit into a tree of so many levels. */
    static long capacity(int levels) {
        return 1L << (BITS * levels);
    }

    /** A node one level higher that has {@code lowest} as its first. */
    static SocketTableNode above(SocketTableNode lowest) {
        return new SocketTableNode(new @Nullable Object[] {lowest});
    }

    int rows() {
        return rows;
    }

    int open() {
        return open;
    }

    /** This node with {@code sorted} rows in place, all of which belong below it. */
    SocketTableNode with(List<SocketRow> sorted, int level) {
        int last = slot(sorted.get(sorted.size() - 1).id().value(), level);
        @Nullable Object[] next = new @Nullable Object[Math.max(slots.length, last + 1)];
        System.arraycopy(slots, 0, next, 0, slots.length);
        int from = 0;
        while (from < sorted.size()) {
            int at = slot(sorted.get(from).id().value(), level);
            int to = from + 1;
            while (to < sorted.size() && slot(sorted.get(to).id().value(), level) == at) {
                to++;
            }
            next[at] = level == 0 ? sorted.get(to - 1) : child(at).with(sorted.subList(from, to), level - 1);
            from = to;
        }
        return new SocketTableNode(next);
    }

    @Nullable
    SocketRow row(int id, int level) {
        int at = slot(id, level);
        if (level > 0) {
            return child(at).row(id, level - 1);
        }
        return at < slots.length && slots[at] instanceof SocketRow row ? row : null;
    }

    SocketRow get(int index, int level) {
        int left = index;
        for (Object slot : slots) {
            if (slot instanceof SocketTableNode node) {
                if (left < node.rows) {
                    return node.get(left, level - 1);
                }
                left -= node.rows;
            } else if (slot instanceof SocketRow row && left-- == 0) {
                return row;
            }
        }
        throw new IndexOutOfBoundsException(index);
    }

    void visitOpen(Consumer<SocketRow> visitor, int level) {
        for (Object slot : slots) {
            if (slot instanceof SocketTableNode node && node.open > 0) {
                node.visitOpen(visitor, level - 1);
            } else if (slot instanceof SocketRow row && !row.isClosed()) {
                visitor.accept(row);
            }
        }
    }

    /** Answers how many it gave. */
    int visitLastClosed(int most, Consumer<SocketRow> visitor, int level) {
        int given = 0;
        for (int at = slots.length - 1; at >= 0 && given < most; at--) {
            if (slots[at] instanceof SocketTableNode node && node.rows > node.open) {
                given += node.visitLastClosed(most - given, visitor, level - 1);
            } else if (slots[at] instanceof SocketRow row && row.isClosed()) {
                visitor.accept(row);
                given++;
            }
        }
        return given;
    }

    void visitChanges(SocketTableNode before, SocketTable.Changes changes, int level) {
        if (this == before) {
            return;
        }
        for (int at = 0; at < Math.max(slots.length, before.slots.length); at++) {
            if (level > 0) {
                child(at).visitChanges(before.child(at), changes, level - 1);
                continue;
            }
            Object now = at < slots.length ? slots[at] : null;
            Object then = at < before.slots.length ? before.slots[at] : null;
            if (now instanceof SocketRow row && now != then) {
                changes.changed(row);
            } else if (now == null && then instanceof SocketRow row) {
                changes.gone(row.id());
            }
        }
    }

    private SocketTableNode child(int at) {
        return at < slots.length && slots[at] instanceof SocketTableNode node ? node : EMPTY;
    }

    private static int slot(int id, int level) {
        return id >>> (BITS * level) & (WIDTH - 1);
    }
}
