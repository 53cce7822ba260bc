package org.wskscope.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ColoursTest {
    private static final Path MAIN = Path.of("src", "main");
    private static final Path SHEETS = MAIN.resolve(Path.of("resources", "org", "wskscope", "app", "theme"));
    private static final Pattern CSS_COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\b(?:rgba?|hsba?)\\(");
    private static final Pattern JAVA_COLOUR = Pattern.compile(
            "\"#[0-9a-fA-F]{3,8}\"|Color\\.(?!TRANSPARENT\\b)(?:[A-Z]{3,}|rgb|hsb|color|gray|web|valueOf)\\b");
    private static final Pattern LOOKED_UP =
            Pattern.compile("(?<![\\w.-])-(?!fx-|color-|hue)([a-z][a-z0-9-]*)(?=[\\s;,)])");

    @Test
    void onlyTheTokenSheetsNameColours() throws IOException {
        List<String> breaches = new ArrayList<>();
        for (Path file : files(MAIN)) {
            boolean sheet = file.toString().endsWith(".css")
                    && !file.getFileName().toString().startsWith("tokens-");
            boolean code = file.toString().endsWith(".java") && !file.endsWith("TokenPalette.java");
            if (sheet || code) {
                Matcher matcher = (sheet ? CSS_COLOUR : JAVA_COLOUR).matcher(Files.readString(file));
                while (matcher.find()) {
                    breaches.add(file.getFileName() + ": " + matcher.group());
                }
            }
        }

        assertThat(breaches).isEmpty();
    }

    @Test
    void everyTokenASheetLooksUpIsOne() throws IOException {
        TreeSet<String> known = new TreeSet<>();
        for (Token token : Token.values()) {
            known.add(token.cssName());
        }
        TreeSet<String> unknown = new TreeSet<>();
        for (Path file : files(SHEETS)) {
            if (!file.getFileName().toString().startsWith("tokens-")) {
                Matcher matcher = LOOKED_UP.matcher(Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", ""));
                while (matcher.find()) {
                    unknown.add("-" + matcher.group(1));
                }
            }
        }
        assertThat(unknown).contains(Token.BG_1.cssName());
        unknown.removeAll(known);

        assertThat(unknown).isEmpty();
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(".css") || file.toString().endsWith(".java"))
                    .toList();
        }
    }
}
