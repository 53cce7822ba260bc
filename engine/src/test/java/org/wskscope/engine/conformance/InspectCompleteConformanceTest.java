package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.InspectAction.WskInspectAccept;
import static org.wskscope.engine.wsk.InspectAction.WskInspectPend;
import static org.wskscope.engine.wsk.InspectAction.WskInspectReject;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.ScriptedRequest;
import org.wskscope.engine.testkit.TestClient;
import org.wskscope.engine.testkit.TraceAssert;
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
import org.wskscope.engine.wsk.SocketCategory;

/** The WDK page nc-wsk-pfn_wsk_inspect_complete. */
@PlayedByHand("FID-1: the test holds the handshake back")
class InspectCompleteConformanceTest {
    private final KernelBench bench = new KernelBench();
    private final TestClient client = bench.client;

    private ScriptedRequest pended() {
        client.nextInspect(WskInspectPend);
        ScriptedRequest request = bench.transport.listener(0).peerRequests();
        bench.run();
        return request;
    }

    private InspectId lastId() {
        return client.inspected.get(client.inspected.size() - 1);
    }

    private NtStatus complete(ListenSocket listener, InspectId id, InspectAction action) {
        ClientIrp irp = new ClientIrp();
        NtStatus status = listener.dispatch().inspectComplete(id, action, irp.irp());
        assertThat(irp.status()).isEqualTo(status);
        assertThat(irp.completions()).isOne();
        bench.run();
        return status;
    }

    @Test
    @Tag("EVT-INS-13")
    void acceptLetsTheHandshakeGoOn() {
        ListenSocket listener = bench.conditional();
        bench.enable(listener, WSK_EVENT_ACCEPT);
        ScriptedRequest request = pended();

        assertThat(complete(listener, lastId(), WskInspectAccept)).isEqualTo(NtStatus.STATUS_SUCCESS);

        assertThat(request.isEstablished()).isTrue();
        assertThat(client.calls).containsExactly("inspect 1", "accept");
    }

    @Test
    @Tag("EVT-INS-13")
    @Tag("EVT-ABT-02")
    void afterAcceptTheHandshakeMayStillFail() {
        ListenSocket listener = bench.conditional();
        ScriptedRequest request = pended().slowly();
        complete(listener, lastId(), WskInspectAccept);

        request.drops();
        bench.run();

        assertThat(client.calls).containsExactly("inspect 1", "abort 1");
    }

    @Test
    @Tag("EVT-INS-14")
    @Tag("C-41")
    void rejectDropsTheRequestAndDeterministicallyWithoutAnAbort() {
        ListenSocket listener = bench.conditional();
        ScriptedRequest request = pended();

        assertThat(complete(listener, lastId(), WskInspectReject)).isEqualTo(NtStatus.STATUS_SUCCESS);
        request.drops();
        bench.run();

        assertThat(request.answer()).isEqualTo("rejected");
        assertThat(client.calls).containsExactly("inspect 1");
    }

