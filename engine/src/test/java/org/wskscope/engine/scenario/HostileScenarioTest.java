package org.wskscope.engine.scenario;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.engine.testkit.StressRounds;

/** Whatever a file says, reading it takes little time and memory and ends with a scenario, or with one line that no terminal obeys. */
@Timeout(60)
class HostileScenarioTest {
    private static final String HEAD = "id: X\ntitle: t\nsteps:\n";
    private static final int LONGEST_COMPLAINT = 1_200;

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
        - burst: {as: Q, to: U, count: 9999999, length: 4}     # 4, column 5: count is at most 10,000 datagrams, not 9,999,999
        - burst: {as: Q, to: U, count: 1, length: 70000}       # 4, column 5: length of a datagram is at most 65,507 bytes, not 70,000
        - send: {peer: P, text: a}                             # 4, column 18: no remote end is called "P" at this step; none was named before
        - connect: {as: P, to: L}                              # 4, column 26: no socket is called "L" at this step; none was named before
        - completed: {irp: I1, status: SUCCESS}                # 4, column 22: no IRP is called "I1" at this step
        - held: {call: call}                                   # 4, column 18: no call is called "call" at this step
        - listen: {as: L, client: K}                           # 4, column 29: no client is called "K" at this step
        - mark: {name: !!java.net.URL a}                       # 4, column 18: a scenario has no tags such as "tag:yaml.org,2002:java.net.URL"
        - mark: {name: !secret a}                              # 4, column 18: a scenario has no tags such as "!secret"
        - mark: {name: &a a}                                   # 4, column 18: a scenario has no references such as "a"
        - mark: {name: *a }                                    # 4, column 18: a scenario has no references such as "a"
        - mark: {name: "\\e[31mred"}                           # 4, column 18: name is a name of at most 40 letters and digits, not "\\u001B[31mred"
        - mark: {name: "\\u202Ekcab"}                          # 4, column 18: name is a name of at most 40 letters and digits, not "\\u202Ekcab"
        - listen: {as: L, events: "\\e[2J"}                    # 4, column 29: "\\u001B[2J" is no events of WSK
        - [[[[[[[[[[]]]]]]]]]]                                 # 4, column 11: lists and names are nested deeper
        """)
    void aStepThatAsksForTooMuchIsRefusedWithItsPlace(String step, String complaint) {
        assertThatThrownBy(() -> ScenarioReader.read("x.yaml", HEAD + "  " + step))
                .isInstanceOf(ScenarioFormatException.class)
                .hasMessageStartingWith("x.yaml, line " + complaint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  - listen: {as: L}\n  - listen: {as: L}\n",
                "  - serve: {as: L}\n  - serve: {as: L}\n",
                "  - mark: {name: L}\n  - mark: {name: L}\n"
            })
    void aNameIsGivenOnce(String steps) {
        assertThatThrownBy(() -> ScenarioReader.read("x.yaml", HEAD + steps))
                .hasMessageStartingWith("x.yaml, line 5, column ")
                .hasMessageContaining("is called \"L\" already; give it a new name");
    }

    @Test
    void twentyLargeRepliesAreRefusedBeforeTheyAreMade() {
        StringBuilder file = new StringBuilder(HEAD + "  - serve: {as: P}\n  - dial: {as: C, to: P}\n");
        for (int number = 1; number <= 20; number++) {
            file.append("  - reply: {socket: C, length: 9999999, irp: I" + number + ", answer: PENDING}\n");
        }

        assertThatThrownBy(() -> ScenarioReader.read("x.yaml", file.toString()))
                .hasMessage(
                        "x.yaml, line 9, column 5: the steps of a scenario send and receive at most 33,554,432 bytes"
                                + " in all; with this one it would be 39,999,996");
    }

    @Test
    void datagramsAreCountedOverAllBursts() {
        StringBuilder file = new StringBuilder(HEAD + "  - datagrams: {as: U}\n");
        for (int number = 1; number <= 11; number++) {
            file.append("  - burst: {as: P" + number + ", to: U, count: 10000, length: 0}\n");
        }

        assertThatThrownBy(() -> ScenarioReader.read("x.yaml", file.toString()))
                .hasMessageStartingWith("x.yaml, line 15, column 5: the bursts of a scenario have at most 100,000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void nestingCostsNoStack(String opening) {
        String file = HEAD.replace("steps:\n", "steps: ") + opening.repeat(1_500);

        assertThatThrownBy(() -> ScenarioReader.read("x.yaml", file))
                .isInstanceOf(ScenarioFormatException.class)
                .hasMessageStartingWith("x.yaml, line 3, column ");
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedWithTheirPlace() {
        byte[] file = "id: X\ntitle: Gr\u00fc\u00dfe\n".getBytes(ISO_8859_1);

        assertThatThrownBy(() -> ScenarioReader.read("x.yaml", file))
                .hasMessage(
                        "x.yaml, line 2, column 10: the byte 0xfc is no part of UTF-8 text; save the file as UTF-8");
    }

    @Test
    void aFileThatEndsInTheMiddleOfACharacterIsRefused() {
        byte[] file = new byte[] {'i', 'd', ':', ' ', (byte) 0xE2, (byte) 0x80};

        assertThatThrownBy(() -> ScenarioReader.read("x.yaml", file))
                .hasMessageStartingWith("x.yaml, line 1, column 5: the byte 0xe2");
    }

    @Test
    void aByteOrderMarkAndLinesOfWindowsAreNothingSpecial() throws ScenarioFormatException {
        String file = "\uFEFFid: X\r\ntitle: t\r\nsteps:\r\n  - mark: {name: m}\r\n";

        assertThat(ScenarioReader.read("x.yaml", file.getBytes(UTF_8)).marks()).containsExactly("m");
    }

    @Test
    void whatCannotBeSeenIsNotRead() {
        assertThatThrownBy(() -> ScenarioReader.read("x.yaml", "id: X\n# \u202E hidden\n"))
                .hasMessageStartingWith("x.yaml, line 2, column 3: the character \\u202E cannot be seen");
        assertThatThrownBy(() -> ScenarioReader.read("x.yaml", "id: \u001B[31m\n"))
                .hasMessageStartingWith("x.yaml, line 1, column 5: the character \\u001B cannot be seen");
    }

    @Test
    void namesFromTheFileSpellOutWhatATerminalWouldObey() {
        assertThatThrownBy(() -> ScenarioReader.read("x.yaml", "id: \"\\e[31mX\\e]0;pwn\\a\"\ntitle: t\nsteps: []\n"))
                .hasMessageStartingWith("x.yaml, line 1, column 5: the id is one word")
                .hasMessageEndingWith("not \"\\u001B[31mX\\u001B]0;pwn\\u0007\"");
        assertThatThrownBy(() -> ScenarioReader.read("x.yaml", "id: X\ntitle: \"\\e[2J\"\nsteps: []\n"))
                .hasMessageStartingWith("x.yaml, line 2, column 8: a text is one line");
        assertThatThrownBy(() -> ScenarioReader.read("\u001B[2J.yaml", ""))
                .hasMessageStartingWith("\\u001B[2J.yaml, line 1");
    }

    @Test
    void aComplaintIsShort() {
        String file = "id: " + "x".repeat(60_000) + "\ntitle: t\nsteps: []\n";

        assertThat(catchThrowable(() -> ScenarioReader.read("x.yaml", file)))
                .isInstanceOf(ScenarioFormatException.class)
                .extracting(thrown -> thrown.getMessage().length())
                .isEqualTo(catchThrowable(() -> ScenarioReader.read("x.yaml", file.replace("xxxx", "xxx")))
                        .getMessage()
                        .length());
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "assets", "scenarios"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    /** Bytes changed, taken out, doubled and moved, at random. */
    @ParameterizedTest
    @MethodSource("files")
    void aMutatedFileIsReadOrRefused(Path file) throws IOException {
        byte[] right = Files.readAllBytes(file);
        List<String> pieces = List.of(
                "[", "{", "!!a ", "&a ", "*a", "9999999", "\u001B", "\n", ": ", "- ", "\"", "|", "'", "\t", "#");
        for (int seed = 0; seed < StressRounds.rounds(60, 300); seed++) {
            byte[] mutant = mutated(right, pieces, new Random(seed));

            Throwable thrown = catchThrowable(() -> ScenarioReader.read("x.yaml", mutant));

            if (thrown != null) {
                assertThat(thrown)
                        .as("%s with seed %d", file.getFileName(), seed)
                        .isInstanceOf(ScenarioFormatException.class);
                assertThat(thrown.getMessage())
                        .startsWith("x.yaml, line ")
                        .hasSizeLessThan(LONGEST_COMPLAINT)
                        .matches("\\P{Cntrl}*");
            }
        }
    }

    private static byte[] mutated(byte[] right, List<String> pieces, Random random) {
        byte[] mutant = right;
        for (int change = 0; change <= random.nextInt(4); change++) {
            int from = random.nextInt(mutant.length);
            int to = Math.min(mutant.length, from + random.nextInt(20));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(mutant, 0, from);
            switch (random.nextInt(4)) {
                case 0 -> out.write(random.nextInt(256));
                case 1 ->
                    out.writeBytes(pieces.get(random.nextInt(pieces.size()))
                            .repeat(1 + random.nextInt(200))
                            .getBytes(UTF_8));
                case 2 -> {
                    out.write(mutant, from, to - from);
                    out.write(mutant, from, to - from);
                }
                default -> {
                    // Taken out.
                }
            }
            out.write(mutant, to, mutant.length - to);
            mutant = out.toByteArray();
        }
        return mutant;
    }
}
