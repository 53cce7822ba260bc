package org.wskscope.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
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
    private static final Path BUNDLES = Path.of("src", "main", "resources", "org", "wskscope", "app", "i18n");

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
        assertThat(messages.format("status.heap", 1420L)).isEqualTo("1,420 MB of memory");
    }

    @Test
    void aKeyIsInOneBundleOnly() throws IOException {
        List<String> all = new ArrayList<>();
        for (Path bundle : bundles()) {
            all.addAll(keys(bundle));
        }

        assertThat(all).doesNotHaveDuplicates();
    }

    private static Set<String> keys() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path bundle : bundles()) {
            keys.addAll(keys(bundle));
        }
        return keys;
    }

    private static Set<String> keys(Path bundle) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames();
    }

    /** The English bundles of the window; the command line has words of its own. */
    private static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .filter(file -> !file.getFileName().toString().contains("_"))
                    .filter(file -> !file.endsWith("cli.properties") && !file.endsWith("nouns.properties"))
                    .toList();
        }
    }

    /** The engine's too: what it says, it says by key. */
    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        for (Path root : List.of(SOURCES, Path.of("..", "engine").resolve(SOURCES))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    sources.add(Files.readString(file));
                }
            }
        }
        return sources;
    }
}
