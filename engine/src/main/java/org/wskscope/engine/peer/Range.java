package org.wskscope.engine.peer;

/** Refuses options outside their limits in words a user can act on. */
final class Range {
    private Range() {}

    static void check(long value, long low, long high, String what) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(what + " must be " + low + " to " + high + ", not " + value);
        }
    }
}
