package org.wskscope.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
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

    private static Properties sentences() throws IOException {
        Properties sentences = new Properties();
        try (Reader reader = new InputStreamReader(ExplanationsBundleTest.class.getResourceAsStream(BUNDLE), UTF_8)) {
            sentences.load(reader);
        }
        return sentences;
    }
}
