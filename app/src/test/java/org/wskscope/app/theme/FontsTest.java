package org.wskscope.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FontsTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.75, 1, 2, 3})
    void noTextOnACanvasIsSmallerThanNinePixelsNorThanElevenAtEachScale(double scale) {
        double size = Fonts.size(Spacing.TEXT_TINY * scale);

        assertThat(size).isGreaterThanOrEqualTo(9).isGreaterThanOrEqualTo(11 * Math.min(scale, 1));
        assertThat(Fonts.ui(Spacing.TEXT_TINY * scale).getSize()).isEqualTo(size);
        assertThat(Fonts.mono(Spacing.TEXT_TINY * scale).getSize()).isEqualTo(size);
    }
}
