package org.wskscope.engine.program;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of steps and the seed of everything the network may choose. Immutable; a run of it is a function of both, so that a failing program fails again.
 *
 * @param seed of the network's choices and of the kernel's options
 * @param steps in the order they are done
 */
record Program(long seed, List<Step> steps) {
    Program {
        steps = List.copyOf(steps);
    }

    static Program seeded(long seed) {
        return new Program(seed, List.of());
    }

    Program then(Op op, int slot) {
        return then(Step.of(op, slot));
    }

    Program then(Op op, int slot, String what, String how, int size) {
        return then(new Step(op, slot, what, how, size));
    }

    Program then(Step step) {
        List<Step> all = new ArrayList<>(steps);
        all.add(step);
        return new Program(seed, all);
    }

    Program with(List<Step> others) {
        return new Program(seed, others);
    }

    long calls() {
        return steps.stream().filter(step -> step.op().isCall()).count();
    }

    /** Plays it; throws an {@link AssertionError} with the first rule that was broken. */
    void mustHold() {
        @Nullable Breach breach = new ProgramRun(this).play();
        if (breach != null) {
            throw new AssertionError(breach + "\n" + asTest("aProgramHolds", breach));
        }
    }

    /** A test method that plays this program. */
    String asTest(String name, Breach breach) {
        StringBuilder text = new StringBuilder();
        text.append("    /** ")
                .append(breach.rule())
                .append(": ")
                .append(breach.found())
                .append(" */\n");
        text.append("    @Test\n    void ").append(name).append("() {\n");
        text.append("        Program.seeded(").append(seed).append("L)");
        for (Step step : steps) {
            text.append("\n                ").append(step.text());
        }
        return text.append("\n                .mustHold();\n    }\n").toString();
    }
}
