package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.wskscope.engine.testkit.RecordMatchers.callbackReturned;
import static org.wskscope.engine.testkit.RecordMatchers.irpCompleted;
import static org.wskscope.engine.testkit.RecordMatchers.record;
import static org.wskscope.engine.testkit.RecordMatchers.violationFound;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE_FROM;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.TestClient;
import org.wskscope.engine.testkit.TestClient.Held;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.trace.BufferReason;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.DatagramIndication;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.KernelCalls;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskFunction;

/** The option {@code parallelDatagram}: receive-from calls of one socket are serial by default and overlap with it (C-15, EVT-RFR-15, section 5.3). */
@Tag("C-15")
@PlayedByHand("the test decides which processor runs next")
class ParallelDatagramConformanceTest {
    private static final int PROCESSORS = 3;

    private final KernelBench bench = new KernelBench(KernelOptions.defaults().withParallelDatagram(true), PROCESSORS);
    private final TestClient client = bench.client;
    private final DatagramSocket socket = bench.datagrams();

    private void peerSends(String... texts) {
        bench.transport.datagramSocket(0).peerSends(texts);
        bench.run();
    }

    private List<Held> holdThree() {
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        List<Held> held = IntStream.range(0, PROCESSORS)
                .mapToObj(call -> client.holdNextReceiveFrom(socket))
                .toList();
        peerSends("d1", "d2", "d3");
        return held;
    }

