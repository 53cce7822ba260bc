package org.wskscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wskscope.app.CommandLineRun;

@Timeout(60)
@Tag("everyLocale")
class RunCommandsTest {
    private static final Pattern JSON = Pattern.compile(
            "\\{\"sequence\":\\d+,\"timeNanos\":\\d+,\"kind\":\"[A-Z_]+\""
                    + "(,\"processor\":\\d+)?,\"irql\":\"[A-Z]+_LEVEL\"(,\"socket\":\\d+)?(,\"cause\":\\d+)?,\"fields\":\\{.*}}");

    @TempDir
    private Path folder;

    private String saved(String scenario) {
        String file = folder.resolve(scenario + ".wskrun").toString();
        CommandLineRun run = CommandLineRun.of("scenario", scenario, "--save", file);
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        return file;
    }

    @Test
    void aSavedRunShowsTheTraceThatWasPlayed() {
        CommandLineRun played = CommandLineRun.of("scenario", "SCN-14");

        CommandLineRun shown = CommandLineRun.of("show", saved("SCN-14"));

        assertThat(shown.status()).isZero();
        assertThat(played.out().lines().skip(1).filter(line -> !line.isEmpty()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(shown.out()).contains(line));
    }

    @Test
    void everyRecordIsALineOfJsonAndARowOfCsv() throws IOException {
        String file = saved("SCN-03");
        Path table = folder.resolve("table.csv");

        CommandLineRun json = CommandLineRun.of("show", "--json", file);
        CommandLineRun lines = CommandLineRun.of("export", "--to", "jsonl", file);
        CommandLineRun csv = CommandLineRun.of("export", "--to", "csv", "-o", table.toString(), file);

        assertThat(json.out().lines())
                .isNotEmpty()
                .allMatch(line -> JSON.matcher(line).matches());
        assertThat(lines.out()).isEqualTo(json.out());
        assertThat(csv.status()).isZero();
        assertThat(Files.readAllLines(table))
                .hasSize((int) json.out().lines().count() + 1)
                .first()
                .isEqualTo("sequence,time_ns,kind,processor,irql,socket,cause,fields");
    }

    @Test
    void diffSaysWhereRunsDifferFirst() {
        String one = saved("SCN-03");
        String other = saved("SCN-04");

        CommandLineRun equal = CommandLineRun.of("diff", one, one);
        CommandLineRun different = CommandLineRun.of("diff", one, other);

        assertThat(equal.status()).isZero();
        assertThat(different.status()).isEqualTo(1);
        assertThat(different.out().lines().toList()).hasSize(3).satisfies(lines -> {
            assertThat(lines.get(1)).startsWith("< ");
            assertThat(lines.get(2)).startsWith("> ").isNotEqualTo(lines.get(1));
        });
    }

    @Test
    void whatIsWrongWithAFileIsOneSentence() throws IOException {
        String file = saved("SCN-03");
        byte[] whole = Files.readAllBytes(Path.of(file));
        Path torn = Files.write(folder.resolve("torn.wskrun"), Arrays.copyOf(whole, whole.length / 2));
        Path foreign = Files.writeString(folder.resolve("foreign.wskrun"), "this is a text and no run of anything");

        assertRefused(2, "is no such file", folder.resolve("none.wskrun"));
        assertRefused(2, "is not a run of WskScope", foreign);
        assertRefused(2, "not one record", torn);
        assertRefused(2, "is not a run of WskScope", folder);
    }

    private static void assertRefused(int status, String sentence, Path file) {
        for (String[] command : new String[][] {{"show"}, {"export", "--to", "csv"}, {"diff", file.toString()}}) {
            String[] arguments = Arrays.copyOf(command, command.length + 1);
            arguments[command.length] = file.toString();
            CommandLineRun run = CommandLineRun.of(arguments);

            assertThat(run.status()).isEqualTo(status);
            assertThat(run.err().lines()).singleElement().asString().contains(sentence, file.toString());
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void anExportNeverGoesOverItsRunAndIsTheOwnersOnly() throws IOException {
        String file = saved("SCN-03");
        byte[] before = Files.readAllBytes(Path.of(file));
        Path table = folder.resolve("table.csv");

        CommandLineRun same = CommandLineRun.of("export", "--to", "csv", "-o", file, file);
        CommandLineRun.of("export", "--to", "csv", "-o", table.toString(), file);

        assertThat(same.status()).isEqualTo(2);
        assertThat(same.err()).contains("is the run itself");
        assertThat(Path.of(file)).hasBinaryContent(before);
        if (table.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(table)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aFileWithoutItsEndIsToldAlthoughAllOfItIsShown() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of(saved("SCN-03")));
        Path torn = Files.write(folder.resolve("noend.wskrun"), Arrays.copyOf(whole, whole.length - 4));

        CommandLineRun run = CommandLineRun.of("show", torn.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isNotEmpty();
        assertThat(run.err().lines()).singleElement().asString().contains("is damaged");
    }

    @Test
    void aRunThatCannotBeSavedIsNotPlayed() {
        CommandLineRun run = CommandLineRun.of(
                "scenario",
                "SCN-03",
                "--save",
                folder.resolve("none/run.wskrun").toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("no such folder");
        assertThat(run.out()).isEmpty();
    }
}
