package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.nt.NtStatus.STATUS_ADDRESS_ALREADY_EXISTS;
import static org.wskscope.engine.nt.NtStatus.STATUS_CANCELLED;
import static org.wskscope.engine.nt.NtStatus.STATUS_PENDING;
import static org.wskscope.engine.nt.NtStatus.STATUS_SUCCESS;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.StreamSocket;
import org.wskscope.engine.wsk.WskFunction;

/** The WDK page nc-wsk-pfn_wsk_bind: binds that fail, and sockets that are closed between the steps of a bind. */
@PlayedByHand("the test stands between the call, the transport and its answer")
class BindByHandTest {
    private final KernelBench bench = new KernelBench();

    private ConnectionSocket connection() {
        return bench.create(ConnectionSocket.class, SocketCategory.CONNECTION, bench.client.connectionTable);
    }

    private ListenSocket listener() {
        return bench.create(ListenSocket.class, SocketCategory.LISTEN, bench.client.listenTable);
    }

    @Test
    @Tag("API-IRP-01")
    void aConnectionWhoseBindFailsGivesTheEndpointBackAndMayTryAgain() {
        ConnectionSocket socket = connection();
        ClientIrp failing = new ClientIrp();
        ClientIrp again = new ClientIrp();
        bench.transport.failNext(STATUS_ADDRESS_ALREADY_EXISTS);
        socket.dispatch().bind(KernelBench.ANY_PORT, 0, failing.irp());
        bench.run();
        assertThat(failing.status()).isEqualTo(STATUS_ADDRESS_ALREADY_EXISTS);
        assertThat(failing.completions()).isEqualTo(1);
        assertThat(bench.transport.stream(0).isClosed()).isTrue();

        socket.dispatch().bind(KernelBench.ANY_PORT, 0, again.irp());
        bench.run();

        assertThat(again.status()).isEqualTo(STATUS_SUCCESS);
        assertThat(bench.transport.stream(1).isClosed()).isFalse();
    }

    @Test
    @Tag("API-IRP-01")
    void aListenerAndADatagramSocketWhoseBindFailsGiveTheirEndpointsBack() {
        ClientIrp listening = new ClientIrp();
        ClientIrp receiving = new ClientIrp();
        bench.transport.failNext(STATUS_ADDRESS_ALREADY_EXISTS);
        listener().dispatch().bind(KernelBench.ANY_PORT, 0, listening.irp());
        bench.run();
        bench.transport.failNext(STATUS_ADDRESS_ALREADY_EXISTS);
        bench.create(DatagramSocket.class, SocketCategory.DATAGRAM, bench.client.datagramTable)
                .dispatch()
                .bind(KernelBench.ANY_PORT, 0, receiving.irp());
        bench.run();

        assertThat(listening.status()).isEqualTo(STATUS_ADDRESS_ALREADY_EXISTS);
        assertThat(receiving.status()).isEqualTo(STATUS_ADDRESS_ALREADY_EXISTS);
        assertThat(bench.transport.listener(0).isClosed()).isTrue();
        assertThat(bench.transport.datagramSocket(0).isClosed()).isTrue();
    }

    @Test
    @Tag("API-SCK-02")
    @Tag("API-IRP-01")
    void aSocketConnectWhoseBindFailsLeavesNoSocket() {
        ClientIrp connecting = new ClientIrp();
        bench.transport.failNext(STATUS_ADDRESS_ALREADY_EXISTS);

        bench.provider.socketConnect(
                KernelBench.parameters(SocketCategory.CONNECTION, "ctx", bench.client.connectionTable),
                KernelBench.ANY_PORT,
                KernelBench.PEER,
                connecting.irp());
        bench.run();

        assertThat(connecting.status()).isEqualTo(STATUS_ADDRESS_ALREADY_EXISTS);
        assertThat(connecting.completions()).isEqualTo(1);
        assertThat(bench.wsk.openSocketCount()).isZero();
        assertThat(bench.transport.stream(0).isClosed()).isTrue();
    }

    @Test
    void theLogLeadsFromTheBoundAddressToTheCallAndFromTheConnectionToItsCall() {
        bench.connected();

        assertThat(TraceAssert.records(bench.log, TraceRecord.SocketBound.class).get(0))
                .extracting(record -> record.head().cause())
                .isEqualTo(called(WskFunction.WSK_BIND));
        assertThat(TraceAssert.records(bench.log, TraceRecord.SocketConnected.class))
                .extracting(record -> record.head().cause())
                .containsExactly(called(WskFunction.WSK_CONNECT));
    }

    private long called(WskFunction function) {
        return TraceAssert.records(bench.log, TraceRecord.FunctionCalled.class).stream()
                .filter(record -> record.function() == function)
                .findFirst()
                .orElseThrow()
                .head()
                .sequence();
    }

    @Test
    @Tag("API-CLO-01")
    void closingAConnectionThatBindsCancelsTheBind() {
        ConnectionSocket socket = connection();
        ClientIrp binding = new ClientIrp();
        ClientIrp closing = new ClientIrp();
        socket.dispatch().bind(KernelBench.ANY_PORT, 0, binding.irp());

        bench.close(socket, closing);
        bench.run();

        assertThat(binding.status()).isEqualTo(STATUS_CANCELLED);
        assertThat(closing.status()).isEqualTo(STATUS_SUCCESS);
        assertThat(bench.wsk.openSocketCount()).isZero();
    }

    @Test
    @Tag("API-CLO-01")
    @Tag("API-CLO-07")
    void aListenerClosedWhileTheTransportBindsIsClosedWhenTheTransportIsDone() {
        ListenSocket socket = listener();
        ClientIrp binding = new ClientIrp();
        boolean[] endpointClosed = new boolean[1];
        ClientIrp closing = new ClientIrp()
                .then(() -> endpointClosed[0] = bench.transport.listener(0).isClosed());
        NtStatus[] answer = new NtStatus[1];
        socket.dispatch().bind(KernelBench.ANY_PORT, 0, binding.irp());
        bench.transport.processor(0).execute(() -> answer[0] = bench.close(socket, closing));

        bench.run();

        assertThat(binding.status()).isEqualTo(STATUS_CANCELLED);
        assertThat(answer[0]).isEqualTo(STATUS_PENDING);
        assertThat(closing.status()).isEqualTo(STATUS_SUCCESS);
        assertThat(endpointClosed[0]).isTrue();
        assertThat(bench.wsk.openSocketCount()).isZero();
    }

    @Test
    @Tag("API-CLO-07")
    @Tag("API-SCK-04")
    void aStreamSocketClosedWhileItBeginsToListenIsClosedWhenItsEndpointIs() {
        StreamSocket socket = bench.create(StreamSocket.class, SocketCategory.STREAM, null);
        socket.dispatch().bind(KernelBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
        ClientIrp listening = new ClientIrp();
        boolean[] endpointClosed = new boolean[1];
        ClientIrp closing = new ClientIrp()
                .then(() -> endpointClosed[0] = bench.transport.stream(0).isClosed());
        socket.dispatch().listen(listening.irp());

        NtStatus answer = bench.close(socket, closing);
        assertThat(listening.status()).isEqualTo(STATUS_CANCELLED);
        bench.run();

        assertThat(answer).isEqualTo(STATUS_PENDING);
        assertThat(closing.status()).isEqualTo(STATUS_SUCCESS);
        assertThat(endpointClosed[0]).isTrue();
        assertThat(bench.wsk.openSocketCount()).isZero();
    }
}
