package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.callbackEntered;
import static org.wskscope.engine.testkit.RecordMatchers.record;
import static org.wskscope.engine.testkit.RecordMatchers.violationFound;
import static org.wskscope.engine.wsk.InspectAction.WskInspectAccept;
import static org.wskscope.engine.wsk.InspectAction.WskInspectPend;
import static org.wskscope.engine.wsk.InspectAction.WskInspectReject;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.RecordMatcher;
import org.wskscope.engine.testkit.ScriptedRequest;
import org.wskscope.engine.testkit.TestClient;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.logging.ExpectLog;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.trace.InspectionOutcome;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.InspectId;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.OutputSizeReturned;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskSocket;

/** The WDK page nc-wsk-pfn_wsk_inspect_event; scenario SCN-21. */
@PlayedByHand("FID-1: the test holds the handshake back")
class InspectEventConformanceTest {
    private final KernelBench bench = new KernelBench();
    private final TestClient client = bench.client;

    private static ScriptedRequest request(KernelBench on) {
        ScriptedRequest request = on.transport.listener(0).peerRequests();
        on.run();
        return request;
    }

    private static NtStatus queryInspectId(WskSocket socket, ByteBuffer output) {
        OutputSizeReturned size = new OutputSizeReturned();
        NtStatus status = socket.dispatch()
                .controlSocket(ControlParameters.query(ControlCode.SIO_WSK_QUERY_INSPECT_ID, output, size), null);
        assertThat(size.get()).isEqualTo(status.isSuccess() ? InspectId.SIZE : 0);
        return status;
    }

    @Test
    @Tag("SCN-21")
    @Tag("EVT-INS-01")
    @Tag("EVT-INS-06")
    @Tag("EVT-INS-07")
    @Tag("EVT-INS-08")
    @Tag("EVT-INS-09")
    @Tag("EVT-INS-13")
    @Tag("EVT-INS-20")
    @Tag("CTL-OPT-04")
    void requestsAreAcceptedRejectedOrPendedByTheInspectCallback() {
        ListenSocket listener = bench.conditional();
        bench.enable(listener, WSK_EVENT_ACCEPT);

        ScriptedRequest first = request(bench);
        client.nextInspect(WskInspectReject);
        ScriptedRequest second = request(bench);
        client.nextInspect(WskInspectPend);
        ScriptedRequest third = request(bench);

        assertThat(client.calls).containsExactly("inspect 1", "accept", "inspect 2", "inspect 3");
        assertThat(first.isEstablished()).isTrue();
        assertThat(second.answer()).isEqualTo("rejected");
        assertThat(third.answer()).isNull();

        InspectId copy = client.inspected.get(2);
        ClientIrp irp = new ClientIrp();
        assertThat(listener.dispatch().inspectComplete(copy, WskInspectAccept, irp.irp()))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(client.calls).endsWith("inspect 3", "accept");
        ByteBuffer output = ByteBuffer.allocate(InspectId.SIZE);
        assertThat(queryInspectId(client.acceptedSockets.get(1), output)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(InspectId.readFrom(output)).isEqualTo(copy);
        assertThat(client.aborted).isEmpty();
    }

    @Test
    @Tag("EVT-INS-06")
    void anAcceptedRequestCompletesAPendingWskAccept() {
        ListenSocket listener = bench.conditional();
        ClientIrp accept = new ClientIrp();
        listener.dispatch().accept(0, "by irp", client.connectionTable, accept.irp());

        request(bench);

        ByteBuffer output = ByteBuffer.allocate(InspectId.SIZE);
        assertThat(queryInspectId(accept.pointer(ConnectionSocket.class), output))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(InspectId.readFrom(output)).isEqualTo(client.inspected.get(0));
        assertThat(client.calls).containsExactly("inspect 1");
    }

    @Test
    @Tag("EVT-INS-05")
    void inspectionComesBeforeTheHandshakeAndAcceptAfterIt() {
        ListenSocket listener = bench.conditional();
        bench.enable(listener, WSK_EVENT_ACCEPT);
        ScriptedRequest request = bench.transport.listener(0).peerRequests().slowly();
        bench.run();
        assertThat(client.calls).containsExactly("inspect 1");
        assertThat(request.answer()).isEqualTo("accepted");

        request.handshakeEnds();
        bench.run();

        assertThat(client.calls).containsExactly("inspect 1", "accept");
    }

    @Test
    @Tag("EVT-INS-10")
    void idsAreComparedByContent() {
        bench.conditional();
        client.nextInspect(WskInspectPend);

        request(bench).drops();
        bench.run();

        assertThat(client.aborted.get(0)).isNotSameAs(client.inspected.get(0)).isEqualTo(client.inspected.get(0));
    }

    @Test
    @Tag("EVT-INS-11")
    @Tag("EVT-GEN-10")
    @Tag("EVT-GEN-11")
    @Tag("C-35")
    void aDeadListenerWhoseAcceptEventIsOffSaysSoOnceByTheInspectEvent() {
        ListenSocket listener = bench.conditional();
        client.nextInspect(WskInspectPend);
        request(bench);
        ClientIrp accept = new ClientIrp();
        listener.dispatch().accept(0, null, null, accept.irp());

        bench.transport.listener(0).fails();
        bench.transport.listener(0).fails();
        bench.run();

        assertThat(accept.status()).isEqualTo(NtStatus.STATUS_FILE_FORCED_CLOSED);
        assertThat(client.calls).containsExactly("inspect 1", "inspect NULL");
    }

    @Test
    @Tag("C-35")
    void aDeadListenerWhoseAcceptEventIsOnSaysSoByThatAlone() {
        ListenSocket listener = bench.conditional();
        bench.enable(listener, WSK_EVENT_ACCEPT);

        bench.transport.listener(0).fails();
        bench.run();

        assertThat(client.calls).containsExactly("accept NULL");
    }

    @Test
    @Tag("EVT-INS-18")
    void fiftyInspectionsAreOpenAtOnceAndAnsweredInReverse() {
        ListenSocket listener = bench.conditional();
        bench.enable(listener, WSK_EVENT_ACCEPT);
        List<ScriptedRequest> requests = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            client.nextInspect(WskInspectPend);
            requests.add(request(bench));
        }
        assertThat(new HashSet<>(client.inspected)).hasSize(50);

        List<InspectId> reverse = new ArrayList<>(client.inspected);
        Collections.reverse(reverse);
        for (InspectId id : reverse) {
            listener.dispatch().inspectComplete(id, WskInspectAccept, new ClientIrp().irp());
        }
        bench.run();

        assertThat(requests).allMatch(ScriptedRequest::isEstablished);
        assertThat(client.acceptedSockets).hasSize(50);
        List<InspectId> queried = new ArrayList<>();
        for (ConnectionSocket socket : client.acceptedSockets) {
            ByteBuffer output = ByteBuffer.allocate(InspectId.SIZE);
            queryInspectId(socket, output);
            queried.add(InspectId.readFrom(output));
        }
        assertThat(queried).isEqualTo(reverse);
    }

