package org.wskscope.engine.conformance.report;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wskscope.engine.projection.RuleBook;

/** {@code docs/wsk-semantics.md} and what the program says of rules, choices and misuse are one text; and what the code cites of it is there. */
class SpecificationTest {
    private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
    private static final Path SPECIFICATION = TOP.resolve("docs/wsk-semantics.md");
    private static final Pattern CITED = Pattern.compile("(?i)\\bsections?\\s+(\\d+(?:\\.\\d+)?)\\b(?! of)");

    /** How a row of the specification reads as a row of the program: without Markdown, marks of origin pages, and the dash where no page is the source. */
    private static List<String> plain(List<String> cells) {
        return cells.stream()
                .map(cell ->
                        cell.replace("`", "").replace("**", "").strip().replaceFirst("^– \\((C-\\d+)\\)|^–$", "$1"))
                .map(cell -> cell.replaceFirst(" ?\\[SEED[^\\]]*\\]", "").strip())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"rules.tsv, 4", "choices.tsv, 3", "violations.tsv, 2", "fidelity.tsv, 3"})
    void theProgramSaysWhatTheSpecificationSays(String table, int columns) throws IOException {
        Map<String, List<String>> specified = rows();
        List<List<String>> said = table(table);

        assertThat(said).hasSizeGreaterThan(10);
        for (List<String> row : said) {
            assertThat(row.subList(0, columns))
                    .isEqualTo(specified.getOrDefault(row.get(0), List.of()).stream()
                            .limit(columns)
                            .toList());
        }
    }

    @Test
    void whatIsSpecifiedIsInTheProgram() throws IOException {
        Set<String> said = new TreeSet<>();
        for (String table : List.of("rules.tsv", "choices.tsv", "violations.tsv", "fidelity.tsv")) {
            table(table).forEach(row -> said.add(row.get(0)));
        }

        Set<String> specified = rows().keySet().stream()
                .filter(id -> id.matches("[A-Z]+(-[A-Z]+)?-\\d+"))
                .collect(toCollection(TreeSet::new));

        assertThat(specified.stream().filter(id -> !said.contains(id) && !id.startsWith("C-")))
                .as("in the specification alone; a choice may be specified before it can be made")
                .isEmpty();
        assertThat(said.stream().filter(id -> !specified.contains(id)))
                .as("in the program alone")
                .isEmpty();
    }

    @Test
    void whatTheCodeCitesIsThereAndItsPackageSaysWhere() throws IOException {
        Set<String> headings = headings();
        List<String> lost = new ArrayList<>();
        int citations = 0;

        for (Path file : sources()) {
            Matcher cited = CITED.matcher(Files.readString(file));
            while (cited.find()) {
                citations++;
                if (!headings.contains(cited.group(1))) {
                    lost.add(file + " cites section " + cited.group(1));
                }
                if (!packageNamesSpecification(file)) {
                    lost.add(file + ": its package-info does not say that sections are those of docs/wsk-semantics.md");
                }
            }
        }

        assertThat(lost).isEmpty();
        assertThat(citations).isGreaterThan(60);
    }

    /** Tests share their package, and so its {@code package-info}, with what they test. */
    private static boolean packageNamesSpecification(Path file) throws IOException {
        Path own = file.resolveSibling("package-info.java");
        Path tested = Path.of(own.toString().replace("src" + File.separator + "test", "src" + File.separator + "main"));
        for (Path info : List.of(own, tested)) {
            if (Files.exists(info) && Files.readString(info).contains("docs/wsk-semantics.md")) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> sources() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String room : List.of("engine/src/main", "engine/src/test", "app/src/main", "app/src/test")) {
            try (Stream<Path> files = Files.walk(TOP.resolve(room))) {
                files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("SpecificationTest.java"))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static Set<String> headings() throws IOException {
        Set<String> numbers = new TreeSet<>();
        for (String line : Files.readAllLines(SPECIFICATION)) {
            if (line.startsWith("#")) {
                Matcher number =
                        Pattern.compile("(?:^#+ | / )(\\d+(?:\\.\\d+)?)").matcher(line);
                number.results().forEach(result -> numbers.add(result.group(1)));
            }
        }
        return numbers;
    }

    /** The rows of all tables, by their first cell. */
    private static Map<String, List<String>> rows() throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(SPECIFICATION)) {
            if (line.startsWith("| ")) {
                List<String> cells = plain(
                        Arrays.asList(line.substring(1, line.lastIndexOf('|')).split("(?<!\\\\)\\|")));
                rows.putIfAbsent(cells.get(0), cells);
            }
        }
        return rows;
    }

    private static List<List<String>> table(String name) throws IOException {
        try (InputStream file = RuleBook.class.getResourceAsStream(name)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(1)
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        }
    }
}
