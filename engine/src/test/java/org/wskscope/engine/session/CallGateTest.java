package org.wskscope.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallGateTest {
    private final CallGate gate = new CallGate();
    private final List<String> closes = new ArrayList<>();

    @Test
    void aCloseRunsAtOnceWhenNobodyIsInside() {
        assertThat(gate.close(() -> closes.add("now"))).isTrue();

        assertThat(closes).containsExactly("now");
    }

    @Test
    void aCloseWaitsUntilTheLastCallHasLeft() {
        gate.enter();
        gate.enter();
        gate.close(() -> closes.add("closed"));

        gate.leave();
        assertThat(closes).isEmpty();
        gate.leave();

        assertThat(closes).containsExactly("closed");
    }

    @Test
    void nobodyEntersOnceItIsToBeClosed() {
        gate.enter();
        gate.close(() -> closes.add("closed"));

        assertThat(gate.enter()).isFalse();
    }

    @Test
    void onlyTheFirstCloseCounts() {
        gate.close(() -> closes.add("first"));

        assertThat(gate.close(() -> closes.add("second"))).isFalse();
        assertThat(closes).containsExactly("first");
    }
}
