package org.wskscope.engine.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.testkit.StressRounds;

/**
 * Programs nobody thought of: 10,000 with {@code -Pstress}, a share in every build. What they reached is in {@code target/programs/census.txt}; a failing one is shrunk,
 * printed as a test and kept there too. One seed alone: {@code -Dwskscope.program.first=SEED -Dwskscope.programs=1}.
 */
class RandomProgramsTest {
    private static final Path REPORTS = Path.of("target", "programs");

    /** Off where only a yes or no counts: the mutation run. */
    private static final boolean SHRINKS = !Boolean.getBoolean("wskscope.program.unshrunk");

    @Test
    @Tag("EVT-RCV-20")
    @Tag("API-IRP-01")
    @Tag("API-CLO-08")
    @Tag("API-SCK-17")
    @Tag("C-20")
    void programsKeepTheRulesWhateverTheyCall() throws IOException {
        int programs = Integer.getInteger("wskscope.programs", StressRounds.rounds(500, 10_000));
        long first = Long.getLong("wskscope.program.first", 1);
        Census census = new Census();
        StringBuilder failing = new StringBuilder();

        for (long seed = first; seed < first + programs; seed++) {
            Program program = new ProgramGenerator(seed).program();
            ProgramRun run = new ProgramRun(program);
            @Nullable Breach breach = run.play();
            census.add(run.oracle, breach);
            if (breach != null && census.isFirstOf(breach)) {
                failing.append('\n').append(SHRINKS ? shrunk(program, breach) : breach);
            }
        }

        Files.createDirectories(REPORTS);
        Files.writeString(REPORTS.resolve("census.txt"), census.text());
        assertThat(census.breaches()).as("%s", failing).isEmpty();
        assertThat(census.illegalShare()).as("share of refused calls").isBetween(0.3, 0.7);
    }

    private static String shrunk(Program program, Breach breach) throws IOException {
        Program small = new Shrinker(candidate -> new ProgramRun(candidate).play(), breach.rule()).shrink(program);
        Breach left = new ProgramRun(small).play();
        String test = small.asTest("seed" + program.seed(), left == null ? breach : left);
        Files.createDirectories(REPORTS);
        Files.writeString(REPORTS.resolve("seed-" + program.seed() + ".txt"), test);
        return test;
    }
}
