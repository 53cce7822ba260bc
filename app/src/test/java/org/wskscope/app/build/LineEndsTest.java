package org.wskscope.app.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clone made with {@code core.autocrlf=true}, as Git for Windows sets it, has the bytes the tests and shells need. */
class LineEndsTest {
    private static final Path TOP = Path.of("..").toAbsolutePath().normalize();

    @Test
    void onlyScriptsOfWindowsHaveWindowsLineEnds(@TempDir Path clone) throws Exception {
        assumeTrue(Files.exists(TOP.resolve(".git")), "not a clone");
        Process git = new ProcessBuilder(
                        "git", "-c", "core.autocrlf=true", "checkout-index", "--all", "--prefix=" + clone + "/")
                .directory(TOP.toFile())
                .inheritIO()
                .start();
        assertThat(git.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(git.exitValue()).isZero();

        List<String> windows;
        try (Stream<Path> files = Files.walk(clone)) {
            windows = files.filter(file -> Files.isRegularFile(file) && isTextWithCrLf(file))
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }

        assertThat(windows).containsExactly("mvnw.cmd", "wskscope.bat");
        assertThat(clone.resolve("engine/src/test/resources/golden/SCN-01.txt"))
                .hasSameBinaryContentAs(TOP.resolve("engine/src/test/resources/golden/SCN-01.txt"));
    }

    private static boolean isTextWithCrLf(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            boolean found = false;
            for (int at = 0; at < bytes.length; at++) {
                if (bytes[at] == 0) {
                    return false;
                }
                found |= bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n';
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
