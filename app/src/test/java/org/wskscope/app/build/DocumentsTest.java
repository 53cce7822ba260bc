package org.wskscope.app.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages of the project: every link between them leads somewhere, and every decision has a status and a date. */
class DocumentsTest {
    private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    @Test
    void linksLeadSomewhere() throws IOException {
        List<String> lost = new ArrayList<>();
        int links = 0;
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                String[] target = link.group(1).split("#", 2);
                if (target[0].contains(":")) {
                    continue;
                }
                links++;
                Path file = target[0].isEmpty()
                        ? page
                        : page.resolveSibling(target[0]).normalize();
                if (!Files.exists(file)) {
                    lost.add(TOP.relativize(page) + ": " + link.group(1));
                } else if (target.length == 2 && !anchors(file).contains(target[1])) {
                    lost.add(TOP.relativize(page) + ": no heading for " + link.group(1));
                }
            }
        }

        assertThat(lost).isEmpty();
        assertThat(links).isGreaterThan(20);
    }

    @Test
    void decisionsHaveAStatusAndADate() throws IOException {
        List<Path> decisions = pages().stream()
                .filter(page -> page.getParent().endsWith("adr"))
                .toList();

        assertThat(decisions)
                .hasSizeGreaterThan(10)
                .allSatisfy(page -> assertThat(Files.readAllLines(page).get(2))
                        .as(page.getFileName().toString())
                        .matches("\\*\\*Status\\.\\*\\* (Accepted|Superseded|Planned).*\\. \\d{4}-\\d\\d-\\d\\d\\."));
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (Path room : List.of(TOP, TOP.resolve("docs"), TOP.resolve("docs/adr"), TOP.resolve("assets/scenarios"))) {
            try (Stream<Path> files = Files.list(room)) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
            }
        }
        return pages;
    }

    /** Headings as links name them. */
    private static List<String> anchors(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
