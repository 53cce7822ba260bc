package org.wskscope.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wskscope.engine.wsk.WskVersion;

/** What the options and limits of a kernel take and what they refuse. */
class KernelOptionsTest {
    private static final KernelOptions DEFAULTS = KernelOptions.defaults();

    static Stream<Named<IntFunction<KernelOptions>>> optionsOfAtLeastOne() {
        return Stream.of(
                Named.of("accept backlog", DEFAULTS::withAcceptBacklog),
                Named.of("indication size", DEFAULTS::withMaxIndicationBytes),
                Named.of("receive buffer", DEFAULTS::withReceiveBufferBytes),
                Named.of("datagram list", DEFAULTS::withMaxDatagramsPerList));
    }

    @ParameterizedTest
    @MethodSource("optionsOfAtLeastOne")
    void sizesAreAtLeastOne(IntFunction<KernelOptions> with) {
        assertThat(with.apply(1)).isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> with.apply(0)).withMessageContaining("not 0");
        assertThatIllegalArgumentException().isThrownBy(() -> with.apply(-1));
    }

    @Test
    void changingOneEntryLeavesTheDefaultsAlone() {
        KernelOptions quiet = DEFAULTS.withAdviceOnCompletionCalls(false);

        assertThat(quiet.advisesOnCompletionCalls()).isFalse();
        assertThat(quiet.withAdviceOnCompletionCalls(true).advisesOnCompletionCalls())
                .isTrue();
        assertThat(DEFAULTS.advisesOnCompletionCalls()).isTrue();
    }

    @Test
    void theProviderHasMajorVersionOne() {
        int newer = WskVersion.MAKE_WSK_VERSION(1, 7);

        assertThat(DEFAULTS.withProviderVersion(newer).providerVersion()).isEqualTo(newer);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.withProviderVersion(WskVersion.MAKE_WSK_VERSION(2, 0)))
                .withMessageContaining("not 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.withProviderVersion(WskVersion.MAKE_WSK_VERSION(0, 9)));
    }

    @ParameterizedTest
    @CsvSource({"-1,0,0,0", "0,-1,0,0", "0,0,-1,0", "0,0,0,-1"})
    void limitsAreNotNegative(long deadlock, long budget, long asap, long dead) {
        assertThatIllegalArgumentException().isThrownBy(() -> new KernelLimits(deadlock, budget, asap, dead));
    }

    @Test
    void limitsMayBeZero() {
        assertThat(new KernelLimits(0, 0, 0, 0).deadlockNanos()).isZero();
    }
}
