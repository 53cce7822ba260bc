package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE_FROM;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_SEND_BACKLOG;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TestClient;
import org.wskscope.engine.testkit.TestClient.Held;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.PeerDatagrams;
import org.wskscope.engine.testkit.network.PeerEnd;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.WskSocket;

/** The WDK page closing-a-socket: what was due when close was called, behind a callback in progress, is never told (C-30). */
@Tag("C-30")
@OnEveryNetwork
class CloseDuringCallbacksConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    private final TestClient client;

    CloseDuringCallbacksConformanceTest(Network network) {
        bench = new NetworkBench(network);
        client = bench.client;
    }

    /** Close waits for the callback in progress and for nothing that would follow it. */
    private void closeAndLetReturn(WskSocket socket, DeferredReturn held) {
        ClientIrp closing = new ClientIrp();
        assertThat(bench.close(socket, closing)).isEqualTo(NtStatus.STATUS_PENDING);
        bench.run();
        assertThat(closing.isCompleted()).isFalse();

        held.complete(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(closing.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("API-CLO-02")
    @Tag("API-CLO-08")
    void waitingDataAndDisconnectsOfAConnectionAreNeverReported() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT, WSK_EVENT_SEND_BACKLOG);
        DeferredReturn[] held = new DeferredReturn[1];
        client.onBacklog = () -> held[0] = socket.deferReturn();
        bench.wsk.setIdealSendBacklog(socket.id(), 1);
        bench.run();
        bench.peer().sends("waits");
        bench.peer().finishes();
        bench.run();
        bench.wsk.setIdealSendBacklog(socket.id(), 2);
        assertThat(bench.receiveBacklog(socket)).isEqualTo(5);

        closeAndLetReturn(socket, held[0]);

        assertThat(client.calls).containsExactly("backlog 1");
    }

    @Test
    @Tag("API-CLO-02")
    @Tag("API-CLO-08")
    void aWaitingDisconnectAloneIsNeverReported() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_DISCONNECT, WSK_EVENT_SEND_BACKLOG);
        DeferredReturn[] held = new DeferredReturn[1];
        client.onBacklog = () -> held[0] = socket.deferReturn();
        bench.wsk.setIdealSendBacklog(socket.id(), 1);
        bench.run();
        bench.peer().finishes();
        bench.run();

        closeAndLetReturn(socket, held[0]);

        assertThat(client.calls).containsExactly("backlog 1");
    }

    @Test
    @Tag("API-CLO-02")
    @Tag("API-CLO-08")
    void waitingDatagramsAreNeverReported() {
        DatagramSocket socket = bench.datagrams();
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        DeferredReturn[] held = new DeferredReturn[1];
        client.onReceiveFrom.add(list -> {
            held[0] = socket.deferReturn();
            return NtStatus.STATUS_SUCCESS;
        });
        PeerDatagrams peer = bench.peerDatagrams();
        peer.sends(bench.localAddress(socket), "d1");
        bench.run();
        peer.sends(bench.localAddress(socket), "d2");
        bench.run();

        closeAndLetReturn(socket, held[0]);

        assertThat(client.calls).containsExactly("receiveFrom d1");
    }

    @Test
    @Tag("API-CLO-02")
    @Tag("API-CLO-08")
    void waitingConnectionsAreNeverReportedAndTurnedAway() {
        ListenSocket listener = bench.listening();
        bench.enable(listener, WSK_EVENT_ACCEPT);
        DeferredReturn[] held = new DeferredReturn[1];
        client.onAccept.add((accepted, parameters) -> {
            held[0] = listener.deferReturn();
            return client.keep(accepted, parameters);
        });
        PeerEnd first = bench.peerConnects(listener);
        bench.run();
        PeerEnd second = bench.peerConnects(listener);
        bench.run();

        closeAndLetReturn(listener, held[0]);

        assertThat(client.calls).containsExactly("accept");
        assertThat(first.wasTurnedAway()).as("the client has that one").isFalse();
        assertThat(second.wasTurnedAway()).isTrue();
    }

    @Test
    @Tag("API-CLO-08")
    void dataOfAConnectionThatIsClosedInsideItsCallbackIsNeverReported() {
        ConnectionSocket socket = bench.connected();
        bench.peer().sends("twenty bytes of data");
        bench.run();
        ClientIrp closing = new ClientIrp();
        client.onReceive.add((list, bytes, accepted) -> {
            bench.close(socket, closing);
            return NtStatus.STATUS_DATA_NOT_ACCEPTED;
        });
        Held unused = client.holdNextReceive(socket);

        bench.enable(socket, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT);
        bench.run();

        assertThat(closing.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(client.calls).containsExactly("receive twenty bytes of data");
        assertThat(unused.isInFlight()).isFalse();
    }
}
