package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.stateChanged;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.OnlyInMemory;
import org.wskscope.engine.testkit.network.OnlyOnNetty;
import org.wskscope.engine.testkit.network.PeerEnd;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DisconnectFlags;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.StreamSocket;

/** A cancel ends what the request asked for, not only its IRP: the network sees no more of it than the client was told. */
@OnEveryNetwork
class CancelledOperationsConformanceTest {
    private final NetworkBench bench;

    CancelledOperationsConformanceTest(Network network) {
        bench = new NetworkBench(network);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Tag("API-IRP-11")
    @Tag("C-36")
    @OnlyInMemory("a real loopback connection is there before anybody can cancel")
    void aListenerHearsNothingOfAConnectThatWasCancelled() {
        ListenSocket listener = bench.listening();
        InetSocketAddress there = bench.localAddress(listener);
        ConnectionSocket socket = bench.bound();
        ClientIrp connecting = new ClientIrp();
        socket.dispatch().connect(there, 0, connecting.irp());

        connecting.irp().cancel();
        bench.run();
        ClientIrp accepting = new ClientIrp();
        listener.dispatch().accept(0, null, null, accepting.irp());
        bench.run();

        assertThat(connecting.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(accepting.isCompleted()).isFalse();
        ClientIrp again = new ClientIrp();
        assertThat(socket.dispatch().connect(there, 0, again.irp())).isEqualTo(NtStatus.STATUS_PENDING);
        bench.run();
        assertThat(again.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(accepting.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("API-IRP-11")
    @Tag("C-36")
    @OnlyInMemory("a real loopback connection is there before anybody can cancel")
    void aCancelledConnectMayBeRepeatedAtOnce() {
        ConnectionSocket socket = bench.bound();
        InetSocketAddress local = bench.localAddress(socket);
        ClientIrp first = new ClientIrp();
        socket.dispatch().connect(bench.peerAddress(), 0, first.irp());
        first.irp().cancel();
        ClientIrp second = new ClientIrp();

        socket.dispatch().connect(bench.peerAddress(), 0, second.irp());
        bench.run();

        assertThat(first.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(second.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.localAddress(socket)).isEqualTo(local);
        bench.peer().sends("A");
        bench.run();
        assertThat(bench.receiveBacklog(socket)).isEqualTo(1);
    }

    @Test
    @Tag("API-IRP-11")
    @Tag("C-36")
    @EnabledOnOs(OS.LINUX)
    @OnlyOnNetty("the system of the peer leaves a connect unanswered while its queue is full")
    void aConnectNobodyAnswersCanBeCancelledAndRepeatedElsewhere() throws IOException {
        List<Socket> crowd = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 2; i++) {
                crowd.add(new Socket(full.getInetAddress(), full.getLocalPort()));
            }
            ConnectionSocket socket = bench.bound();
            ClientIrp first = new ClientIrp();
            socket.dispatch().connect((InetSocketAddress) full.getLocalSocketAddress(), 0, first.irp());

            first.irp().cancel();
            ClientIrp second = new ClientIrp();
            socket.dispatch().connect(bench.peerAddress(), 0, second.irp());
            bench.run();

            assertThat(first.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(second.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            TraceAssert.assertThat(bench.log)
                    .containsInOrder(
                            stateChanged(SocketState.CONNECTING),
                            stateChanged(SocketState.BOUND),
                            stateChanged(SocketState.CONNECTING),
                            stateChanged(SocketState.CONNECTED));
        } finally {
            for (Socket each : crowd) {
                each.close();
            }
        }
    }

    @Test
    @Tag("API-IRP-11")
    @Tag("C-44")
    void ofACancelledSendThePeerGetsWhatInformationCounts() {
        ConnectionSocket socket = bench.connected();
        PeerEnd peer = bench.peer();
        ClientIrp big = bench.sendMoreThanFits(socket);

        big.irp().cancel();
        ClientIrp next = new ClientIrp();
        bench.send(socket, "next", next);
        peer.readsAgain();
        bench.run();

        assertThat(big.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(big.information()).isBetween(1L, NetworkBench.MORE_THAN_FITS - 1L);
        assertThat(next.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(peer.receivedBytes()).isEqualTo((int) big.information() + 4);
        assertThat(peer.received()).endsWith("next");
    }

    @Test
    @Tag("API-IRP-11")
    @Tag("C-44")
    void aCancelledGracefulDisconnectEndsNothing() {
        ConnectionSocket socket = bench.connected();
        PeerEnd peer = bench.peer();
        ClientIrp big = bench.sendMoreThanFits(socket);
        ClientIrp disconnecting = new ClientIrp();
        socket.dispatch().disconnect(null, DisconnectFlags.GRACEFUL, disconnecting.irp());

        disconnecting.irp().cancel();
        ClientIrp next = new ClientIrp();
        NtStatus answer = bench.send(socket, "next", next);
        peer.readsAgain();
        bench.run();

        assertThat(disconnecting.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(answer).isEqualTo(NtStatus.STATUS_PENDING);
        assertThat(big.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(next.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(peer.sawFin()).isFalse();
        assertThat(peer.receivedBytes()).isEqualTo(NetworkBench.MORE_THAN_FITS + 4);
        TraceAssert.assertThat(bench.log)
                .containsInOrder(stateChanged(SocketState.HALF_CLOSED_LOCAL), stateChanged(SocketState.CONNECTED));
    }

    @Test
    @Tag("API-IRP-11")
    void aCancelledBindMayBeRepeatedAtOnce() {
        ConnectionSocket socket =
                bench.create(ConnectionSocket.class, SocketCategory.CONNECTION, bench.client.connectionTable);
        ClientIrp first = new ClientIrp();
        socket.dispatch().bind(NetworkBench.ANY_PORT, 0, first.irp());
        first.irp().cancel();
        ClientIrp second = new ClientIrp();

        socket.dispatch().bind(NetworkBench.ANY_PORT, 0, second.irp());
        bench.run();

        boolean cancelled = first.status().equals(NtStatus.STATUS_CANCELLED);
        assertThat(cancelled ? second.status() : first.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.localAddress(socket).getPort()).isNotZero();
    }

    @Test
    @Tag("API-IRP-11")
    @Tag("API-SCK-04")
    void aCancelledListenMayBeRepeatedAtOnce() {
        StreamSocket socket = bench.create(StreamSocket.class, SocketCategory.STREAM, null);
        socket.dispatch().bind(NetworkBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
        ClientIrp first = new ClientIrp();
        socket.dispatch().listen(first.irp());
        first.irp().cancel();
        ClientIrp second = new ClientIrp();

        socket.dispatch().listen(second.irp());
        bench.run();

        boolean cancelled = first.status().equals(NtStatus.STATUS_CANCELLED);
        assertThat(cancelled ? second.status() : first.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        ClientIrp accepting = new ClientIrp();
        socket.dispatch().accept(0, null, null, accepting.irp());
        bench.peerConnects(socket);
        bench.run();
        assertThat(accepting.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }
}
