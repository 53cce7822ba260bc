package org.wskscope.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EchoBacklogTest {
    private static final long HALF = EchoBacklog.MAX_BYTES / 2;

    private final EchoBacklog backlog = new EchoBacklog();

    @Test
    void oneSendMayBeLargerThanTheLimit() {
        assertThat(backlog.begin(EchoBacklog.MAX_BYTES * 2)).isTrue();
        assertThat(backlog.begin(1)).isFalse();
    }

    @Test
    void itGoesOnOnceHalfOfItIsGone() {
        backlog.begin(HALF);
        backlog.begin(HALF);
        assertThat(backlog.begin(1)).isFalse();

        assertThat(backlog.ended(HALF)).isTrue();
        assertThat(backlog.ended(HALF)).isFalse();
        assertThat(backlog.isEmpty()).isTrue();
    }

    @Test
    void nobodyIsReportedToGoOnWhoNeverStopped() {
        backlog.begin(HALF);

        assertThat(backlog.ended(HALF)).isFalse();
    }
}
