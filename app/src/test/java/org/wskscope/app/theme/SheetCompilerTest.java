package org.wskscope.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the build leaves out of the sheets nobody misses, and what is read without parsing says the same. */
class SheetCompilerTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\\\n]*)\"");
    private static final Pattern CONTROL =
            Pattern.compile("new ([A-Z][A-Za-z]*)(?:<[^>]*>)?\\(|extends ([A-Z][A-Za-z]*)");

    @Test
    void leavesOutSelectorsThatAskForWhatIsNotUsedAndKeepsTheOthersOfTheRule() {
        String kept = SheetCompiler.withoutUnused("""
                /* .button { } */
                .root { -a: red; }
                .button, .tab-pane > .button { -fx-padding: 1; }
                .date-picker:hover { -fx-padding: 2; }
                """);

        assertThat(kept).isEqualTo(".root { -a: red; }\n.button { -fx-padding: 1; }\n");
    }

    @Test
    void noStyleClassAndNoControlOfTheProgramIsAmongWhatIsLeftOut() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.endsWith("SheetCompiler.java"))
                    .toList()) {
                String source = Files.readString(file);
                if (source.contains("getStyleClass()")) {
                    TEXT.matcher(source)
                            .results()
                            .forEach(text -> used.addAll(List.of(text.group(1).split("\\s+"))));
                }
                CONTROL.matcher(source)
                        .results()
                        .forEach(made -> used.add(styleClass(made.group(1) == null ? made.group(2) : made.group(1))));
            }
        }

        assertThat(used).contains("button", "split-menu-button", "tree-view", "tool-button");
        assertThat(used)
                .filteredOn(name -> SheetCompiler.UNUSED.matcher(name).matches())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "base-dark",
                "base-light",
                "tokens-dark",
                "tokens-light",
                "tokens-contrast",
                "workbench",
                "views",
                "scale-100"
            })
    void whatIsReadWithoutParsingSaysWhatTheSheetSays(String name) throws IOException {
        URL sheet = Theme.class.getResource(name + ".css");
        URL binary = Theme.class.getResource(name + ".bss");

        assertThat(rules(Stylesheet.loadBinary(binary)))
                .isEqualTo(rules(new CssParser().parse(sheet)))
                .isNotEmpty();
    }

    @Test
    void theSheetOfTheUsualSizeIsTheOneTheBuildMade() throws IOException {
        URL made = Theme.class.getResource(ThemeApplier.UNSCALED);

        assertThat(ThemeApplier.scaleSheet(1)).isEqualTo(made.toExternalForm());
        assertThat(new String(made.openStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(ThemeApplier.scaleRules(1));
    }

    /** As JavaFX makes it of the name of a control. */
    private static String styleClass(String type) {
        return type.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static List<String> rules(Stylesheet sheet) {
        return sheet.getRules().stream()
                .map(rule -> rule.getSelectors() + " " + rule.getDeclarations())
                .toList();
    }
}