    private void release(Held held, NtStatus status) {
        held.release(status);
        bench.run();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Tag("EVT-RFR-15")
    void callsAreSerialUnlessTheyMayBeParallel(boolean parallel) {
        KernelBench chosen = new KernelBench(KernelOptions.defaults().withParallelDatagram(parallel), PROCESSORS);
        DatagramSocket datagrams = chosen.datagrams();
        chosen.enable(datagrams, WSK_EVENT_RECEIVE_FROM);
        List<Held> held =
                List.of(chosen.client.holdNextReceiveFrom(datagrams), chosen.client.holdNextReceiveFrom(datagrams));
        chosen.transport.datagramSocket(0).peerSends("d1");
        chosen.run();
        chosen.transport.datagramSocket(0).peerSends("d2");
        chosen.run();

        assertThat(held).extracting(Held::isInFlight).containsExactly(true, parallel);
        assertThat(KernelOptions.defaults().parallelDatagram()).isFalse();
    }

    @Test
    @Tag("EVT-RFR-15")
    void aBurstIsSharedOutOverAllProcessors() {
        holdThree();

        assertThat(client.calls).containsExactlyInAnyOrder("receiveFrom d1", "receiveFrom d2", "receiveFrom d3");
        assertThat(TraceAssert.records(bench.log))
                .filteredOn(TraceRecord.CallbackEntered.class::isInstance)
                .extracting(record -> record.head().processor())
                .containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void aLongBurstIsSharedOutEvenly() {
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        for (int call = 0; call < PROCESSORS; call++) {
            client.holdNextReceiveFrom(socket);
        }

        peerSends("d1", "d2", "d3", "d4", "d5", "d6", "d7");

        assertThat(client.calls)
                .containsExactlyInAnyOrder("receiveFrom d1,d2,d3", "receiveFrom d4,d5", "receiveFrom d6,d7");
    }

    @Test
    void aDatagramIsSaidToWaitOnlyWhenNoProcessorIsFree() {
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        for (int call = 0; call < PROCESSORS; call++) {
            client.holdNextReceiveFrom(socket);
        }
        peerSends("d1");
        peerSends("d2");
        peerSends("d3");
        assertThat(TraceAssert.records(bench.log, TraceRecord.IndicationBuffered.class))
                .isEmpty();

        peerSends("d4");

        assertThat(TraceAssert.records(bench.log, TraceRecord.IndicationBuffered.class))
                .extracting(TraceRecord.IndicationBuffered::queued, TraceRecord.IndicationBuffered::reason)
                .containsExactly(tuple(1L, BufferReason.CALLBACK_IN_FLIGHT));
    }

    @Test
    @Tag("EVT-RFR-15")
    void whatArrivesWhileEveryProcessorIsBusyWaitsForTheFirstThatIsFree() {
        List<Held> held = holdThree();
        peerSends("d4", "d5");
        assertThat(client.calls).hasSize(3);

        release(held.get(1), NtStatus.STATUS_SUCCESS);

        assertThat(client.calls).hasSize(4).endsWith("receiveFrom d4,d5");
    }

    @Test
    @Tag("CTL-ECB-09")
    @Tag("CTL-ECB-28")
    void aDisableIsReportedWhenTheLastOfAllCallsHasReturned() {
        List<Held> held = holdThree();
        ClientIrp disable = new ClientIrp();

        assertThat(bench.disable(socket, WSK_EVENT_RECEIVE_FROM, disable.irp())).isEqualTo(NtStatus.STATUS_PENDING);
        peerSends("d4");
        release(held.get(2), NtStatus.STATUS_SUCCESS);
        release(held.get(0), NtStatus.STATUS_SUCCESS);
        assertThat(disable.isCompleted()).isFalse();
        release(held.get(1), NtStatus.STATUS_SUCCESS);

        assertThat(disable.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(client.calls).hasSize(3);
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        record(
                                TraceRecord.CallbackDisableRequested.class,
                                "three in progress",
                                requested -> requested.inProgress() == 3),
                        callbackReturned(WSK_EVENT_RECEIVE_FROM, NtStatus.STATUS_SUCCESS),
                        callbackReturned(WSK_EVENT_RECEIVE_FROM, NtStatus.STATUS_SUCCESS),
                        callbackReturned(WSK_EVENT_RECEIVE_FROM, NtStatus.STATUS_SUCCESS),
                        irpCompleted(WskFunction.WSK_CONTROL_SOCKET, NtStatus.STATUS_SUCCESS, 0));
    }

    @Test
    @Tag("API-CLO-02")
    void closeWaitsForAllCalls() {
        List<Held> held = holdThree();
        ClientIrp close = new ClientIrp();

        assertThat(bench.close(socket, close)).isEqualTo(NtStatus.STATUS_PENDING);
        bench.run();
        release(held.get(0), NtStatus.STATUS_SUCCESS);
        release(held.get(2), NtStatus.STATUS_SUCCESS);
        assertThat(close.isCompleted()).isFalse();
        release(held.get(1), NtStatus.STATUS_SUCCESS);

        assertThat(close.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.wsk.openSocketCount()).isZero();
    }

    @Test
    @Tag("CTL-ECB-21")
    void duringADisableAlsoAFreeProcessorBeginsNoCall() {
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        Held held = client.holdNextReceiveFrom(socket);
        peerSends("d1");
        ClientIrp disable = new ClientIrp();

        assertThat(bench.disable(socket, WSK_EVENT_RECEIVE_FROM, disable.irp())).isEqualTo(NtStatus.STATUS_PENDING);
        peerSends("d2", "d3");
        assertThat(client.calls).containsExactly("receiveFrom d1");
        release(held, NtStatus.STATUS_SUCCESS);

        assertThat(disable.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(client.calls).containsExactly("receiveFrom d1");
    }

    @Test
    void waitingForTheReturnWaitsForAllCalls() {
        List<Held> held = holdThree();
        KernelCalls calls = bench.wsk.kernelCalls();
        bench.transport.runInsideWaits();

        for (Held call : held) {
            assertThat(calls.waitForReturn(socket, WskCallback.RECEIVE_FROM, 0)).isEqualTo(NtStatus.STATUS_TIMEOUT);
            assertThat(calls.waitForReturn(socket, WskCallback.RECEIVE_FROM, KernelCalls.NO_TIMEOUT))
                    .isEqualTo(NtStatus.STATUS_POSSIBLE_DEADLOCK);
            call.release(NtStatus.STATUS_SUCCESS);
        }

        assertThat(calls.waitForReturn(socket, WskCallback.RECEIVE_FROM, KernelCalls.NO_TIMEOUT))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("EVT-RFR-06")
    @Tag("EVT-RFR-07")
    void refusedListsGoBackToTheirPlacesInTheQueue() {
        List<Held> held = holdThree();
        int oldest = client.calls.indexOf("receiveFrom d1");
        peerSends("d4");

        release(held.get(oldest), NtStatus.STATUS_DATA_NOT_ACCEPTED);
        for (int call = 0; call < PROCESSORS; call++) {
            if (call != oldest) {
                release(held.get(call), NtStatus.STATUS_DATA_NOT_ACCEPTED);
            }
        }
        assertThat(client.calls).hasSize(3);
        ClientIrp[] irps = new ClientIrp[4];
        StringBuilder order = new StringBuilder();
        for (int i = 0; i < irps.length; i++) {
            byte[] buffer = new byte[2];
            irps[i] = new ClientIrp();
            socket.dispatch().receiveFrom(WskBuf.of(buffer), 0, irps[i].irp());
            order.append(new String(buffer, java.nio.charset.StandardCharsets.UTF_8));
        }

        assertThat(order).hasToString("d1d2d3d4");
    }

    @Test
    @Tag("CTL-ECB-28")
    void aDisableAfterARefusalStillWaitsForTheOtherCalls() {
        List<Held> held = holdThree();
        release(held.get(0), NtStatus.STATUS_DATA_NOT_ACCEPTED);
        ClientIrp disable = new ClientIrp();

        assertThat(bench.disable(socket, WSK_EVENT_RECEIVE_FROM, disable.irp())).isEqualTo(NtStatus.STATUS_PENDING);
        release(held.get(1), NtStatus.STATUS_SUCCESS);
        assertThat(disable.isCompleted()).isFalse();
        release(held.get(2), NtStatus.STATUS_SUCCESS);

        assertThat(disable.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("EVT-RFR-05")
    @Tag("API-REL-05")
    void listsRetainedByParallelCallsAreReleasedOneByOne() {
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        List<DatagramIndication> lists = new ArrayList<>();
        List<NtStatus> answers = new ArrayList<>();
        for (int call = 0; call < PROCESSORS; call++) {
            client.onReceiveFrom.add(list -> {
                lists.add(list);
                if (lists.size() == 2) {
                    answers.add(socket.dispatch().release(list));
                }
                return NtStatus.STATUS_PENDING;
            });
        }
        peerSends("d1", "d2", "d3");

        lists.forEach(list -> answers.add(socket.dispatch().release(list)));

        assertThat(answers)
                .containsExactly(
                        NtStatus.STATUS_SUCCESS,
                        NtStatus.STATUS_SUCCESS,
                        NtStatus.STATUS_INVALID_PARAMETER,
                        NtStatus.STATUS_SUCCESS);
        TraceAssert.assertThat(bench.log).containsTimes(1, violationFound(Violation.LIST_RELEASED_TWICE));
    }

    @Test
    @Tag("EVT-RFR-10")
    void aRequestTakesADatagramBeforeTheEventAlsoWhileCallsAreInProgress() {
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        client.holdNextReceiveFrom(socket);
        peerSends("d1");
        ClientIrp irp = new ClientIrp();
        byte[] buffer = new byte[2];
        socket.dispatch().receiveFrom(WskBuf.of(buffer), 0, irp.irp());

        peerSends("d2", "d3");

        assertThat(new String(buffer, java.nio.charset.StandardCharsets.UTF_8)).isEqualTo("d2");
        assertThat(client.calls).containsExactly("receiveFrom d1", "receiveFrom d3");
    }

    @Test
    @Tag("EVT-RFR-11")
    void theDeathOfTheSocketIsReportedOnce() {
        List<Held> held = holdThree();

        bench.transport.datagramSocket(0).fails();
        bench.run();
        held.forEach(call -> release(call, NtStatus.STATUS_SUCCESS));

        assertThat(client.calls).hasSize(PROCESSORS + 1).containsOnlyOnce("receiveFrom NULL");
    }

    @Test
    @Tag("C-40")
    void aCallThatDoesNotRunOnThisThreadCannotBeDeferredFromIt() {
        holdThree();

        org.assertj.core.api.Assertions.assertThatIllegalStateException().isThrownBy(socket::deferReturn);
    }
}
