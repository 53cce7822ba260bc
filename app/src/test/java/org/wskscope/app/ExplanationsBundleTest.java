package org.wskscope.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.projection.Explanations;

class ExplanationsBundleTest {
    private static final String BUNDLE = "/org/wskscope/app/i18n/explanations.properties";

    @Test
    void everyExplanationHasASentenceAndEverySentenceIsUsed() throws IOException {
        Properties sentences = sentences();

        assertThat(sentences.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(Explanations.keys());
    }

    /** Whoever has the engine alone, and no forms of nouns, must be able to read them. */
    @Test
    void everySentenceIsReadByTheFormatOfTheJdk() throws IOException {
        sentences().forEach((key, sentence) -> {
            for (int count : new int[] {0, 1, 2, 1_234_567}) {
                String read =
                        new MessageFormat((String) sentence, Locale.ROOT).format(new Object[] {count, count, count});
                assertThat(read).as((String) key).isNotBlank().doesNotContain("{", "}", "''");
            }
        });
    }

    private static Properties sentences() throws IOException {
        Properties sentences = new Properties();
        try (Reader reader = new InputStreamReader(ExplanationsBundleTest.class.getResourceAsStream(BUNDLE), UTF_8)) {
            sentences.load(reader);
        }
        return sentences;
    }
}
