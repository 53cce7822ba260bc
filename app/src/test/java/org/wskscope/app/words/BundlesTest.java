package org.wskscope.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Renders every sentence of every bundle with the numbers that bring mistakes to light. */
@Tag("everyLocale")
class BundlesTest {
    private static final Path FOLDER = Path.of("src", "main", "resources", "org", "wskscope", "app", "i18n");
    private static final int GAPS = 6;
    private static final String NOUNS =
            "byte|datagram|socket|callback|connection|request|call|record|element|peer|client|message|line|bar|step|choice"
                    + "|frame|event|IRP";

    private static final Pattern ONE_OF_MANY = Pattern.compile("(?<![\\w,.#:])1 (?:more |open )*(?:" + NOUNS + ")s\\b");
    /** But for those that count nothing: "event 2 callback", "C1, 2 socket". */
    private static final Pattern MANY_OF_ONE =
            Pattern.compile("(?<![\\w,.#:])(?<!, |event )(?:0|2|1,234,567) (?:more |open )*(?:" + NOUNS + ")\\b(?!-)");

    private static final Pattern KEY_NAME =
            Pattern.compile("(?<!\\{)\\b(?:Ctrl|Cmd|Alt|Shift|Command|Option)\\+|⌘|⌥|⇧");

    static Stream<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties") && !name.equals("nouns.properties"))
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everySentenceIsRightForEachNumber(String bundle) throws IOException {
        Phrases phrases = new Phrases(Locale.ENGLISH, List.of(bundle), SystemKind.LINUX);
        List<String> wrong = new ArrayList<>();
        for (String key : keys(bundle)) {
            for (long number : new long[] {0, 1, 2, 1_234_567}) {
                Object[] values = new Object[GAPS];
                Arrays.fill(values, number);
                String shown = phrases.format(key, values);
                if (shown.contains("{")
                        || shown.contains("}")
                        || shown.contains("1234567")
                        || ONE_OF_MANY.matcher(shown).find()
                        || MANY_OF_ONE.matcher(shown).find()) {
                    wrong.add(key + " with " + number + ": " + shown);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noBundleNamesAKeyItselfAsOneSystemCallsIt(String bundle) throws IOException {
        Properties texts = texts(bundle);

        // In a terminal it is Ctrl+C everywhere.
        assertThat(keys(bundle).stream()
                        .filter(key -> !key.startsWith("echo."))
                        .filter(key -> KEY_NAME.matcher(texts.getProperty(key)).find()))
                .isEmpty();
    }

    @Test
    void aNumberDecidesTheFormOfItsNounWhereverItStandsAndHoweverItComes() {
        Phrases phrases = new Phrases(Locale.ENGLISH, List.of("commands", "explanations"));

        assertThat(phrases.format("command.refused.tooLong", "1048576")).startsWith("At most 1,048,576 bytes go");
        assertThat(phrases.format("command.refused.portInUse", "50007")).startsWith("Port 50007 is in use");
        assertThat(new Phrases(Locale.ENGLISH, List.of("commands"), SystemKind.WINDOWS)
                        .format("command.refused.portInUse", "50007"))
                .startsWith("Port 50007 is in use by another program or reserved")
                .contains("netsh interface ipv4 show excludedportrange protocol=tcp");
        assertThat(phrases.format("explain.list.retained", 1, 1)).startsWith("The client keeps 1 byte; 1 byte is kept");
        assertThat(phrases.format("explain.list.retained", 0L, 2_000L))
                .startsWith("The client keeps 0 bytes; 2,000 bytes are kept");
    }

    @Test
    void numbersAreWrittenAsTheReaderWritesThem() {
        assertThat(new Phrases(Locale.GERMANY, List.of("explanations")).format("explain.bytes.sent", 1_234_567))
                .startsWith("1.234.567 bytes");
    }

    @Test
    void keysAreNamedAsTheSystemNamesThem() {
        assertThat(new Phrases(Locale.ENGLISH, List.of("messages"), SystemKind.of("Mac OS X")).get("gesture.wheel"))
                .isEqualTo("⌘wheel");
        assertThat(new Phrases(Locale.ENGLISH, List.of("messages"), SystemKind.of("Windows 11")).get("gesture.wheel"))
                .isEqualTo("Ctrl+wheel");
    }

    /** Those of the command line's own help have the marks of another format and go another way. */
    private static Set<String> keys(String bundle) throws IOException {
        Properties texts = texts(bundle);
        Set<String> keys = new TreeSet<>(texts.stringPropertyNames());
        keys.removeIf(key -> texts.getProperty(key).contains("${"));
        return keys;
    }

    private static Properties texts(String bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(bundle + ".properties"))) {
            texts.load(reader);
        }
        return texts;
    }
}
