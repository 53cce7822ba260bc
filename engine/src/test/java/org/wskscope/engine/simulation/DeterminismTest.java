package org.wskscope.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wskscope.engine.testkit.LogDigest;
import org.wskscope.engine.testkit.StressRounds;

/** The same seed gives the same log, byte for byte: in the same virtual machine, in one that only interprets, and on another JDK. */
class DeterminismTest {
    private static final long FIRST_SEED = 1;
    private static final int SEEDS = StressRounds.rounds(50, 1_000);
    private static final long PATIENCE_SECONDS = StressRounds.rounds(100, 3_000);

    @Test
    @Timeout(value = 3_600, unit = TimeUnit.SECONDS)
    void theSameSeedGivesTheSameLogHereAndInOtherVirtualMachines() throws IOException, InterruptedException {
        List<String> digests = here();

        assertThat(here()).as("played again").isEqualTo(digests);
        assertThat(digests).as("different seeds").doesNotHaveDuplicates();
        assertThat(elsewhere(javaOf(Path.of(System.getProperty("java.home"))), "-Xint"))
                .as("in the interpreter")
                .isEqualTo(digests);
    }

    @Test
    @Timeout(value = 3_600, unit = TimeUnit.SECONDS)
    void anotherJdkGivesTheSameLog() throws IOException, InterruptedException {
        Optional<Path> other = otherJdk();
        assumeThat(other)
                .as("a JDK of another version beside %s, or at -Dwskscope.otherJdk", System.getProperty("java.home"))
                .isPresent();

        assertThat(elsewhere(javaOf(other.orElseThrow())))
                .as("on " + other.get())
                .isEqualTo(here());
    }

    @Test
    void aSessionIsBusyEnoughToMeanSomething() {
        assertThat(RandomTraffic.play(FIRST_SEED).size()).isGreaterThan(300);
    }

    private static List<String> here() {
        return LongStream.range(FIRST_SEED, FIRST_SEED + SEEDS)
                .mapToObj(DeterminismTest::digest)
                .toList();
    }

    private static String digest(long seed) {
        try {
            return LogDigest.of(RandomTraffic.play(seed));
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError("seed " + seed, failure);
        }
    }

    private static List<String> elsewhere(Path java, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString(), "-ea", "-Xmx512m"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DigestMain.class.getName()));
        command.addAll(List.of(Long.toString(FIRST_SEED), Integer.toString(SEEDS)));
        Path said = Files.createTempFile("digests", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("%s ended in time", java)
                    .isTrue();
            return Files.readAllLines(said, StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(said);
        }
    }

    /** A JDK of another feature version: the one asked for, else a neighbour of the one that runs this. */
    private static Optional<Path> otherJdk() throws IOException {
        String asked = System.getProperty("wskscope.otherJdk", "");
        if (!asked.isEmpty()) {
            return Optional.of(Path.of(asked));
        }
        Path mine = Path.of(System.getProperty("java.home")).toRealPath();
        Path neighbours = mine.getParent();
        if (neighbours == null) {
            return Optional.empty();
        }
        int version = Runtime.version().feature();
        try (Stream<Path> homes = Files.list(neighbours)) {
            return homes.filter(home -> Files.isExecutable(javaOf(home)))
                    .filter(home -> isOther(home, version))
                    .sorted()
                    .findFirst();
        }
    }

    private static boolean isOther(Path home, int version) {
        try (Stream<String> lines = Files.lines(home.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("[^0-9.]", ""))
                    .map(line -> Integer.parseInt(line.split("\\.")[0]))
                    .anyMatch(other -> other >= 17 && other != version);
        } catch (IOException | NumberFormatException unknown) {
            return false;
        }
    }

    private static Path javaOf(Path home) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return home.resolve("bin").resolve(windows ? "java.exe" : "java");
    }
}
