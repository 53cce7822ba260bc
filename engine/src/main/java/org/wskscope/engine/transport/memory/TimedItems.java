package org.wskscope.engine.transport.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Items by their moment, those of one moment in the order they came: a binary heap that knows each item's place, so that a timer can be taken out. */
final class TimedItems {
    private @Nullable Item[] heap = new Item[64];
    private int size;
    private long added;

    boolean isEmpty() {
        return size == 0;
    }

    /** The moment of the earliest, or {@link Long#MAX_VALUE}. */
    long earliestNanos() {
        return size == 0 ? Long.MAX_VALUE : at(0).dueNanos;
    }

    void add(Item item, long dueNanos) {
        if (item.place != Item.NOT_TIMED) {
            throw new IllegalStateException("already waiting for its moment");
        }
        item.dueNanos = dueNanos;
        item.order = added++;
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        rise(item, size++);
    }

    Item takeEarliest() {
        Item earliest = at(0);
        remove(earliest);
        return earliest;
    }

    /** Takes out an item that may be in here. */
    void remove(Item item) {
        int place = item.place;
        if (place == Item.NOT_TIMED) {
            return;
        }
        item.place = Item.NOT_TIMED;
        Item moved = at(--size);
        heap[size] = null;
        if (place == size) {
            return;
        }
        if (place > 0 && isBefore(moved, at((place - 1) / 2))) {
            rise(moved, place);
        } else {
            sink(moved, place);
        }
    }

    private void rise(Item item, int from) {
        int place = from;
        while (place > 0) {
            int above = (place - 1) / 2;
            Item parent = at(above);
            if (!isBefore(item, parent)) {
                break;
            }
            put(parent, place);
            place = above;
        }
        put(item, place);
    }

    private void sink(Item item, int from) {
        int place = from;
        while (true) {
            int below = 2 * place + 1;
            if (below >= size) {
                break;
            }
            if (below + 1 < size && isBefore(at(below + 1), at(below))) {
                below++;
            }
            Item child = at(below);
            if (!isBefore(child, item)) {
                break;
            }
            put(child, place);
            place = below;
        }
        put(item, place);
    }

    private void put(Item item, int place) {
        heap[place] = item;
        item.place = place;
    }

    private Item at(int place) {
        Item item = heap[place];
        if (item == null) {
            throw new IllegalStateException("no item at place " + place + " of " + size);
        }
        return item;
    }

    private static boolean isBefore(Item one, Item other) {
        return one.dueNanos < other.dueNanos || one.dueNanos == other.dueNanos && one.order < other.order;
    }
}
