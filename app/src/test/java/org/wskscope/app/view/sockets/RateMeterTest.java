package org.wskscope.app.view.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateMeterTest {
    private static final long SECOND = 1_000_000_000L;

    private final RateMeter meter = new RateMeter();

    @Test
    void itTellsHowManyCameInTheLastWholeSecond() {
        for (int i = 0; i < 100; i++) {
            meter.add(5, SECOND + i * SECOND / 50);
        }

        assertThat(meter.perSecond(3 * SECOND)).isEqualTo(250);
    }

    @Test
    void itFallsToNothingWhenNothingCame() {
        meter.add(1_000, SECOND);

        assertThat(meter.perSecond(SECOND + SECOND / 4)).isEqualTo(1_000);
        assertThat(meter.perSecond(3 * SECOND)).isZero();
        assertThat(meter.course(20 * SECOND)).containsOnly(0.0);
    }

    @Test
    void aStepBackInTimeForgetsWhatIsNotYet() {
        meter.add(1_000, 60 * SECOND);

        assertThat(meter.perSecond(2 * SECOND)).isZero();
    }
}