    @Test
    @Tag("EVT-INS-12")
    void pendIsNoAnswer() {
        ListenSocket listener = bench.conditional();
        ScriptedRequest request = pended();

        assertThat(complete(listener, lastId(), WskInspectPend)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);

        assertThat(request.answer()).isNull();
        assertThat(complete(listener, lastId(), WskInspectAccept)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(request.isEstablished()).isTrue();
    }

    @Test
    @Tag("C-18")
    void anIdNobodyWasReportedIsUnknown() {
        ListenSocket listener = bench.conditional();
        List<DeferredReturn> held = new ArrayList<>();
        client.onInspect.add(id -> {
            held.add(listener.deferReturn());
            return WskInspectAccept;
        });
        bench.transport.listener(0).peerRequests();
        ScriptedRequest untold = bench.transport.listener(0).peerRequests();
        bench.run();
        InspectId known = lastId();

        for (InspectId id : List.of(
                new InspectId(known.key() + 1, 1),
                new InspectId(known.key(), 0),
                new InspectId(known.key(), -1),
                new InspectId(known.key(), 2),
                new InspectId(known.key(), 3))) {
            assertThat(complete(listener, id, WskInspectReject))
                    .as("%s", id)
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        }
        assertThat(untold.answer()).isNull();
    }

    @Test
    @Tag("EVT-INS-15")
    @Tag("C-18")
    void aSecondAnswerHasNoEffect() {
        ListenSocket listener = bench.conditional();
        ScriptedRequest request = pended();
        complete(listener, lastId(), WskInspectReject);

        assertThat(complete(listener, lastId(), WskInspectAccept)).isEqualTo(NtStatus.STATUS_SUCCESS);

        assertThat(request.answer()).isEqualTo("rejected");
    }

    @Test
    @Tag("EVT-INS-16")
    @Tag("C-01")
    void itNeedsABoundListenerInConditionalMode() {
        InspectId any = new InspectId(1, 1);
        ListenSocket unbound = bench.create(ListenSocket.class, SocketCategory.LISTEN, client.conditionalTable);

        assertThat(complete(unbound, any, WskInspectAccept)).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        assertThat(complete(bench.listening(), any, WskInspectAccept))
                .isEqualTo(NtStatus.STATUS_INVALID_DEVICE_REQUEST);
    }

    @Test
    void theIrpIsRequired() {
        ListenSocket listener = bench.conditional();
        ScriptedRequest request = pended();

        assertThat(listener.dispatch().inspectComplete(lastId(), WskInspectAccept, null))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(request.answer()).isNull();
    }

    @Test
    @Tag("EVT-INS-19")
    void anAnswerThatComesBeforePendIsReturnedCountsThen() {
        ListenSocket listener = bench.conditional();
        for (InspectAction early : List.of(WskInspectAccept, WskInspectReject)) {
            client.onInspect.add(id -> {
                assertThat(listener.dispatch().inspectComplete(id, early, new ClientIrp().irp()))
                        .isEqualTo(NtStatus.STATUS_SUCCESS);
                assertThat(listener.dispatch().inspectComplete(id, WskInspectReject, new ClientIrp().irp()))
                        .isEqualTo(NtStatus.STATUS_SUCCESS);
                return WskInspectPend;
            });
        }
        ScriptedRequest first = bench.transport.listener(0).peerRequests();
        ScriptedRequest second = bench.transport.listener(0).peerRequests();
        bench.run();

        assertThat(first.isEstablished()).isTrue();
        assertThat(second.answer()).isEqualTo("rejected");
    }

    @Test
    @Tag("EVT-INS-19")
    void whatTheCallbackReturnsWinsOverAnEarlyAnswerUnlessItIsPend() {
        ListenSocket listener = bench.conditional();
        client.onInspect.add(id -> {
            listener.dispatch().inspectComplete(id, WskInspectAccept, new ClientIrp().irp());
            return WskInspectReject;
        });

        ScriptedRequest request = bench.transport.listener(0).peerRequests();
        bench.run();

        assertThat(request.answer()).isEqualTo("rejected");
    }

    /** Requests come, wait, are answered at any moment or given up, and at last the listener closes or dies: each id ends once, and abort goes with ABORTED only. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    @Tag("EVT-INS-17")
    @Tag("EVT-ABT-02")
    void everyIdEndsInExactlyOneOfAcceptedRejectedAborted(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ListenSocket listener = bench.conditional();
        if (random.nextBoolean()) {
            bench.enable(listener, WSK_EVENT_ACCEPT);
        }
        List<ScriptedRequest> requests = new ArrayList<>();
        List<DeferredReturn> held = new ArrayList<>();
        InspectAction[] actions = InspectAction.values();
        for (int step = 0; step < 400; step++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    InspectAction action = actions[random.nextInt(actions.length)];
                    boolean holds = random.nextInt(4) == 0;
                    client.onInspect.add(id -> {
                        if (holds) {
                            held.add(listener.deferReturn());
                        }
                        return action;
                    });
                    requests.add(bench.transport.listener(0).peerRequests().slowly());
                }
                case 2 -> any(requests, random).ifPresent(ScriptedRequest::drops);
                case 3 ->
                    any(requests, random)
                            .filter(each -> "accepted".equals(each.answer()))
                            .ifPresent(ScriptedRequest::handshakeEnds);
                case 4 ->
                    any(client.inspected, random)
                            .ifPresent(id -> listener.dispatch()
                                    .inspectComplete(id, actions[random.nextInt(2)], new ClientIrp().irp()));
                default -> any(held, random).ifPresent(each -> each.complete(actions[random.nextInt(actions.length)]));
            }
            if (random.nextBoolean()) {
                bench.run();
            }
        }
        bench.run();
        if (random.nextBoolean()) {
            bench.transport.listener(0).fails();
        } else {
            bench.close(listener, new ClientIrp());
        }
        bench.run();
        held.forEach(each -> each.complete(WskInspectAccept));
        bench.run();

        assertEachEndedOnce(requests.size());
    }

    private void assertEachEndedOnce(int requests) {
        Map<Integer, InspectionOutcome> ends = new HashMap<>();
        int opened = 0;
        for (TraceRecord record : TraceAssert.records(bench.log)) {
            if (record instanceof TraceRecord.ConnectionRequested) {
                opened++;
            } else if (record instanceof TraceRecord.InspectionEnded ended) {
                assertThat(ends.put(ended.inspection(), ended.outcome()))
                        .as("id %d ended before", ended.inspection())
                        .isNull();
            }
        }
        assertThat(opened).isEqualTo(requests);
        assertThat(ends).hasSize(requests);
        assertThat(ends.values()).contains(InspectionOutcome.values());
        assertThat(client.aborted).doesNotHaveDuplicates();
        for (InspectId id : client.aborted) {
            assertThat(ends).containsEntry(id.serialNumber(), InspectionOutcome.ABORTED);
            assertThat(client.inspected).contains(id);
        }
        for (ConnectionSocket accepted : client.acceptedSockets) {
            InspectId id = idOf(accepted);
            assertThat(ends).containsEntry(id.serialNumber(), InspectionOutcome.ACCEPTED);
            assertThat(client.inspected).contains(id);
        }
        assertThat(client.acceptedSockets.stream().map(InspectCompleteConformanceTest::idOf))
                .doesNotHaveDuplicates();
        assertThat(client.maxDepth()).isOne();
    }

    private static InspectId idOf(ConnectionSocket accepted) {
        ByteBuffer output = ByteBuffer.allocate(InspectId.SIZE);
        accepted.dispatch()
                .controlSocket(
                        ControlParameters.query(ControlCode.SIO_WSK_QUERY_INSPECT_ID, output, new OutputSizeReturned()),
                        null);
        return InspectId.readFrom(output);
    }

    private static <T> Optional<T> any(List<T> list, SplittableRandom random) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
    }
}
