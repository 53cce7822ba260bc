package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.irpCompleted;
import static org.wskscope.engine.testkit.RecordMatchers.violationAbout;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE_FROM;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.TestClient.Held;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.ReceivedFrom;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskFunction;

/** The WDK page nc-wsk-pfn_wsk_receive_from, and how requests and the queue of a datagram socket go together. */
@PlayedByHand("the test says when each datagram comes")
class DatagramRequestsConformanceTest {
    private final KernelBench bench = new KernelBench();
    private final DatagramSocket socket = bench.datagrams();

    private void peerSends(String... texts) {
        peerSends(bench, texts);
    }

    private static void peerSends(KernelBench to, String... texts) {
        to.transport.datagramSocket(0).peerSends(texts);
        to.run();
    }

    /** What one {@code WskReceiveFrom} is given, at once. */
    private static String receive(DatagramSocket from) {
        byte[] buffer = new byte[200];
        ClientIrp irp = new ClientIrp();
        NtStatus answer = from.dispatch().receiveFrom(WskBuf.of(buffer), 0, irp.irp());
        assertThat(answer).isEqualTo(NtStatus.STATUS_SUCCESS);
        return new String(buffer, 0, (int) irp.information(), StandardCharsets.UTF_8);
    }

    private ClientIrp pendReceive() {
        ClientIrp irp = new ClientIrp();
        assertThat(socket.dispatch().receiveFrom(WskBuf.of(new byte[8]), 0, irp.irp()))
                .isEqualTo(NtStatus.STATUS_PENDING);
        return irp;
    }