    @Test
    @Tag("EVT-INS-18")
    @Tag("C-10")
    void requestsBeyondTheLimitAreRefused() {
        KernelBench small = new KernelBench(KernelOptions.defaults().withAcceptBacklog(2));
        small.conditional();
        small.client.nextInspect(WskInspectPend);
        small.client.nextInspect(WskInspectPend);
        request(small);
        request(small);

        ScriptedRequest third = request(small);

        assertThat(third.answer()).isEqualTo("rejected");
        assertThat(small.client.calls).containsExactly("inspect 1", "inspect 2");
        TraceAssert.assertThat(small.log)
                .containsTimes(
                        1,
                        record(
                                TraceRecord.ConnectionRefused.class,
                                "refused, 2 waiting",
                                refused -> refused.waiting() == 2));
    }

    @Test
    @Tag("C-10")
    void aConnectionThatFindsTheBacklogFullLeavesARecord() {
        KernelBench small = new KernelBench(KernelOptions.defaults().withAcceptBacklog(1));
        small.listening();
        small.transport.listener(0).peerConnects();
        small.transport.listener(0).peerConnects();
        small.run();

        TraceAssert.assertThat(small.log)
                .containsTimes(1, record(TraceRecord.ConnectionArrived.class))
                .containsTimes(1, record(TraceRecord.ConnectionRefused.class));
    }

    @Test
    @Tag("C-23")
    @Tag("EVT-GEN-12")
    @ExpectLog("CallbackPump: WskInspectEvent of socket .* threw; treated as an unknown return")
    void anUnknownAnswerMeansRejectAndIsAViolation() {
        bench.conditional();
        client.onInspect.add(id -> null);
        client.onInspect.add(id -> {
            throw new IllegalStateException("a client's mistake");
        });

        ScriptedRequest first = request(bench);
        ScriptedRequest second = request(bench);

        assertThat(List.of(first.answer(), second.answer())).containsOnly("rejected");
        TraceAssert.assertThat(bench.log)
                .containsTimes(2, violationFound(Violation.RETURN_OUTSIDE_PERMITTED_SET))
                .containsTimes(2, ended(InspectionOutcome.REJECTED));
    }

    @Test
    @Tag("C-40")
    @Tag("C-16")
    void anInspectionThatReturnsLaterHoldsBackTheNextOneOnly() {
        ListenSocket listener = bench.conditional();
        List<DeferredReturn> held = new ArrayList<>();
        client.onInspect.add(id -> {
            held.add(listener.deferReturn());
            return WskInspectReject;
        });
        ScriptedRequest first = request(bench);
        ScriptedRequest second = request(bench);
        assertThat(client.calls).containsExactly("inspect 1");
        assertThat(first.answer()).isNull();

        assertThat(held.get(0).complete(WskInspectAccept)).isTrue();
        bench.run();

        assertThat(client.calls).containsExactly("inspect 1", "inspect 2");
        assertThat(first.isEstablished()).isTrue();
        assertThat(second.isEstablished()).isTrue();
        TraceAssert.assertThat(bench.log)
                .onlyKinds(TraceRecord.CallbackReturned.class)
                .matchesExactly(returned(WskInspectAccept), returned(WskInspectAccept));
    }

    @Test
    void theLogTellsWhatWasAnsweredAndHowItEnded() {
        bench.conditional();
        client.nextInspect(WskInspectPend);
        request(bench);
        client.nextInspect(WskInspectReject);
        request(bench);

        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        record(TraceRecord.ConditionalAcceptChanged.class),
                        record(TraceRecord.ConnectionRequested.class, "1", requested -> requested.inspection() == 1),
                        callbackEntered(WskCallback.INSPECT),
                        returned(WskInspectPend),
                        record(TraceRecord.ConnectionRequested.class, "2", requested -> requested.inspection() == 2),
                        returned(WskInspectReject),
                        ended(InspectionOutcome.REJECTED));
    }

    private static RecordMatcher returned(InspectAction action) {
        return record(
                TraceRecord.CallbackReturned.class,
                "inspect answered " + action,
                returned -> returned.action().filter(action::equals).isPresent());
    }

    private static RecordMatcher ended(InspectionOutcome outcome) {
        return record(TraceRecord.InspectionEnded.class, "ended " + outcome, ended -> ended.outcome() == outcome);
    }
}
