package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.nt.NtStatus.STATUS_INVALID_DEVICE_STATE;
import static org.wskscope.engine.nt.NtStatus.STATUS_SUCCESS;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE_FROM;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.RecordMatchers;
import org.wskscope.engine.testkit.TestClient;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.OnlyOnNetty;
import org.wskscope.engine.testkit.network.PeerEnd;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskClientDatagramDispatch;
import org.wskscope.engine.wsk.WskClientListenDispatch;
import org.wskscope.engine.wsk.WskClientSocketDispatch;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskSocket;

/** The WDK pages winsock-kernel-events and enabling-and-disabling-event-callback-functions: what all events have in common. */
@OnEveryNetwork
class EventsConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    private final TestClient client;

    EventsConformanceTest(Network network) {
        bench = new NetworkBench(network);
        client = bench.client;
    }

    @Test
    @Tag("EVT-GEN-01")
    @Tag("EVT-GEN-13")
    void enabledEventsAreReportedWithoutAnyRequestAndBringTheirOwnBuffers() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT);
        long before = bench.log.size();

        bench.peer().sends("hello");
        bench.run();
        bench.peer().finishes();
        bench.run();

        assertThat(client.calls).containsExactly("receive hello", "disconnect graceful");
        TraceAssert.assertThatFrom(bench.log, before)
                .containsNone(
                        RecordMatchers.record(TraceRecord.FunctionCalled.class),
                        RecordMatchers.record(TraceRecord.IrpPended.class),
                        RecordMatchers.record(TraceRecord.IrpCompleted.class));
    }

    @Test
    @Tag("EVT-GEN-02")
    @Tag("API-OBJ-05")
    void anEchoServerNeedsNoCallback() {
        ListenSocket listener = bench.create(ListenSocket.class, SocketCategory.LISTEN, null);
        listener.dispatch().bind(NetworkBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
        ClientIrp accepting = new ClientIrp();
        listener.dispatch().accept(0, null, null, accepting.irp());
        PeerEnd peer = bench.peerConnects(listener);
        bench.run();
        ConnectionSocket socket = accepting.pointer(ConnectionSocket.class);

        byte[] buffer = new byte[16];
        ClientIrp receiving = receive(socket, buffer);
        peer.sends("hello");
        bench.run();
        String heard = new String(buffer, 0, (int) receiving.information(), StandardCharsets.UTF_8);
        bench.send(socket, heard, new ClientIrp());
        ClientIrp end = receive(socket, buffer);
        peer.finishes();
        bench.run();

        assertThat(peer.received()).isEqualTo("hello");
        assertThat(end.status()).isEqualTo(STATUS_SUCCESS);
        assertThat(end.information()).isZero();
        assertThat(bench.close(socket, new ClientIrp())).isNotEqualTo(STATUS_INVALID_DEVICE_STATE);
        TraceAssert.assertThat(bench.log).containsNone(RecordMatchers.record(TraceRecord.CallbackEntered.class));
    }

    private static ClientIrp receive(ConnectionSocket socket, byte[] buffer) {
        ClientIrp irp = new ClientIrp();
        socket.dispatch().receive(WskBuf.of(buffer), ReceiveFlags.NONE, irp.irp());
        return irp;
    }

    @Test
    @Tag("API-OBJ-06")
    void everyCallbackGetsTheVeryContextItsSocketWasGiven() {
        List<Object> seen = new CopyOnWriteArrayList<>();
        Object[] contexts = {new Object(), new Object(), new Object(), new Object()};
        WskClientConnectionDispatch connectionTable = new WskClientConnectionDispatch(
                (context, flags, list, bytes, accepted) -> note(seen, context),
                (context, flags) -> note(seen, context),
                (context, size) -> note(seen, context));
        WskClientListenDispatch listenTable = new WskClientListenDispatch(
                (context, flags, local, remote, accepted, parameters) -> {
                    parameters.set(contexts[3], connectionTable);
                    bench.enable(accepted, WSK_EVENT_RECEIVE);
                    return note(seen, context);
                },
                null,
                null);
        ConnectionSocket connection =
                create(ConnectionSocket.class, SocketCategory.CONNECTION, contexts[0], connectionTable);
        connection.dispatch().bind(NetworkBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
        connection.dispatch().connect(bench.peerAddress(), 0, new ClientIrp().irp());
        DatagramSocket datagrams = create(
                DatagramSocket.class,
                SocketCategory.DATAGRAM,
                contexts[1],
                new WskClientDatagramDispatch((context, flags, list) -> note(seen, context)));
        datagrams.dispatch().bind(NetworkBench.ANY_PORT, 0, new ClientIrp().irp());
        ListenSocket listener = create(ListenSocket.class, SocketCategory.LISTEN, contexts[2], listenTable);
        listener.dispatch().bind(NetworkBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
        bench.enable(connection, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT, WskEvent.WSK_EVENT_SEND_BACKLOG);
        bench.enable(datagrams, WSK_EVENT_RECEIVE_FROM);
        bench.enable(listener, WSK_EVENT_ACCEPT);

        bench.peer().sends("x");
        bench.run();
        bench.wsk.setIdealSendBacklog(connection.id(), 1);
        bench.run();
        bench.peer().finishes();
        bench.run();
        bench.peerDatagrams().sends(bench.localAddress(datagrams), "x");
        bench.run();
        bench.peerConnects(listener).sends("x");
        bench.run();

        assertThat(seen).hasSize(6);
        Object[] expected = {contexts[0], contexts[0], contexts[0], contexts[1], contexts[2], contexts[3]};
        for (int i = 0; i < expected.length; i++) {
            assertThat(seen.get(i)).isSameAs(expected[i]);
        }
    }

    private static NtStatus note(List<Object> seen, Object context) {
        seen.add(context);
        return STATUS_SUCCESS;
    }

    private <S extends WskSocket> S create(
            Class<S> type, SocketCategory category, Object context, WskClientSocketDispatch table) {
        ClientIrp irp = new ClientIrp();
        bench.provider.socket(NetworkBench.parameters(category, context, table), irp.irp());
        return irp.pointer(type);
    }

    @Test
    @Tag("EVT-GEN-07")
    @Tag("EVT-RCV-02")
    @Tag("CTL-ECB-01")
    void anEventComesOnlyWhileItIsEnabledAndOnlyOnTheSocketItIsEnabledOn() {
        ConnectionSocket socket = bench.connected();
        PeerEnd peer = bench.peer();
        bench.connected();
        PeerEnd otherPeer = bench.peer();
        bench.enable(socket, WSK_EVENT_RECEIVE);

        peer.sends("heard");
        otherPeer.sends("on the other socket");
        bench.run();
        bench.disable(socket, WSK_EVENT_RECEIVE, null);
        peer.sends("kept");
        bench.run();
        assertThat(client.calls).containsExactly("receive heard");
        bench.enable(socket, WSK_EVENT_RECEIVE);
        bench.run();

        assertThat(client.calls).containsExactly("receive heard", "receive kept");
    }

    @Test
    @Tag("EVT-GEN-08")
    @OnlyOnNetty("in memory everything runs on the thread that runs the simulation")
    void callbacksRunOnThreadsTheClientDidNotChoose() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 2; i++) {
            ConnectionSocket socket = bench.connected();
            client.onReceive.add((list, bytes, accepted) -> {
                threads.add(Thread.currentThread());
                return STATUS_SUCCESS;
            });
            bench.enable(socket, WSK_EVENT_RECEIVE);
            bench.peer().sends("x");
            bench.run();
        }

        assertThat(threads).hasSize(2).doesNotContain(Thread.currentThread());
    }

    @Test
    @Tag("EVT-GEN-06")
    @Tag("EVT-GEN-15")
    @Tag("C-12")
    void whatCameWhileAnEventWasOffIsReportedWhenItIsTurnedOn() {
        ConnectionSocket socket = bench.connected();
        bench.peer().sends("bytes");
        bench.peer().finishes();
        DatagramSocket datagrams = bench.datagrams();
        bench.peerDatagrams().sends(bench.localAddress(datagrams), "datagram");
        ListenSocket listener = bench.listening();
        bench.peerConnects(listener);
        bench.run();
        assertThat(client.calls).isEmpty();

        for (Runnable enable : List.<Runnable>of(
                () -> bench.enable(socket, WSK_EVENT_RECEIVE),
                () -> bench.enable(socket, WSK_EVENT_DISCONNECT),
                () -> bench.enable(datagrams, WSK_EVENT_RECEIVE_FROM),
                () -> bench.enable(listener, WSK_EVENT_ACCEPT))) {
            enable.run();
            bench.run();
        }

        assertThat(client.calls)
                .containsExactly("receive bytes", "disconnect graceful", "receiveFrom datagram", "accept");
    }

    @Test
    @Tag("THR-02")
    @Tag("C-16")
    void aCallbackMayStartRequestsOnItsOwnAndOnOtherSockets() {
        ConnectionSocket other = bench.connected();
        PeerEnd otherPeer = bench.peer();
        ConnectionSocket socket = bench.connected();
        PeerEnd peer = bench.peer();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        byte[] buffer = new byte[8];
        List<NtStatus> answers = new ArrayList<>();
        ClientIrp sending = new ClientIrp();
        ClientIrp forwarding = new ClientIrp();
        ClientIrp receiving = new ClientIrp();
        client.onReceive.add((list, bytes, accepted) -> {
            answers.add(bench.send(socket, "answer", sending));
            answers.add(bench.send(other, "forwarded", forwarding));
            answers.add(bench.receive(socket, buffer, receiving));
            answers.add(bench.enable(socket, WSK_EVENT_DISCONNECT));
            answers.add(bench.disable(socket, WSK_EVENT_RECEIVE, null));
            return STATUS_SUCCESS;
        });

        peer.sends("ask");
        bench.run();
        peer.sends("more");
        bench.run();

        assertThat(answers)
                .containsExactly(
                        NtStatus.STATUS_PENDING,
                        NtStatus.STATUS_PENDING,
                        NtStatus.STATUS_PENDING,
                        STATUS_SUCCESS,
                        NtStatus.STATUS_EVENT_PENDING);
        assertThat(peer.received()).isEqualTo("answer");
        assertThat(otherPeer.received()).isEqualTo("forwarded");
        assertThat(sending.status()).isEqualTo(STATUS_SUCCESS);
        assertThat(forwarding.status()).isEqualTo(STATUS_SUCCESS);
        assertThat(receiving.information()).isEqualTo(4);
        TraceAssert.assertThat(bench.log).containsNone(RecordMatchers.record(TraceRecord.ViolationFound.class));
    }

    @Test
    @Tag("THR-11")
    void callbacksOfDifferentSocketsOverlap() {
        ConnectionSocket first = bench.connected();
        PeerEnd firstPeer = bench.peer();
        ConnectionSocket second = bench.connected();
        PeerEnd secondPeer = bench.peer();
        bench.enable(first, WSK_EVENT_RECEIVE);
        bench.enable(second, WSK_EVENT_RECEIVE);
        var firstHeld = client.holdNextReceive(first);
        firstPeer.sends("one");
        bench.run();
        var secondHeld = client.holdNextReceive(second);
        secondPeer.sends("two");
        bench.run();

        assertThat(firstHeld.isInFlight()).isTrue();
        assertThat(secondHeld.isInFlight()).isTrue();
        firstHeld.release(STATUS_SUCCESS);
        secondHeld.release(STATUS_SUCCESS);
        bench.run();
        TraceAssert.assertThat(bench.log)
                .onlyKinds(TraceRecord.CallbackEntered.class, TraceRecord.CallbackReturned.class)
                .containsInOrder(
                        RecordMatchers.callbackEntered(WSK_EVENT_RECEIVE),
                        RecordMatchers.callbackEntered(WSK_EVENT_RECEIVE),
                        RecordMatchers.callbackReturned(WSK_EVENT_RECEIVE, STATUS_SUCCESS),
                        RecordMatchers.callbackReturned(WSK_EVENT_RECEIVE, STATUS_SUCCESS));
    }

    @Test
    @Tag("CTL-ECB-03")
    @Tag("CTL-ECB-04")
    void theOptionComesAfterBindingOrConnecting() {
        ListenSocket listener = bench.create(ListenSocket.class, SocketCategory.LISTEN, client.listenTable);
        DatagramSocket datagrams = bench.create(DatagramSocket.class, SocketCategory.DATAGRAM, client.datagramTable);

        assertThat(bench.enable(listener, WSK_EVENT_ACCEPT)).isEqualTo(STATUS_INVALID_DEVICE_STATE);
        assertThat(bench.enable(datagrams, WSK_EVENT_RECEIVE_FROM)).isEqualTo(STATUS_INVALID_DEVICE_STATE);
        assertThat(bench.enable(bench.bound(), WSK_EVENT_RECEIVE)).isEqualTo(STATUS_INVALID_DEVICE_STATE);
        listener.dispatch().bind(NetworkBench.ANY_PORT, 0, new ClientIrp().irp());
        datagrams.dispatch().bind(NetworkBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
        assertThat(bench.enable(listener, WSK_EVENT_ACCEPT)).isEqualTo(STATUS_SUCCESS);
        assertThat(bench.enable(datagrams, WSK_EVENT_RECEIVE_FROM)).isEqualTo(STATUS_SUCCESS);
        assertThat(bench.enable(bench.connected(), WSK_EVENT_RECEIVE)).isEqualTo(STATUS_SUCCESS);
        bench.peerConnects(listener);
        bench.run();
        assertThat(bench.enable(client.acceptedSockets.get(0), WSK_EVENT_RECEIVE))
                .isEqualTo(STATUS_SUCCESS);
    }

    @Test
    @Tag("CTL-ECB-07")
    void disablingTakesAnIrpOrNone() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT);
        ClientIrp irp = new ClientIrp();

        assertThat(bench.disable(socket, WSK_EVENT_RECEIVE, null)).isEqualTo(STATUS_SUCCESS);
        assertThat(bench.disable(socket, WSK_EVENT_DISCONNECT, irp.irp())).isEqualTo(STATUS_SUCCESS);

        assertThat(irp.completions()).isEqualTo(1);
        assertThat(irp.status()).isEqualTo(STATUS_SUCCESS);
        bench.peer().sends("unheard");
        bench.peer().finishes();
        bench.run();
        assertThat(client.calls).isEmpty();
    }

    @Test
    @Tag("EVT-BKL-05")
    void theIdealSendBacklogLimitsNoSend() {
        ConnectionSocket socket = bench.connected();
        bench.wsk.setIdealSendBacklog(socket.id(), 1);
        ClientIrp irp = new ClientIrp();

        socket.dispatch().send(WskBuf.of(new byte[300_000]), SendFlags.NONE, irp.irp());
        bench.run();

        assertThat(irp.status()).isEqualTo(STATUS_SUCCESS);
        assertThat(irp.information()).isEqualTo(300_000);
        assertThat(bench.peer().receivedBytes()).isEqualTo(300_000);
    }
}
