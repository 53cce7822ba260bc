package org.wskscope.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeAxisTest {
    @Test
    void nothingIsMarkedBeforeTheSessionBegan() {
        assertThat(TimeAxis.ticks(TimeViewport.between(-50e9, 50e9), 1200, 80))
                .isNotEmpty()
                .allMatch(tick -> tick.nanos() >= 0)
                .first()
                .extracting(TimeAxis.Tick::label)
                .isEqualTo("0 s");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1.2,2", "2,2", "3,5", "7,10", "120,200", "4999,5000", "5001,10000", "2.1e9,5e9"})
    void stepsAreOneTwoOrFiveTimesAPowerOfTen(double atLeast, double step) {
        assertThat(TimeAxis.niceStep(atLeast)).isEqualTo(step);
    }

    @Test
    void millisecondsAreLabelledWithTheUnitOnceAtTheLeft() {
        List<TimeAxis.Tick> ticks = TimeAxis.ticks(new TimeViewport(10e6, 60e6), 900, 110);

        assertThat(ticks)
                .extracting(TimeAxis.Tick::label)
                .startsWith("10 ms", "20", "30")
                .hasSize(7);
        assertThat(ticks.get(1).x()).isEqualTo(150);
    }

    @Test
    void aNarrowViewFarFromTheStartTellsNeighboursApart() {
        List<TimeAxis.Tick> ticks = TimeAxis.ticks(new TimeViewport(5e9, 1000), 1000, 100);

        assertThat(ticks).extracting(TimeAxis.Tick::label).doesNotHaveDuplicates();
        assertThat(ticks.get(0).label()).endsWith(" ms");
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 137, 5_000, 3.3e5, 1e6, 7.7e7, 1e9, 9e10, 3.6e12, 864e12})
    void ticksAreNeverCloserThanAskedAndAlwaysInView(double span) {
        List<TimeAxis.Tick> ticks = TimeAxis.ticks(new TimeViewport(span / 3, span), 1200, 80);

        assertThat(ticks).hasSizeBetween(1, 16);
        assertThat(ticks).allSatisfy(tick -> assertThat(tick.x()).isBetween(-0.01, 1200.01));
        for (int i = 1; i < ticks.size(); i++) {
            assertThat(ticks.get(i).x() - ticks.get(i - 1).x()).isGreaterThan(79.9);
        }
    }

    @Test
    void anAxisWithoutWidthHasNoTicks() {
        assertThat(TimeAxis.ticks(new TimeViewport(0, 100), 0, 80)).isEmpty();
    }
}
