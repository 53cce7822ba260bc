package org.wskscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The size of the window on a display of its own of 1680×1050, under a window manager (openbox) and without one: JavaFX 21 loses under a window manager every size set before
 * the window is shown.
 */
class FirstSizeTest {
    private static final long LIMIT_SECONDS = 100;

    @TempDir
    Path directory;

    @Test
    @Timeout(120)
    void underAWindowManagerTheWindowIsAsLargeAsItWasLeft() throws IOException, InterruptedException {
        assumeTrue(isInstalled("xvfb-run") && isInstalled("openbox"), "xvfb-run or openbox is not installed.");

        List<String> said = run("openbox & manager=$!; \"$@\"; status=$?; kill $manager; exit $status");

        assertThat(said)
                .contains(
                        "remembered was 1500x900",
                        "remembered kept 1500x900",
                        "again was 1500x900",
                        "again kept 1500x900",
                        "off was 1100x700",
                        "off kept 1100x700",
                        "maximized was 1680x1050 maximized",
                        "maximized kept 1200x800 maximized",
                        "normal was 1200x800",
                        "normal kept 1200x800",
                        "full kept 1200x800 full",
                        "window was 1200x800",
                        "window kept 1200x800")
                .anySatisfy(line -> assertThat(line).matches("first was 16[78]\\dx10[2-5]\\d"))
                .anySatisfy(line -> assertThat(line).matches("full was 168\\dx10[57]\\d full"));
    }

    @Test
    @Timeout(120)
    void withoutAWindowManagerTheWindowIsAsLargeAsItWasLeft() throws IOException, InterruptedException {
        assumeTrue(isInstalled("xvfb-run"), "xvfb-run is not installed.");

        List<String> said = run("\"$@\"");

        assertThat(said)
                .contains(
                        "first was 1680x1050",
                        "remembered was 1500x900",
                        "again was 1500x900",
                        "again kept 1500x900",
                        "off was 1100x700",
                        "off kept 1100x700");
    }

    private List<String> run(String script) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("xvfb-run", "-a", "-s", "-screen 0 1680x1050x24", "sh", "-c", script, "sh"));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dprism.order=sw",
                FirstSizeDriver.class.getName(),
                directory.toString()));
        Path output = directory.resolve("output.txt");
        Process driver = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = driver.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        driver.descendants().forEach(ProcessHandle::destroy);
        driver.destroy();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        assertThat(driver.exitValue()).as(said).isZero();
        return said.lines().toList();
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
