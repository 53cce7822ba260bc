package org.wskscope.engine.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.SimulatedSession;
import org.wskscope.engine.session.SimulatedSessionOptions;
import org.wskscope.engine.testkit.LogDigest;
import org.wskscope.engine.testkit.LogInvariants;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskVersion;

class VirtualTimeExampleTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void ownCallbacksHearWhatOwnSocketsSend() {
        try (VirtualTimeExample example = new VirtualTimeExample(1)) {
            NtStatus sent = example.send("hello");
            example.letPass(SECOND);

            assertThat(sent).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(example.received()).containsExactly(5L);
        }
    }

    @Test
    void theSameSeedGivesTheSameLog() {
        assertThat(digestOf(7)).isEqualTo(digestOf(7));
    }

    private static String digestOf(long seed) {
        VirtualTimeExample example = new VirtualTimeExample(seed);
        example.send("hello");
        example.letPass(SECOND);
        example.close();
        LogInvariants.assertHold(example.log());
        return LogDigest.of(example.log());
    }

    @Test
    void aFunctionCalledOnAnotherThreadIsRefusedBeforeAnythingHappened() {
        try (SimulatedSession session = SimulatedSession.open(SimulatedSessionOptions.DEFAULT)) {
            long before = session.log().size();

            assertThatThrownBy(() -> session.wsk()
                            .register(new WskClientNpi(
                                    "elsewhere", null, new WskClientDispatch(WskVersion.WSK_VERSION_1_0, null))))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(session.log().size()).isEqualTo(before);
        }
    }
}
