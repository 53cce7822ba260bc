package org.wskscope.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.theme.Token;

/** What people read follows their system; what a machine reads does not. */
@Tag("everyLocale")
class LocaleTextTest {
    private static final Pattern STYLE_CLASS = Pattern.compile("-?[a-z][a-z0-9-]*");

    private final DecimalFormatSymbols reader =
            DecimalFormatSymbols.getInstance(Locale.getDefault(Locale.Category.FORMAT));

    @Test
    void timesAndAmountsAreInTheReadersDigits() {
        String point = String.valueOf(reader.getDecimalSeparator());

        assertThat(TimeText.of(62_700_000)).contains(point).startsWith(digit(6)).endsWith(" ms");
        assertThat(TimeText.moment(101_149_899_000.0))
                .startsWith(digit(1) + ":")
                .endsWith(" min");
        assertThat(ByteText.of(1_536)).isEqualTo(digit(1) + point + digit(5) + " KiB");
    }

    @Test
    void namesOfStylesAreNotInTheReadersLetters() {
        assertThat(Token.values())
                .allSatisfy(token -> assertThat(token.cssName()).matches(STYLE_CLASS));
        assertThat(Hue.values()).allSatisfy(hue -> assertThat(hue.styleClass()).matches(STYLE_CLASS));
    }

    private String digit(int value) {
        return String.valueOf((char) (reader.getZeroDigit() + value));
    }
}
