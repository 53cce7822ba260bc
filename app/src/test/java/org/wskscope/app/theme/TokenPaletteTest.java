package org.wskscope.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenPaletteTest {
    private static final double READABLE = 4.5;

    @ParameterizedTest
    @EnumSource(Theme.class)
    void mainAndSecondaryTextIsReadableOnEveryBackground(Theme theme) {
        List<String> tooFaint = new ArrayList<>();
        for (Token text : List.of(Token.TEXT_1, Token.TEXT_2)) {
            for (Token background : List.of(Token.BG_0, Token.BG_1, Token.BG_2, Token.BG_3)) {
                check(theme, text, background, tooFaint);
            }
        }
        check(theme, Token.TEXT_1, Token.SELECTION, tooFaint);

        assertThat(tooFaint).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void hintsAreReadableWhereHintsAreWritten(Theme theme) {
        List<String> tooFaint = new ArrayList<>();
        for (Token background : List.of(Token.BG_0, Token.BG_1, Token.BG_2)) {
            check(theme, Token.TEXT_3, background, tooFaint);
        }

        assertThat(tooFaint).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void wordsInAHueAreReadableOnPanelsAndOnTheirQuietBackground(Theme theme) {
        List<String> tooFaint = new ArrayList<>();
        for (Hue hue : Hue.values()) {
            for (Token background : List.of(Token.BG_0, Token.BG_1, Token.BG_2, hue.soft())) {
                check(theme, hue.text(), background, tooFaint);
            }
        }

        assertThat(tooFaint).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void wordsOnFillsAreReadable(Theme theme) {
        List<String> tooFaint = new ArrayList<>();
        for (Hue hue : Hue.values()) {
            if (hue != Hue.NEUTRAL && hue != Hue.ACCENT && hue != Hue.IRP && hue != Hue.WAITING && hue != Hue.ERROR) {
                check(theme, Token.ON_FILL, hue.fill(), tooFaint);
            }
            check(theme, Token.TEXT_1, hue.soft(), tooFaint);
        }
        check(theme, Token.ON_ACCENT, Token.ACCENT, tooFaint);
        check(theme, Token.ON_LEVEL, Token.DISPATCH, tooFaint);
        check(theme, Token.ON_LEVEL, Token.PASSIVE, tooFaint);

        assertThat(tooFaint).isEmpty();
    }

    @Test
    void theRatioIsTheOneOfTheAccessibilityGuidelines() {
        assertThat(ratio(Color.WHITE, Color.BLACK)).isEqualTo(21.0);
        assertThat(ratio(Color.web("#777777"), Color.WHITE)).isBetween(4.4, 4.5);
    }

    @Test
    void aColourCanBeMixedAndMadeTranslucent() {
        TokenPalette palette = TokenPalette.of(Theme.DARK);

        assertThat(palette.between(Token.BG_0, Token.BG_3, 0)).isEqualTo(palette.color(Token.BG_0));
        assertThat(palette.color(Token.ACCENT, 0.5).getOpacity()).isEqualTo(0.5);
    }

    private static void check(Theme theme, Token text, Token background, List<String> tooFaint) {
        TokenPalette palette = TokenPalette.of(theme);
        double ratio = ratio(palette.color(text), palette.color(background));
        if (ratio < READABLE) {
            tooFaint.add(String.format(Locale.ROOT, "%s on %s: %.2f", text, background, ratio));
        }
    }

    private static double ratio(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
