package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.violationFound;
import static org.wskscope.engine.wsk.InspectAction.WskInspectAccept;
import static org.wskscope.engine.wsk.InspectAction.WskInspectPend;
import static org.wskscope.engine.wsk.InspectAction.WskInspectReject;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.ScriptedRequest;
import org.wskscope.engine.testkit.TestClient;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.Violation;

/** The WDK page nc-wsk-pfn_wsk_abort_event; scenario SCN-22. */
@PlayedByHand("FID-1: the test holds the handshake back")
class AbortEventConformanceTest {
    private final KernelBench bench = new KernelBench();
    private final TestClient client = bench.client;
    private final ListenSocket listener = bench.conditional();

    private ScriptedRequest request(InspectAction answer) {
        client.nextInspect(answer);
        ScriptedRequest request = bench.transport.listener(0).peerRequests().slowly();
        bench.run();
        return request;
    }

    private List<DeferredReturn> holdNext() {
        List<DeferredReturn> held = new ArrayList<>();
        client.onInspect.add(id -> {
            held.add(listener.deferReturn());
            return WskInspectPend;
        });
        return held;
    }

    @Test
    @Tag("SCN-22")
    @Tag("EVT-ABT-01")
    @Tag("EVT-ABT-02")
    @Tag("EVT-ABT-03")
    @Tag("EVT-INS-15")
    void aPeerThatGivesUpWhileItsRequestIsPendedIsReportedAndNeverAccepted() {
        bench.enable(listener, WSK_EVENT_ACCEPT);
        ScriptedRequest request = request(WskInspectPend);

        request.drops();
        bench.run();
        assertThat(client.calls).containsExactly("inspect 1", "abort 1");
        assertThat(client.aborted).isEqualTo(client.inspected);
        ClientIrp irp = new ClientIrp();
        listener.dispatch().inspectComplete(client.inspected.get(0), WskInspectAccept, irp.irp());
        bench.run();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(request.answer()).isNull();
        assertThat(client.calls).hasSize(2);
        TraceAssert.assertThat(bench.log).containsNone(violationFound(Violation.RETURN_OUTSIDE_PERMITTED_SET));
    }

    @Test
    @Tag("EVT-ABT-02")
    void aDropDuringTheHandshakeIsReported() {
        request(WskInspectAccept).drops();
        bench.run();

        assertThat(client.calls).containsExactly("inspect 1", "abort 1");
    }

    @Test
    @Tag("EVT-ABT-02")
    @Tag("EVT-INS-08")
    void nothingIsReportedOfARejectedRequest() {
        request(WskInspectReject).drops();
        bench.run();

        assertThat(client.calls).containsExactly("inspect 1");
    }

    @Test
    @Tag("EVT-ABT-02")
    void nothingIsReportedAfterTheConnectionWasEstablished() {
        bench.enable(listener, WSK_EVENT_ACCEPT);
        ScriptedRequest request = request(WskInspectAccept);
        request.handshakeEnds();
        request.drops();
        bench.run();

        request.stream().peerResets();
        bench.run();

        assertThat(client.calls).containsExactly("inspect 1", "accept");
    }

    @Test
    @Tag("EVT-ABT-02")
    void aRequestThatIsDroppedBeforeItIsInspectedIsNeverMentioned() {
        List<DeferredReturn> held = holdNext();
        bench.transport.listener(0).peerRequests();
        ScriptedRequest second = bench.transport.listener(0).peerRequests();
        bench.run();
        second.drops();
        bench.run();

        held.get(0).complete(WskInspectAccept);
        bench.run();

        assertThat(client.calls).containsExactly("inspect 1");
    }

    @Test
    @Tag("EVT-ABT-02")
    void aDropDuringTheInspectCallbackIsReportedAfterItsAnswerUnlessThatIsReject() {
        for (InspectAction answer : InspectAction.values()) {
            List<DeferredReturn> held = holdNext();
            ScriptedRequest request = bench.transport.listener(0).peerRequests();
            bench.run();
            request.drops();
            bench.run();
            held.get(0).complete(answer);
            bench.run();
        }

        assertThat(client.calls).containsExactly("inspect 1", "inspect 2", "abort 2", "inspect 3", "abort 3");
    }

    @Test
    @Tag("EVT-ABT-03")
    void aConnectionForWhichThereIsNoRoomIsAbortedOnThisSide() {
        KernelBench small = new KernelBench(KernelOptions.defaults().withAcceptBacklog(1));
        small.conditional();
        small.transport.listener(0).peerRequests();
        small.run();
        ScriptedRequest second = small.transport.listener(0).peerRequests();
        small.run();

        assertThat(small.client.calls).containsExactly("inspect 1", "inspect 2", "abort 2");
        assertThat(second.stream().isReset()).isTrue();
    }

    @Test
    @Tag("EVT-ABT-04")
    void anyOtherReturnThanSuccessIsAViolationWithoutConsequence() {
        client.abortAnswer = NtStatus.STATUS_PENDING;
        request(WskInspectPend).drops();
        bench.run();

        assertThat(client.calls).containsExactly("inspect 1", "abort 1");
        TraceAssert.assertThat(bench.log).containsTimes(1, violationFound(Violation.RETURN_OUTSIDE_PERMITTED_SET));
    }

    @Test
    @Tag("EVT-ABT-05")
    @Tag("C-30")
    void closingTheListenerDropsPendedRequestsWithoutAWord() {
        List<ScriptedRequest> requests =
                List.of(request(WskInspectPend), request(WskInspectPend), request(WskInspectPend));

        ClientIrp closing = new ClientIrp();
        bench.close(listener, closing);
        bench.run();

        assertThat(closing.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(requests).extracting(ScriptedRequest::answer).containsOnly("rejected");
        assertThat(client.calls).containsExactly("inspect 1", "inspect 2", "inspect 3");
    }

    @Test
    @Tag("API-CLO-02")
    @Tag("API-CLO-08")
    void closingDuringAnInspectCallbackWaitsForItAndForgetsItsAnswer() {
        List<DeferredReturn> held = holdNext();
        ScriptedRequest request = bench.transport.listener(0).peerRequests();
        bench.run();
        ClientIrp closing = new ClientIrp();
        bench.close(listener, closing);
        bench.run();
        assertThat(closing.isCompleted()).isFalse();

        held.get(0).complete(WskInspectAccept);
        bench.run();

        assertThat(closing.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(request.answer()).isEqualTo("rejected");
        assertThat(client.calls).containsExactly("inspect 1");
    }
}
