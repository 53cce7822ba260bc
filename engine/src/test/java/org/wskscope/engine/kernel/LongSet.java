package org.wskscope.engine.kernel;

/** A growing set of longs other than −1, without boxing. One thread. */
final class LongSet {
    private static final long FREE = -1;

    private long[] slots = newSlots(1 << 16);
    private int size;

    /** Returns whether {@code value} is new. */
    boolean add(long value) {
        if (size * 2 >= slots.length) {
            grow();
        }
        int at = slot(value);
        if (slots[at] == value) {
            return false;
        }
        slots[at] = value;
        size++;
        return true;
    }

    int size() {
        return size;
    }

    private int slot(long value) {
        long mixed = value * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> 32) & slots.length - 1;
        while (slots[at] != FREE && slots[at] != value) {
            at = at + 1 & slots.length - 1;
        }
        return at;
    }

    private void grow() {
        long[] before = slots;
        slots = newSlots(before.length * 2);
        for (long value : before) {
            if (value != FREE) {
                slots[slot(value)] = value;
            }
        }
    }

    private static long[] newSlots(int length) {
        long[] fresh = new long[length];
        java.util.Arrays.fill(fresh, FREE);
        return fresh;
    }
}
