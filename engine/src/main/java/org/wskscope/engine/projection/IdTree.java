package org.wskscope.engine.projection;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Values by small numbers. Immutable; any thread. A tree shares with its predecessors all that did not change.
 *
 * @param <E> what it holds
 */
final class IdTree<E> {
    private static final int BITS = 5;
    private static final int WIDTH = 1 << BITS;

    private final @Nullable Object[] root;
    private final int levels;

    private IdTree(@Nullable Object[] root, int levels) {
        this.root = root;
        this.levels = levels;
    }

    static <E> IdTree<E> empty() {
        return new IdTree<>(new @Nullable Object[WIDTH], 1);
    }

    @SuppressWarnings("unchecked") // what is in a slot of the lowest level came in by with
    @Nullable
    E get(int id) {
        if (id < 0 || id >= capacity(levels)) {
            return null;
        }
        @Nullable Object[] node = root;
        for (int level = levels - 1; level > 0; level--) {
            Object next = node[slot(id, level)];
            if (next == null) {
                return null;
            }
            node = (@Nullable Object[]) next;
        }
        return (E) node[slot(id, 0)];
    }

    /** This tree with {@code value} in the place of what it had under {@code id}. */
    IdTree<E> with(int id, E value) {
        @Nullable Object[] grown = root;
        int height = levels;
        while (id >= capacity(height)) {
            @Nullable Object[] above = new @Nullable Object[WIDTH];
            above[0] = grown;
            grown = above;
            height++;
        }
        return new IdTree<>(with(grown, height - 1, id, value), height);
    }

    /** Gives all values in order of their numbers. */
    void visit(Consumer<E> visitor) {
        visit(root, levels - 1, visitor);
    }

    @SuppressWarnings("unchecked") // as in get
    private static <E> void visit(@Nullable Object[] node, int level, Consumer<E> visitor) {
        for (Object slot : node) {
            if (slot != null && level > 0) {
                visit((@Nullable Object[]) slot, level - 1, visitor);
            } else if (slot != null) {
                visitor.accept((E) slot);
            }
        }
    }

    private static @Nullable Object[] with(@Nullable Object @Nullable [] node, int level, int id, Object value) {
        @Nullable Object[] next = node == null ? new @Nullable Object[WIDTH] : node.clone();
        int at = slot(id, level);
        next[at] = level == 0 ? value : with((@Nullable Object @Nullable []) next[at], level - 1, id, value);
        return next;
    }

    private static long capacity(int levels) {
        return 1L << (BITS * levels);
    }

    private static int slot(int id, int level) {
        return id >>> (BITS * level) & (WIDTH - 1);
    }
}
