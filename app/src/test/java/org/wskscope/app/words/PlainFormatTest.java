package org.wskscope.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainFormatTest {
    private static final String FORMS = "0#no bytes|1#{0} byte|1<{0} bytes";
    private static final Map<String, String> NOUNS = Map.of("noun.bytes", FORMS);

    @ParameterizedTest
    @ValueSource(strings = {"{0,bytes} of {1} in {0}", "nothing", "{1}{0}", "[{1}] {0,bytes}, mask {0}"})
    void saysWhatTheFormatOfTheJdkSays(String text) {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMANY, Locale.forLanguageTag("ar-EG")}) {
            for (long number : new long[] {-3, 0, 1, 2, 1_234_567}) {
                String same = text.replace("{0,bytes}", "{0,choice," + FORMS + "}");
                PlainFormat plain = PlainFormat.of(text, NOUNS).orElseThrow();

                assertThat(plain.fill(NumberFormat.getInstance(locale), number, "C1"))
                        .isEqualTo(new MessageFormat(same, locale).format(new Object[] {number, "C1"}));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{0,number,#}", "{0,choice,0#a|1#b}", "it''s {0}", "{0,things}"})
    void otherFormatsAreLeftToTheJdk(String text) {
        assertThat(PlainFormat.of(text, NOUNS)).isEmpty();
    }

    @Test
    void aNumberThatComesAsTextIsCounted() {
        PlainFormat plain = PlainFormat.of("{0,bytes} on {0}", NOUNS).orElseThrow();

        assertThat(plain.fill(NumberFormat.getInstance(Locale.ENGLISH), "2048")).isEqualTo("2,048 bytes on 2048");
    }
}
