package org.wskscope.engine.program;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a failing program small: first whole parts of its steps go (delta debugging), then single steps, then what is left becomes plainer. A candidate is kept when it still
 * breaks the same rule; because a run is a function of the program, the result is too.
 */
final class Shrinker {
    private static final int MAX_RUNS = 3_000;

    private final Function<Program, @Nullable Breach> play;
    private final String rule;
    private int runs;

    /**
     * @param play runs a program; gives the rule it breaks or null
     * @param rule which must stay broken
     */
    Shrinker(Function<Program, @Nullable Breach> play, String rule) {
        this.play = play;
        this.rule = rule;
    }

    Program shrink(Program failing) {
        Program small = withoutParts(failing);
        Program before;
        do {
            before = small;
            small = withoutParts(plainer(small));
        } while (!small.equals(before));
        return small;
    }

    private boolean stillFails(Program candidate) {
        if (runs++ >= MAX_RUNS) {
            return false;
        }
        Breach breach = play.apply(candidate);
        return breach != null && breach.rule().equals(rule);
    }

    /** Leaves out parts, halving their size until it is one step (ddmin). */
    private Program withoutParts(Program program) {
        Program small = program;
        int part = Math.max(1, small.steps().size() / 2);
        while (true) {
            boolean removed = false;
            for (int from = small.steps().size() - 1; from >= 0; from -= part) {
                int to = Math.min(from + 1, small.steps().size());
                List<Step> rest = new ArrayList<>(small.steps().subList(0, Math.max(0, to - part)));
                rest.addAll(small.steps().subList(to, small.steps().size()));
                Program candidate = small.with(rest);
                if (rest.size() < small.steps().size() && stillFails(candidate)) {
                    small = candidate;
                    removed = true;
                }
            }
            if (part == 1 && !removed) {
                return small;
            }
            part = part == 1 ? 1 : part / 2;
        }
    }

    private Program plainer(Program program) {
        Program small = program;
        for (int place = 0; place < small.steps().size(); place++) {
            boolean changed = true;
            while (changed) {
                changed = false;
                for (Step simpler : small.steps().get(place).simpler()) {
                    List<Step> steps = new ArrayList<>(small.steps());
                    steps.set(place, simpler);
                    Program candidate = small.with(steps);
                    if (stillFails(candidate)) {
                        small = candidate;
                        changed = true;
                        break;
                    }
                }
            }
        }
        return small;
    }
}
