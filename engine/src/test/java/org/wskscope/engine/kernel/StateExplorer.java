package org.wskscope.engine.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Visits every state the kernel can reach by the steps of {@link DisableCloseWorld}, depth first. The kernel's objects cannot be copied, so going back is beginning
 * again and taking the same steps.
 */
final class StateExplorer {
    private static final int MAX_DEPTH = 64;

    private final int indicators;
    private final DisableCloseWorld.Environment around = new DisableCloseWorld.Environment();
    private final byte[] path = new byte[MAX_DEPTH];
    private int depth;

    StateExplorer(int indicators) {
        this.indicators = indicators;
    }

    /** Counts as Spin does: a transition is a step taken from a state, to a new one or to a known one. */
    Counts explore() {
        LongSet known = new LongSet();
        @Nullable DisableCloseWorld world = again();
        known.add(world.state());
        long transitions = 0;
        int steps = DisableCloseWorld.steps(indicators);
        int[] next = new int[MAX_DEPTH];
        while (depth >= 0) {
            if (next[depth] == steps) {
                next[depth--] = 0;
                world = null;
                continue;
            }
            int step = next[depth]++;
            world = world == null ? again() : world;
            if (!take(world, step)) {
                continue;
            }
            transitions++;
            if (known.add(world.state())) {
                path[depth++] = (byte) step;
            } else {
                world = null;
            }
        }
        return new Counts(known.size(), transitions);
    }

    private DisableCloseWorld again() {
        DisableCloseWorld world = new DisableCloseWorld(around, indicators);
        for (int at = 0; at < depth; at++) {
            world.take(path[at]);
        }
        return world;
    }

    private boolean take(DisableCloseWorld world, int step) {
        try {
            return world.take(step);
        } catch (AssertionError broken) {
            throw new AssertionError(
                    broken.getMessage() + "; the steps were " + Arrays.toString(Arrays.copyOf(path, depth)) + " and "
                            + step,
                    broken);
        }
    }

    record Counts(long states, long transitions) {}
}
