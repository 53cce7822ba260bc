package org.wskscope.engine.program;

import java.util.List;
import java.util.Locale;

/**
 * One step of a program. Immutable.
 *
 * @param op what is done
 * @param slot which socket it is done to: 0 to 5 are sockets the program creates, 6 to 9 those it accepts; without meaning for steps that have no socket
 * @param what one of the words of {@link Op#whats()}
 * @param how one of the words of {@link Op#hows()}
 * @param size bytes, items, or milliseconds
 */
record Step(Op op, int slot, String what, String how, int size) {
    static final int CREATED_SLOTS = 6;
    static final int SLOTS = 10;

    Step {
        if (slot < 0
                || slot >= SLOTS
                || size < 0
                || !op.whats().contains(what)
                || !op.hows().contains(how)) {
            throw new IllegalArgumentException(op + " does not know " + slot + ", " + what + ", " + how + ", " + size);
        }
    }

    static Step of(Op op, int slot) {
        return new Step(op, slot, op.whats().get(0), op.hows().get(0), 0);
    }

    Step what(String other) {
        return new Step(op, slot, other, how, size);
    }

    Step how(String other) {
        return new Step(op, slot, what, other, size);
    }

    Step size(int other) {
        return new Step(op, slot, what, how, other);
    }

    boolean is(String word) {
        return how.equals(word);
    }

    /** The same step, simpler in one respect at a time. */
    List<Step> simpler() {
        java.util.ArrayList<Step> all = new java.util.ArrayList<>();
        if (!how.equals(op.hows().get(0))) {
            all.add(how(op.hows().get(0)));
        }
        if (!what.equals(op.whats().get(0))) {
            all.add(what(op.whats().get(0)));
        }
        if (size > 0) {
            all.add(size(0));
        }
        if (size > 1) {
            all.add(size(1));
            all.add(size(size / 2));
        }
        return all;
    }

    /** The Java text of this step: {@code .then(SEND, 0, "plain", "properly", 10)}. */
    String text() {
        boolean plain = how.equals(op.hows().get(0)) && what.equals(op.whats().get(0)) && size == 0;
        return plain
                ? String.format(Locale.ROOT, ".then(Op.%s, %d)", op, slot)
                : String.format(Locale.ROOT, ".then(Op.%s, %d, \"%s\", \"%s\", %d)", op, slot, what, how, size);
    }
}
