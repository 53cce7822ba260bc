package org.wskscope.engine.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.projection.RuleBook;

/** Writes {@code docs/conformance.md} from the tags of the engine's tests, and fails for a rule nobody shows or explains. */
class ConformanceReportTest {
    private static final String REASONS = "/conformance/not-shown.tsv";

    private final RuleBook book = RuleBook.load();

    @Test
    void everyRuleIsShownByATestOrHasAReason() throws IOException, URISyntaxException {
        ConformanceReport report = new ConformanceReport(book, TaggedTests.in(compiledTests()), reasons());
        String page = report.markdown();

        Files.writeString(Path.of("..", "docs", "conformance.md"), page);

        assertThat(page.lines().filter(line -> line.matches("\\| [A-Z]+(-[A-Z]+)?-\\d\\d \\|.*")))
                .hasSize(284);
        assertThat(report.faults()).isEmpty();
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
        return new ConformanceReport(book, List.of(test), reasons).faults();
    }

    private static Path compiledTests() throws URISyntaxException {
        return Path.of(ConformanceReportTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new TreeMap<>();
        for (String line : lines(REASONS)) {
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
