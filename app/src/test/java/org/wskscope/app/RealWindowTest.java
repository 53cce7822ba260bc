package org.wskscope.app;

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
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program in a real window, where there is a display or xvfb-run to make one. */
class RealWindowTest {
    private static final long LIMIT_SECONDS = 100;

    @TempDir
    Path directory;

    @Test
    @Timeout(120)
    void aToggleClickedWhileACallbackIsHeldWaitsAndThenIsOff() throws IOException, InterruptedException {
        Optional<List<String>> display = display();
        assumeTrue(display.isPresent(), "There is no display, and xvfb-run is not installed.");
        List<String> command = new ArrayList<>(display.orElseThrow());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dprism.order=sw",
                RealWindowDriver.class.getName(),
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
        assertThat(said).contains(RealWindowDriver.SEEN);
    }

    /** What to put before a command so that it has a display; nothing when there is one already. */
    private static Optional<List<String>> display() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (!system.contains("linux") || System.getenv("DISPLAY") != null) {
            return Optional.of(List.of());
        }
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "xvfb-run"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(found -> List.of(found.toString(), "-a", "-s", "-screen 0 1680x1050x24"));
    }
}
