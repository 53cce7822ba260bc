package org.wskscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.wskscope.app.CommandLineRun;
import org.xml.sax.SAXException;

/** {@code wskscope check}: what somebody's build server would see of it. */
@Timeout(60)
@Tag("everyLocale")
class CheckCommandTest {
    private static final Path PACKAGED = Path.of("../assets/scenarios");

    @TempDir
    Path folder;

    @Test
    void allThatComeWithTheProgramPassInVirtualTime() throws IOException {
        long files;
        try (var all = Files.list(PACKAGED)) {
            files = all.filter(file -> file.toString().endsWith(".yaml")).count();
        }

        CommandLineRun run = CommandLineRun.of("check", PACKAGED.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out().lines().toList())
                .hasSize((int) files + 1)
                .endsWith(files + " passed, 0 failed")
                .anyMatch(line -> line.startsWith("ok      SCN-03  "));
    }

    @Test
    void oneThatGoesOtherwiseAndOneThatIsNoneFailInASentenceEach() throws IOException {
        String packaged = Files.readString(PACKAGED.resolve("scn-03.yaml"));
        Files.writeString(folder.resolve("a.yaml"), packaged);
        Files.writeString(folder.resolve("b.yaml"), packaged.replaceFirst("(?m)^steps:", "stebs:"));
        Path report = folder.resolve("report.xml");

        CommandLineRun run = CommandLineRun.of("check", folder.toString(), "--junit", report.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out().lines().toList())
                .hasSize(3)
                .endsWith("1 passed, 1 failed")
                .anySatisfy(line -> assertThat(line)
                        .startsWith("FAILED  ")
                        .contains("b.yaml")
                        .contains("stebs"));
        assertThat(suite(report).getAttribute("tests")).isEqualTo("2");
        assertThat(suite(report).getAttribute("failures")).isEqualTo("1");
        assertThat(suite(report).getElementsByTagName("failure").getLength()).isOne();
    }

    @Test
    void asJsonEachIsAnObjectOnALine() throws IOException {
        CommandLineRun run = CommandLineRun.of("check", "SCN-03", "SCN-14", "--json");

        assertThat(run.status()).isZero();
        assertThat(run.out().lines().toList()).hasSize(2).allSatisfy(line -> {
            JsonNode object = new ObjectMapper().readTree(line);
            assertThat(object.get("passed").asBoolean()).isTrue();
            assertThat(object.get("scenario").asText()).startsWith("SCN-");
        });
    }

    @Test
    void aFolderWithoutScenariosAndAReportWithoutAFolderAreSaidBeforeAnythingIsPlayed() {
        CommandLineRun empty = CommandLineRun.of("check", folder.toString());
        CommandLineRun nowhere = CommandLineRun.of(
                "check",
                "SCN-03",
                "--junit",
                folder.resolve("missing/report.xml").toString());

        assertThat(empty.status()).isEqualTo(2);
        assertThat(empty.err()).contains("has no scenario files");
        assertThat(nowhere.status()).isEqualTo(2);
        assertThat(nowhere.out()).isEmpty();
        assertThat(nowhere.err()).contains("missing");
    }

    @Test
    void realSocketsAreCheckedToo() {
        CommandLineRun run = CommandLineRun.of("check", "SCN-03", "--live");

        assertThat(run.status()).as(run.out()).isZero();
        assertThat(run.out()).contains("1 passed, 0 failed");
    }

    private static Element suite(Path report) throws IOException {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getDocumentElement();
        } catch (SAXException | ParserConfigurationException unreadable) {
            throw new IOException(unreadable);
        }
    }
}
