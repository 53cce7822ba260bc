package org.wskscope.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path BUNDLE = Path.of("src", "main", "resources", "org", "wskscope", "app", "i18n");

    /** A key asked for by name: {@code messages.get("a.b")}, {@code messages.format("a.b", …)}. */
    private static final Pattern ASKED = Pattern.compile("[mM]essages\\(?\\)?\\s*\\.(?:get|format)\\(\\s*\"([^\"]+)\"");

    private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z][A-Za-z0-9_.]*)\"");

    @Test
    void everyKeyAskedForHasWords() throws IOException {
        Set<String> keys = keys();
        Set<String> missing = new TreeSet<>();
        for (String source : sources()) {
            Matcher matcher = ASKED.matcher(source);
            while (matcher.find()) {
                String key = matcher.group(1);
                boolean prefix = key.endsWith(".");
                if (!keys.contains(key) && !(prefix && keys.stream().anyMatch(known -> known.startsWith(key)))) {
                    missing.add(key);
                }
            }
        }

        assertThat(keys).hasSizeGreaterThan(20);
        assertThat(missing).isEmpty();
    }

    /** A key counts as used when a source names it, or names the beginning it is made from ("gesture."). */
    @Test
    void noWordsAreLeftOver() throws IOException {
        Set<String> literals = new TreeSet<>();
        for (String source : sources()) {
            Matcher matcher = LITERAL.matcher(source);
            while (matcher.find()) {
                literals.add(matcher.group(1));
            }
        }
        Set<String> beginnings =
                literals.stream().filter(literal -> literal.endsWith(".")).collect(Collectors.toSet());

        List<String> unused = keys().stream()
                .filter(key -> !literals.contains(key))
                .filter(key -> beginnings.stream().noneMatch(key::startsWith))
                .toList();

        assertThat(unused).isEmpty();
    }

    @Test
    void gapsAreFilledInTheLanguageOfTheMessages() {
        Messages messages = new Messages(Locale.ENGLISH);

        assertThat(messages.format("transport.speed.value", 0.25)).isEqualTo("0.25×");
        assertThat(messages.format("status.heap", 1420L)).isEqualTo("heap 1,420 MB");
    }

    private static Set<String> keys() throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(BUNDLE.resolve("messages.properties"))) {
            properties.load(in);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.add(Files.readString(file));
            }
        }
        return sources;
    }
}
