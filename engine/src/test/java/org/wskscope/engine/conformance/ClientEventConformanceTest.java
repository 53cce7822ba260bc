package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.RecordMatchers;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskVersion;

/** {@code WskClientEvent}: nothing in WSK raises one, so the test does. */
@PlayedByHand("client events have nothing to do with a network")
class ClientEventConformanceTest {
    private final KernelBench bench = new KernelBench();
    private final List<String> notified = new ArrayList<>();
    private NtStatus answer = NtStatus.STATUS_NOT_IMPLEMENTED;

    private void register() {
        bench.wsk.register(new WskClientNpi(
                "hearing",
                "its context",
                new WskClientDispatch(WskVersion.WSK_VERSION_1_0, (context, type, information, length) -> {
                    notified.add(context + " " + type + " " + information + " " + length);
                    return answer;
                })));
    }

    @Test
    @Tag("EVT-CLI-01")
    @Tag("EVT-CLI-03")
    void anEventThatBelongsToNoSocketGoesToTheClientWithoutBeingEnabled() {
        register();

        boolean heard = bench.wsk.raiseClientEvent(7, "what", 4);

        assertThat(heard).isTrue();
        assertThat(notified).containsExactly("its context 7 what 4");
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        RecordMatchers.callbackEntered(WskCallback.CLIENT),
                        RecordMatchers.callbackReturned(WskCallback.CLIENT, NtStatus.STATUS_NOT_IMPLEMENTED))
                .containsNone(RecordMatchers.violationFound(Violation.RETURN_OUTSIDE_PERMITTED_SET));
        ScopeFold fold = new ScopeFold(bench.log);
        fold.foldTo(bench.log.size());
        assertThat(fold.snapshot().playhead()).isEqualTo(bench.log.size());
    }

    @Test
    @Tag("EVT-CLI-04")
    void aClientWithoutTheCallbackIsNotReportedAndOneThatAnswersOtherwiseIsNoted() {
        assertThat(bench.wsk.raiseClientEvent(7, null, 0)).isFalse();
        register();
        answer = NtStatus.STATUS_PENDING;

        bench.wsk.raiseClientEvent(7, null, 0);

        TraceAssert.assertThat(bench.log)
                .containsInOrder(RecordMatchers.violationFound(Violation.RETURN_OUTSIDE_PERMITTED_SET));
    }
}
