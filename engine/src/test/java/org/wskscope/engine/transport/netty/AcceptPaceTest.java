package org.wskscope.engine.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AcceptPaceTest {
    private final AcceptPace pace = new AcceptPace();

    @Test
    void aPeerThatResetFirstCostsNoRest() {
        for (int connection = 0; connection < 1_000; connection++) {
            assertThat(pace.failed()).isZero();
            assertThat(pace.failed()).isZero();
            pace.accepted();
        }
    }

    @Test
    void failuresInARowCostMoreAndMoreUpToASecond() {
        for (int failure = 0; failure < AcceptPace.AT_ONCE; failure++) {
            assertThat(pace.failed()).isZero();
        }

        assertThat(pace.failed()).isEqualTo(AcceptPace.FIRST_PAUSE_NANOS);
        assertThat(pace.failed()).isEqualTo(2 * AcceptPace.FIRST_PAUSE_NANOS);
        for (int failure = 0; failure < 10; failure++) {
            assertThat(pace.failed()).isLessThanOrEqualTo(AcceptPace.LONGEST_PAUSE_NANOS);
        }
        assertThat(pace.failed()).isEqualTo(AcceptPace.LONGEST_PAUSE_NANOS);
    }

    @Test
    void anAcceptedConnectionBeginsAnew() {
        for (int failure = 0; failure < 2 * AcceptPace.AT_ONCE; failure++) {
            pace.failed();
        }

        pace.accepted();

        assertThat(pace.failed()).isZero();
    }
}
