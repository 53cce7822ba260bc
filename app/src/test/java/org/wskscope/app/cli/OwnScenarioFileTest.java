package org.wskscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.app.CommandLineRun;

/** {@code wskscope scenario FILE}: plays what the user wrote, and says in one sentence what is wrong with it. */
@Timeout(60)
@Tag("everyLocale")
class OwnScenarioFileTest {
    private static final String RIGHT = """
            id: MINE
            title: A byte arrives
            steps:
              - listen: {as: L, events: ACCEPT|RECEIVE}
              - connect: {as: P, to: L}
              - accepted: {as: C, from: L}
              - send: {peer: P, text: a}
              - entered: {as: call, callback: RECEIVE, on: C, amount: 1}
              - returned: {call: call, status: SUCCESS}
            """;
    private static final String WRONG = RIGHT.replace("status: SUCCESS", "status: PENDING");

    @TempDir
    private Path folder;

    @Test
    void itPlaysInVirtualTimeWithTheSeedAskedFor() throws IOException {
        String file = file(RIGHT);

        CommandLineRun first = CommandLineRun.of("scenario", file, "--seed", "7", "--choice", "irql=RANDOM");
        CommandLineRun second = CommandLineRun.of("scenario", file, "--seed", "7", "--choice", "irql=RANDOM");

        assertThat(first.err()).isEmpty();
        assertThat(first.status()).isZero();
        assertThat(first.out())
                .containsSubsequence("MINE  A byte arrives", "seed=7", "WskReceiveEvent", "return SUCCESS")
                .isEqualTo(second.out());
    }

    @Test
    void itPlaysOnRealSockets() throws IOException {
        CommandLineRun run = CommandLineRun.of("scenario", "--live", file(RIGHT));

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).containsSubsequence("MINE", "WskReceiveEvent", "return SUCCESS");
    }

    @Test
    void whatGoesOtherwiseIsOneSentenceBehindTheTraceSoFarTheSameEachTime() throws IOException {
        String file = file(WRONG);

        CommandLineRun first = CommandLineRun.of("scenario", file);
        CommandLineRun second = CommandLineRun.of("scenario", file);

        assertThat(first.status()).isEqualTo(1);
        assertThat(first.out())
                .containsSubsequence("MINE", "WskReceiveEvent", "return SUCCESS")
                .isEqualTo(second.out());
        assertThat(first.err())
                .isEqualTo("It did not go as its file says. MINE, line 9, column 5: the callback returned"
                        + " STATUS_SUCCESS instead of STATUS_PENDING" + System.lineSeparator())
                .isEqualTo(second.err());
    }

    @Test
    void aMistakeInTheFileIsToldWithItsPlaceAndNothingIsPlayed() throws IOException {
        String file = file(RIGHT.replace("peer: P", "peer: Q"));

        CommandLineRun run = CommandLineRun.of("scenario", file);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("This is no scenario. " + file + ", line 7, column 18: no remote end is called \"Q\" at this"
                        + " step; there is P" + System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.yaml", "folder.yaml"})
    void whatIsNoFileIsSaidSo(String name) throws IOException {
        Files.createDirectory(folder.resolve("folder.yaml"));
        String file = folder.resolve(name).toString();

        CommandLineRun run = CommandLineRun.of("scenario", file);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err().lines()).singleElement().asString().startsWith("This is no scenario. " + file);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(20)
    void aDeviceOrAPipeIsNotOpened() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.yaml");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        for (String file : new String[] {"/dev/zero", pipe.toString()}) {
            CommandLineRun run = CommandLineRun.of("scenario", file);

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).contains(file + " is no regular file; save the scenario in one and give that.");
        }
    }

    @Test
    void aFileThatIsTooLongIsNotRead() throws IOException {
        Path file = folder.resolve("long.yaml");
        Files.write(file, new byte[100_000]);

        CommandLineRun run = CommandLineRun.of("scenario", file.toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("is too long for a scenario, which has at most", "bytes.");
    }

    @Test
    void bytesThatAreNoTextAreToldWithTheirPlace() throws IOException {
        Path file = folder.resolve("latin.yaml");
        Files.write(file, RIGHT.replace("arrives", "\u00fc").getBytes(StandardCharsets.ISO_8859_1));

        CommandLineRun run = CommandLineRun.of("scenario", file.toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("line 2, column 15: the byte 0xfc is no part of UTF-8 text");
    }

    @Test
    void whatTheUserTypedReachesTheTerminalSpelledOut() {
        CommandLineRun run = CommandLineRun.of("scenario", "\u001B]0;pwn\u0007\u202E");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("\\u001B]0;pwn\\u0007\\u202E").matches("[\\P{Cntrl}\\r\\n]*");
    }

    @Test
    void theHelpTellsOfFilesOfOnesOwn() {
        CommandLineRun run = CommandLineRun.of("scenario", "--help");

        assertThat(run.out()).contains("SCENARIO|FILE", "mine.yaml", "docs/scenario-language.md");
    }

    private String file(String content) throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, content);
        return file.toString();
    }
}
