package org.wskscope.engine.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wskscope.engine.projection.RuleBook;

/** Writes {@code docs/conformance.md} from the tags of the engine's tests, and fails for a rule nobody shows or explains. */
class ConformanceReportTest {
    private static final String REASONS = "/conformance/not-shown.tsv";
    private static final String MISSING = "/conformance/in-part.tsv";

    private static final Path PAGE = Path.of("..", "docs", "conformance.md");

    private final RuleBook book = RuleBook.load();

    @Test
    void everyRuleIsShownByATestOrHasAReason() throws IOException, URISyntaxException {
        ConformanceReport report =
                new ConformanceReport(book, TaggedTests.in(compiledTests()), cells(REASONS), cells(MISSING));
        String page = report.markdown();

        assertThat(page.lines().filter(line -> line.matches("\\| [A-Z]+(-[A-Z]+)?-\\d\\d \\|.*")))
                .hasSize(284);
        assertThat(report.faults()).isEmpty();
        assertThat(page)
                .contains(
                        "| in part: what is missing is said | " + cells(MISSING).size() + " |")
                .contains(
                        "| EVT-CLI-02 | No such event is currently defined, so it is never called. | **in part:** shown as far as");
        renew(PAGE, page);
    }

    @Test
    void aPageThatSaysTheSameIsNotWrittenAnew(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("page.md");
        Files.writeString(page, "a\r\nb\r\n");
        FileTime before = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(page, before);

        renew(page, "a\nb\n");

        assertThat(Files.getLastModifiedTime(page)).isEqualTo(before);
        assertThat(page).hasBinaryContent("a\r\nb\r\n".getBytes(StandardCharsets.UTF_8));

        renew(page, "a\nc\n");

        assertThat(page).hasContent("a\nc\n");
    }

    @Test
    void whatIsMissingOfNoRuleOrOfOneThatIsNotHereIsAFault() {
        TaggedTest test = new TaggedTest("org.wskscope.engine.XTest", "shows", Set.of(), "–");
        Map<String, String> notHere = Map.of("THR-02", "because");

        assertThat(new ConformanceReport(book, List.of(test), notHere, Map.of("THR-02", "half", "THR-99", "all"))
                        .faults())
                .contains("something is missing of what is no rule, or not here at all: THR-02")
                .contains("something is missing of what is no rule, or not here at all: THR-99");
    }

    /** Only what changed is written, whatever ends its lines, so that a run that found nothing new leaves nothing to commit; and only a page without faults, so that it never shrinks. */
    private static void renew(Path file, String page) throws IOException {
        boolean same = Files.exists(file)
                && Files.readString(file).replace("\r\n", "\n").equals(page.replace("\r\n", "\n"));
        if (!same) {
            Files.writeString(file, page);
        }
    }

    @Test
    void aRuleWithoutTestAndReasonIsAFault() {
        assertThat(faults(Set.of(), Map.of()))
                .hasSize(284)
                .contains("THR-02 has no test and no reason: Callbacks may start other WSK requests.");
    }

    @Test
    void aReasonForARuleThatHasATestIsAFault() {
        assertThat(faults(Set.of("THR-02"), Map.of("THR-02", "because")))
                .contains("THR-02 has a test, and a reason why it has none")
                .hasSize(284);
    }

    @Test
    void aTagThatNamesNothingAndAReasonForNoRuleAreFaults() {
        assertThat(faults(Set.of("EVT-RCV-99", "SCN-26", "VIO-22", "C-99"), Map.of("THR-99", "because")))
                .hasSize(284 + 5)
                .anySatisfy(fault -> assertThat(fault).endsWith("names nothing: EVT-RCV-99"))
                .contains("a reason is given for something that is no rule: THR-99");
        assertThat(faults(Set.of("SCN-25", "VIO-21", "C-45"), Map.of())).hasSize(284);
    }

    private List<String> faults(Set<String> ids, Map<String, String> reasons) {
        TaggedTest test = new TaggedTest("org.wskscope.engine.XTest", "shows", ids, "–");
        return new ConformanceReport(book, List.of(test), reasons, Map.of()).faults();
    }

    private static Path compiledTests() throws URISyntaxException {
        return Path.of(ConformanceReportTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static Map<String, String> cells(String resource) {
        Map<String, String> reasons = new TreeMap<>();
        for (String line : lines(resource)) {
            String[] cells = line.split("\t", -1);
            assertThat(cells).as(line).hasSize(2);
            assertThat(reasons.put(cells[0], cells[1]))
                    .as("two reasons for " + cells[0])
                    .isNull();
        }
        return reasons;
    }

    private static List<String> lines(String resource) {
        try (Stream<String> lines = new String(
                        ConformanceReportTest.class
                                .getResourceAsStream(resource)
                                .readAllBytes(),
                        StandardCharsets.UTF_8)
                .lines()) {
            return lines.filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
