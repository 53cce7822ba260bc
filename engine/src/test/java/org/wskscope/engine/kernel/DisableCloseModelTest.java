package org.wskscope.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wskscope.engine.kernel.StateExplorer.Counts;
import org.wskscope.engine.testkit.StressRounds;

/** The kernel reaches exactly the states that the model of the disable and close protocol has, by as many transitions. */
class DisableCloseModelTest {
    /** Spin counts the first state as a transition. */
    private static final int THE_FIRST_STATE = 1;

    /** Spin prints this many of a count, percent. */
    private static final double EIGHT_DIGITS = 1e-5;

    private static final String MODEL = "/model/disable-close.pml";
    private static final Pattern STORED = Pattern.compile("([\\d.e+]+) states, stored");
    private static final Pattern MATCHED = Pattern.compile("([\\d.e+]+) states, matched");

    private static final SortedMap<Integer, Counts> COUNTS = new TreeMap<>(Map.of(
            3, new Counts(28_909, 194_082),
            4, new Counts(222_094, 1_739_736),
            5, new Counts(1_652_211, 14_801_754),
            6, new Counts(12_054_756, 121_632_896)));

    @TempDir
    Path folder;

    /** With all rounds up to the six indicators of the model, else three. */
    @ParameterizedTest
    @MethodSource("configurations")
    @Tag("CTL-ECB-09")
    @Tag("CTL-ECB-10")
    @Tag("CTL-ECB-21")
    @Tag("CTL-ECB-26")
    @Tag("CTL-ECB-28")
    @Tag("API-CLO-02")
    @Tag("API-CLO-08")
    void theKernelReachesAsManyStatesAsTheModelHas(int indicators, Counts counts) {
        assertThat(new StateExplorer(indicators).explore()).isEqualTo(counts);
    }

    static Stream<Arguments> configurations() {
        return COUNTS.keySet().stream()
                .filter(indicators -> indicators <= StressRounds.rounds(3, 6))
                .map(indicators -> Arguments.of(indicators, COUNTS.get(indicators)));
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void spinCountsTheSame(int indicators, Counts counts) throws Exception {
        assumeTrue(answers("spin", "-V") && answers("gcc", "--version"), "Spin and gcc are not installed");
        try (InputStream model = DisableCloseModelTest.class.getResourceAsStream(MODEL)) {
            Files.copy(model, folder.resolve("model.pml"));
        }

        run("spin", "-DNI=" + indicators, "-a", "model.pml");
        run("gcc", "-O2", "-w", "-DSAFETY", "-DNOREDUCE", "-o", "pan", "pan.c");
        String report = run("./pan", "-m10000000", "-w26");

        assertThat(report).contains("errors: 0");
        double stored = number(STORED, report);
        assertThat(stored).isEqualTo(counts.states());
        assertThat(stored + number(MATCHED, report) - THE_FIRST_STATE)
                .isCloseTo(counts.transitions(), withinPercentage(EIGHT_DIGITS));
    }

    private static double number(Pattern pattern, String report) {
        Matcher matcher = pattern.matcher(report);
        assertThat(matcher.find()).as(report).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    private static boolean answers(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", List.of(command), output).isZero();
        return output;
    }
}
