package org.wskscope.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelGridTest {
    @ParameterizedTest
    @ValueSource(doubles = {1, 1.25, 1.5, 1.75, 2, 3})
    void aThinLineBeginsAndEndsWithAPixel(double outputScale) {
        PixelGrid pixels = new PixelGrid(outputScale);
        for (double coordinate = 0; coordinate < 50; coordinate += 0.3) {
            double left = (pixels.crisp(coordinate) - pixels.hairline() / 2) * outputScale;
            double right = (pixels.crisp(coordinate) + pixels.hairline() / 2) * outputScale;

            assertThat(left).isCloseTo(Math.rint(left), within(1e-9));
            assertThat(right).isCloseTo(Math.rint(right), within(1e-9));
            assertThat(right - left).isBetween(0.99, outputScale * 1.5);
            assertThat(left).isCloseTo(coordinate * outputScale, within(1.0));
        }
    }
}
