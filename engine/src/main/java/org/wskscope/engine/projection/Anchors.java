package org.wskscope.engine.projection;

import java.util.Arrays;

/** States a fold can begin at, in order. Immutable; any thread. */
final class Anchors {
    private final State[] states;
    private final int size;

    private Anchors(State[] states, int size) {
        this.states = states;
        this.size = size;
    }

    /** The last one that stands at {@code sequence} or before it. */
    State before(long sequence) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (states[middle].sequence() <= sequence) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? StateFold.START : states[low - 1];
    }

    /** Where the next one after {@code sequence} stands; {@link Long#MAX_VALUE} when there is none. */
    long nextAfter(long sequence) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (states[middle].sequence() <= sequence) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == size ? Long.MAX_VALUE : states[low].sequence();
    }

    /** Anchors that more are added to; owned by one thread. Those taken earlier see none of them. */
    @ProjectorThread
    static final class Growing {
        private State[] states = new State[8];
        private int size;

        void add(State state) {
            if (size == states.length) {
                states = Arrays.copyOf(states, size * 2);
            }
            states[size++] = state;
        }

        /** Slots behind the size are never read, so the array is shared until it grows. */
        Anchors now() {
            return new Anchors(states, size);
        }
    }
}
