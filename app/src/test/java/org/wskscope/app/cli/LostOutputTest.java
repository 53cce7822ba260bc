package org.wskscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command whose output is lost has failed: whoever reads only its exit status must learn of it. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class LostOutputTest {
    @ParameterizedTest
    @CsvSource({
        "demo --list,>/dev/full",
        "demo SCN-02,>/dev/full",
        "scenario SCN-03,>/dev/full",
        "scenario SCN-03,>&-",
        "echo --tcp 0,>/dev/full",
        "--help,>/dev/full",
        "--version,>&-",
        "scenario --help,>&-"
    })
    void itEndsWithOneAndASentence(String command, String redirection) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                "sh", "-c", "exec \"$@\" " + redirection, "sh", ChildProgram.java(), "-cp", ChildProgram.classPath());
        builder.command().add("org.wskscope.app.Main");
        builder.command().addAll(List.of(command.split(" ")));
        Process process = builder.start();
        try {
            String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(said.lines())
                    .singleElement()
                    .asString()
                    .isEqualTo("Something of the output could not be written, so it is not complete.");
            assertThat(process.waitFor()).isEqualTo(1);
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo --list", "demo SCN-02", "scenario SCN-03", "echo --tcp 0", "--help"})
    void aReaderThatHasEnoughEndsItQuietly(String command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(ChildProgram.java(), "-cp", ChildProgram.classPath(), "org.wskscope.app.Main");
        builder.command().addAll(List.of(command.split(" ")));
        Process process = builder.start();
        try {
            process.getInputStream().close();

            assertThat(process.getErrorStream().readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .isEmpty();
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
