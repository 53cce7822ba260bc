package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.callbackReturned;
import static org.wskscope.engine.testkit.RecordMatchers.irpCompleted;
import static org.wskscope.engine.testkit.RecordMatchers.record;
import static org.wskscope.engine.testkit.RecordMatchers.violationFound;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_SEND_BACKLOG;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.OnlyInMemory;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.DisconnectFlags;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskFunction;
import org.wskscope.engine.wsk.WskSocket;

/** The WDK page nc-wsk-pfn_wsk_close_socket; scenarios SCN-19 and SCN-20. */
@OnEveryNetwork
class CloseSocketConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    CloseSocketConformanceTest(Network network) {
        bench = new NetworkBench(network);
    }

    @Test
    @Tag("API-CLO-01")
    @Tag("API-CLO-02")
    @Tag("API-CLO-06")
    @Tag("API-CLO-07")
    @Tag("API-CLO-08")
    @Tag("C-30")
    @Tag("API-CLO-10")
    @Tag("SCN-20")
    void closeCancelsRequestsAndCompletesAfterTheCallbackInFlight() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_SEND_BACKLOG, WSK_EVENT_RECEIVE);
        DeferredReturn[] held = new DeferredReturn[1];
        bench.client.onBacklog = () -> held[0] = socket.deferReturn();
        ClientIrp receiving = new ClientIrp();
        bench.receive(socket, new byte[8], receiving);
        bench.wsk.setIdealSendBacklog(socket.id(), 100);
        bench.run();
        ClientIrp closing = new ClientIrp();

        NtStatus answer = bench.close(socket, closing);
        bench.peer().sends("x");
        bench.run();
        boolean closedEarly = closing.isCompleted();
        held[0].complete(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(answer).isEqualTo(NtStatus.STATUS_PENDING);
        assertThat(receiving.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(closedEarly).isFalse();
        assertThat(closing.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.peer().sawReset()).isTrue();
        assertThat(bench.client.calls).containsExactly("backlog 100");
        assertThat(bench.wsk.openSocketCount()).isZero();
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        irpCompleted(WskFunction.WSK_RECEIVE, NtStatus.STATUS_CANCELLED, 0),
                        callbackReturned(WskCallback.SEND_BACKLOG, NtStatus.STATUS_SUCCESS),
                        record(TraceRecord.SocketClosed.class),
                        irpCompleted(WskFunction.WSK_CLOSE_SOCKET, NtStatus.STATUS_SUCCESS, 0));
    }

    @Test
    @Tag("API-CLO-01")
    @Tag("API-CLO-10")
    @Tag("C-31")
    void closeCancelsWhatIsPendingOnSocketsOfEveryCategory() {
        List<String> order = new CopyOnWriteArrayList<>();
        ConnectionSocket connection = bench.connected();
        ClientIrp sending = bench.sendMoreThanFits(connection).then(() -> order.add("send"));
        ClientIrp receiving = new ClientIrp().then(() -> order.add("receive"));
        bench.receive(connection, new byte[1], receiving);
        DatagramSocket datagrams = bench.datagrams();
        ClientIrp receivingFrom = new ClientIrp().then(() -> order.add("receiveFrom"));
        datagrams.dispatch().receiveFrom(WskBuf.of(new byte[1]), 0, receivingFrom.irp());
        ListenSocket listener = bench.listening();
        ClientIrp accepting = new ClientIrp().then(() -> order.add("accept"));
        listener.dispatch().accept(0, null, null, accepting.irp());

        for (WskSocket socket : List.of(connection, datagrams, listener)) {
            ClientIrp closing = new ClientIrp().then(() -> order.add("close"));
            bench.close(socket, closing);
            bench.run();
            assertThat(closing.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        }

        for (ClientIrp pending : List.of(sending, receiving, receivingFrom, accepting)) {
            assertThat(pending.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(pending.completions()).isEqualTo(1);
        }
        assertThat(order.subList(0, 2)).containsExactlyInAnyOrder("send", "receive");
        assertThat(order.subList(2, 7)).containsExactly("close", "receiveFrom", "close", "accept", "close");
    }

    @Test
    @Tag("API-CLO-09")
    @Tag("SCN-19")
    void closeFromInsideACallbackPends() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_DISCONNECT);
        ClientIrp closing = new ClientIrp();
        NtStatus[] answer = new NtStatus[1];
        bench.client.onDisconnect = () -> {
            answer[0] = bench.close(socket, closing);
            assertThat(closing.isCompleted()).isFalse();
        };

        bench.peer().finishes();
        bench.run();

        assertThat(answer[0]).isEqualTo(NtStatus.STATUS_PENDING);
        assertThat(closing.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(closing.pendingReturned()).isTrue();
    }

    @Test
    @Tag("API-CLO-04")
    @Tag("API-OBJ-09")
    @Tag("C-05")
    void useAfterCloseIsAnsweredWithInvalidHandleAndNoted() {
        ConnectionSocket socket = bench.connected();
        bench.close(socket, new ClientIrp());
        ClientIrp late = new ClientIrp();

        NtStatus answer = bench.send(socket, "x", late);

        assertThat(answer).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(late.status()).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        TraceAssert.assertThat(bench.log).containsInOrder(violationFound(Violation.USE_AFTER_CLOSE));
    }

    @Test
    @Tag("API-CLO-11")
    void theCloseIrpIsRequired() {
        ConnectionSocket socket = bench.connected();

        assertThat(socket.dispatch().closeSocket(null)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(bench.close(socket, new ClientIrp())).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("API-CLO-06")
    void aConnectionFinishedOnBothSidesIsClosedInOrder() {
        ConnectionSocket socket = bench.connected();
        bench.peer().finishes();
        socket.dispatch().disconnect(null, DisconnectFlags.GRACEFUL, new ClientIrp().irp());
        bench.run();

        bench.close(socket, new ClientIrp());
        bench.run();

        assertThat(bench.peer().sawReset()).isFalse();
        assertThat(bench.peer().sawFin()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Tag("API-CLO-06")
    void aHalfClosedConnectionIsResetByItsClose(boolean here) {
        ConnectionSocket socket = bench.connected();
        if (here) {
            socket.dispatch().disconnect(null, DisconnectFlags.GRACEFUL, new ClientIrp().irp());
        } else {
            bench.peer().finishes();
        }
        bench.run();
        assertThat(bench.peer().sawFin()).isEqualTo(here);

        assertThat(bench.close(socket, new ClientIrp())).isEqualTo(NtStatus.STATUS_SUCCESS);
        bench.run();
        if (here) {
            // FID-7: behind a FIN the system tells of the reset to who writes.
            for (int i = 0; i < 2; i++) {
                bench.peer().sends("x");
                bench.run();
            }
        }

        assertThat(bench.peer().sawReset()).isTrue();
    }

    @Test
    @Tag("API-CLO-01")
    @OnlyInMemory("real sockets may be bound and connected before the next call")
    void closeWhileBindingOrConnectingCancelsTheRequestAndLeavesNothing() {
        ListenSocket listener = bench.create(ListenSocket.class, SocketCategory.LISTEN, bench.client.listenTable);
        ClientIrp binding = new ClientIrp();
        listener.dispatch().bind(NetworkBench.ANY_PORT, 0, binding.irp());
        ClientIrp closingListener = new ClientIrp();
        bench.close(listener, closingListener);
        ConnectionSocket connecting = bench.bound();
        ClientIrp connect = new ClientIrp();
        connecting.dispatch().connect(bench.peerAddress(), 0, connect.irp());
        ClientIrp closingConnection = new ClientIrp();
        bench.close(connecting, closingConnection);
        bench.run();

        assertThat(binding.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(connect.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(closingListener.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(closingConnection.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.wsk.openSocketCount()).isZero();
    }

    @Test
    @Tag("API-CLO-07")
    void aBoundListenersCloseIrpCompletesWhenItsAddressIsFree() {
        ListenSocket listener = bench.listening();
        InetSocketAddress address = bench.localAddress(listener);
        ListenSocket next = bench.create(ListenSocket.class, SocketCategory.LISTEN, bench.client.listenTable);
        ClientIrp binding = new ClientIrp();
        ClientIrp closing = new ClientIrp().then(() -> next.dispatch().bind(address, 0, binding.irp()));

        NtStatus answer = bench.close(listener, closing);
        bench.run();

        assertThat(answer).isEqualTo(NtStatus.STATUS_PENDING);
        assertThat(closing.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(binding.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("CTL-ECB-09")
    @Tag("C-31")
    void closeEndsADisableThatWaitsForTheCallback() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        var held = bench.client.holdNextReceive(socket);
        bench.peer().sends("A");
        bench.run();
        ClientIrp disabling = new ClientIrp();
        bench.disable(socket, WSK_EVENT_RECEIVE, disabling.irp());
        ClientIrp closing = new ClientIrp();

        bench.close(socket, closing);
        held.release(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(disabling.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(closing.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(disabling.completions() + closing.completions()).isEqualTo(2);
    }
}