    @Test
    @Tag("API-IRP-11")
    @Tag("API-IRP-12")
    void aCancelledReceiveLeavesTheDatagramToTheNextOne() {
        ClientIrp first = pendReceive();
        ClientIrp second = pendReceive();

        assertThat(first.irp().cancel()).isTrue();
        peerSends("d1");

        assertThat(first.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertCompletedOnce(first);
        assertThat(second.information()).isEqualTo(2);
        TraceAssert.assertThat(bench.log)
                .containsTimes(1, irpCompleted(WskFunction.WSK_RECEIVE_FROM, NtStatus.STATUS_SUCCESS, 2));
    }

    @Test
    @Tag("API-IRP-11")
    void aCancelledBindCompletesOnce() {
        DatagramSocket fresh = bench.create(DatagramSocket.class, SocketCategory.DATAGRAM, bench.client.datagramTable);
        ClientIrp irp = new ClientIrp();
        fresh.dispatch().bind(KernelBench.ANY_PORT, 0, irp.irp());

        irp.irp().cancel();
        bench.run();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertCompletedOnce(irp);
    }

    private void assertCompletedOnce(ClientIrp irp) {
        assertThat(irp.completions()).isEqualTo(1);
        assertThat(TraceAssert.records(bench.log, TraceRecord.IrpCompleted.class))
                .filteredOn(record -> record.irp() == irp.irp().number())
                .hasSize(1);
    }

    @Test
    @Tag("API-IRP-11")
    @Tag("CTL-ECB-09")
    void aCancelledDisableCompletesOnceAndTheEventGoesOffAllTheSame() {
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        Held held = bench.client.holdNextReceiveFrom(socket);
        peerSends("d1");
        ClientIrp disable = new ClientIrp();
        bench.disable(socket, WSK_EVENT_RECEIVE_FROM, disable.irp());

        disable.irp().cancel();
        held.release(NtStatus.STATUS_SUCCESS);
        bench.run();
        peerSends("d2");

        assertThat(disable.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertCompletedOnce(disable);
        assertThat(bench.client.calls).containsExactly("receiveFrom d1");
    }

    @Test
    @Tag("API-CLO-01")
    @Tag("API-CLO-10")
    void closeCancelsWhatPendsAndCompletesWhenTheEndpointIsClosed() {
        List<ClientIrp> pending = new ArrayList<>(List.of(pendReceive(), pendReceive(), new ClientIrp()));
        socket.dispatch()
                .sendTo(WskBuf.of("x"), 0, KernelBench.PEER, pending.get(2).irp());
        ClientIrp close = new ClientIrp();

        NtStatus answer = bench.close(socket, close);

        assertThat(answer).isEqualTo(NtStatus.STATUS_PENDING);
        assertThat(pending).extracting(ClientIrp::status).containsOnly(NtStatus.STATUS_CANCELLED);
        assertThat(close.isCompleted()).isFalse();
        bench.run();
        assertThat(close.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(pending).extracting(ClientIrp::completions).containsOnly(1);
        assertThat(bench.transport.datagramSocket(0).isClosed()).isTrue();
    }

    @Test
    @Tag("API-CLO-01")
    void closeCancelsABindThatIsUnderWay() {
        DatagramSocket fresh = bench.create(DatagramSocket.class, SocketCategory.DATAGRAM, bench.client.datagramTable);
        ClientIrp bind = new ClientIrp();
        fresh.dispatch().bind(KernelBench.ANY_PORT, 0, bind.irp());
        ClientIrp close = new ClientIrp();

        bench.close(fresh, close);
        bench.run();

        assertThat(bind.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertCompletedOnce(bind);
        assertThat(close.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("VIO-09")
    @Tag("API-IRP-09")
    void aBufferTakenAwayFromAPendingReceiveIsNotedAndTheNextRequestGetsTheDatagram() {
        ByteBuffer memory = ByteBuffer.allocate(8);
        ClientIrp robbed = new ClientIrp();
        socket.dispatch().receiveFrom(new WskBuf(new Mdl(memory, null), 0, 8), 0, robbed.irp());
        long called = TraceAssert.records(bench.log, TraceRecord.FunctionCalled.class).stream()
                .filter(record -> record.function() == WskFunction.WSK_RECEIVE_FROM)
                .mapToLong(record -> record.head().sequence())
                .max()
                .orElseThrow();
        ClientIrp next = pendReceive();

        memory.limit(2);
        peerSends("d1");

        assertThat(robbed.status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertCompletedOnce(robbed);
        assertThat(next.information()).isEqualTo(2);
        TraceAssert.assertThat(bench.log).containsInOrder(violationAbout(Violation.IRP_REUSED_WHILE_PENDING, called));
    }

    @Test
    @Tag("API-RCV-07")
    void aDatagramThatFitsExactlyIsNotTruncated() {
        peerSends("0123");
        ClientIrp irp = new ClientIrp();

        socket.dispatch().receiveFrom(WskBuf.of(new byte[4]), 0, irp.irp());

        assertThat(irp.information()).isEqualTo(4);
        assertThat(irp.pointer(ReceivedFrom.class).flags().bits()).isZero();
    }

    @Test
    @Tag("THR-15")
    void manyReceivesEachPostedInTheRoutineOfTheOneBeforeStayShallowAndGetEveryDatagram() {
        int count = 30;
        for (int i = 0; i < count; i++) {
            peerSends("d" + (10 + i));
        }
        StringBuilder got = new StringBuilder();
        int[] depth = new int[2];
        Runnable[] post = new Runnable[1];
        post[0] = () -> {
            byte[] buffer = new byte[3];
            ClientIrp irp = new ClientIrp();
            irp.then(() -> {
                depth[0]++;
                depth[1] = Math.max(depth[0], depth[1]);
                got.append(new String(buffer, StandardCharsets.UTF_8));
                post[0].run();
                depth[0]--;
            });
            socket.dispatch().receiveFrom(WskBuf.of(buffer), 0, irp.irp());
        };

        post[0].run();
        bench.run();

        assertThat(got).hasSize(3 * count).startsWith("d10d11d12").endsWith("d38d39");
        assertThat(depth[1]).isLessThanOrEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0x103, 0xC000021B})
    @Tag("EVT-RFR-10")
    void aRequestIsServedAgainOnceTheCallHasReturnedWhateverItAnswered(int code) {
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        bench.client.onReceiveFrom.add(list -> NtStatus.of(code));
        peerSends("d1");
        bench.disable(socket, WSK_EVENT_RECEIVE_FROM, null);
        peerSends("d2");

        boolean kept = NtStatus.of(code).equals(NtStatus.STATUS_DATA_NOT_ACCEPTED);

        assertThat(receive(socket)).isEqualTo(kept ? "d1" : "d2");
        assertThat(bench.client.calls).containsExactly("receiveFrom d1");
    }

    @Test
    @Tag("EVT-RFR-09")
    @Tag("EVT-RFR-10")
    void aRequestIsServedAgainAfterAListWasRefusedUnderStaticEnabling() {
        KernelBench statically = new KernelBench();
        ControlParameters mask = ControlParameters.eventCallback(EventMask.of(WSK_EVENT_RECEIVE_FROM));
        statically.provider.controlClient(
                new ControlParameters(
                        mask.requestType(),
                        ControlCode.WSK_SET_STATIC_EVENT_CALLBACKS,
                        0,
                        mask.inputSize(),
                        mask.inputBuffer(),
                        0,
                        null),
                null);
        DatagramSocket datagrams = statically.datagrams();
        statically.client.onReceiveFrom.add(list -> NtStatus.STATUS_DATA_NOT_ACCEPTED);
        peerSends(statically, "d1");
        ClientIrp irp = new ClientIrp();
        datagrams.dispatch().receiveFrom(WskBuf.of(new byte[8]), 0, irp.irp());

        peerSends(statically, "d2");

        assertThat(irp.information()).isEqualTo(2);
        assertThat(statically.client.calls).containsExactly("receiveFrom d1");
    }

    @Test
    @Tag("EVT-RFR-07")
    @Tag("EVT-RFR-10")
    void aRequestWaitsWhileAListIsOutThatMayComeBackAndIsOlder() {
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        Held held = bench.client.holdNextReceiveFrom(socket);
        peerSends("d1");
        peerSends("d2");
        byte[] buffer = new byte[2];
        ClientIrp irp = new ClientIrp();
        assertThat(socket.dispatch().receiveFrom(WskBuf.of(buffer), 0, irp.irp()))
                .isEqualTo(NtStatus.STATUS_PENDING);

        held.release(NtStatus.STATUS_DATA_NOT_ACCEPTED);
        bench.run();

        assertThat(new String(buffer, StandardCharsets.UTF_8)).isEqualTo("d1");
        assertThat(receive(socket)).isEqualTo("d2");
    }

    private static final String HUNDRED = "x".repeat(100);

    /** Each datagram costs its bytes and 64. */
    @ParameterizedTest
    @ValueSource(ints = {328, 327})
    @Tag("EVT-RFR-14")
    @Tag("C-13")
    void theQueueTakesWhatFitsExactly(int limit) {
        KernelBench small = new KernelBench(KernelOptions.defaults().withReceiveBufferBytes(limit));
        DatagramSocket datagrams = small.datagrams();

        peerSends(small, HUNDRED, HUNDRED, "3");
        small.enable(datagrams, WSK_EVENT_RECEIVE_FROM);
        small.run();

        assertThat(small.client.calls)
                .containsExactly(
                        limit == 328 ? "receiveFrom " + HUNDRED + "," + HUNDRED : "receiveFrom " + HUNDRED + ",3");
    }

    @Test
    @Tag("EVT-RFR-14")
    @Tag("C-13")
    void whatWasTakenMakesRoom() {
        KernelBench small = new KernelBench(KernelOptions.defaults().withReceiveBufferBytes(328));
        DatagramSocket datagrams = small.datagrams();

        for (int round = 0; round < 3; round++) {
            peerSends(small, HUNDRED, HUNDRED, "too much");
            assertThat(List.of(receive(datagrams), receive(datagrams))).containsOnly(HUNDRED);
        }

        assertThat(TraceAssert.records(small.log, TraceRecord.DatagramDropped.class))
                .extracting(TraceRecord.DatagramDropped::total)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    @Tag("EVT-RFR-06")
    @Tag("EVT-RFR-14")
    @Tag("C-13")
    void aRefusedListTakesItsRoomAgain() {
        KernelBench small = new KernelBench(KernelOptions.defaults().withReceiveBufferBytes(328));
        DatagramSocket datagrams = small.datagrams();
        peerSends(small, HUNDRED, HUNDRED);
        small.client.onReceiveFrom.add(list -> NtStatus.STATUS_DATA_NOT_ACCEPTED);
        small.enable(datagrams, WSK_EVENT_RECEIVE_FROM);
        small.run();

        peerSends(small, "too much");
        assertThat(receive(datagrams)).isEqualTo(HUNDRED);
        peerSends(small, "fits");

        assertThat(receive(datagrams)).isEqualTo(HUNDRED);
        assertThat(receive(datagrams)).isEqualTo("fits");
        assertThat(TraceAssert.records(small.log, TraceRecord.DatagramDropped.class))
                .extracting(TraceRecord.DatagramDropped::bytes)
                .containsExactly(8);
    }
}
