package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.nt.NtStatus.STATUS_SUCCESS;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_SEND_BACKLOG;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TestClient;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.PeerEnd;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;

/** The part of so-wsk-event-callback on what a listener hands down: every connection event, each for itself. */
@OnEveryNetwork
class InheritedEventsConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    private final TestClient client;
    private final ListenSocket listener;

    InheritedEventsConformanceTest(Network network) {
        bench = new NetworkBench(network);
        client = bench.client;
        listener = bench.listening();
    }

    private PeerEnd peerConnects() {
        PeerEnd peer = bench.peerConnects(listener);
        bench.run();
        return peer;
    }

    private void changeBacklog(ConnectionSocket socket) {
        bench.wsk.setIdealSendBacklog(socket.id(), 1);
        bench.run();
    }

    private void sendAndFinish(PeerEnd peer, String text) {
        peer.sends(text);
        bench.run();
        peer.finishes();
        bench.run();
    }

    @Test
    @Tag("CTL-INH-01")
    void everyConnectionEventIsHandedDown() {
        bench.enable(listener, WSK_EVENT_ACCEPT, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT, WSK_EVENT_SEND_BACKLOG);
        PeerEnd peer = peerConnects();

        changeBacklog(client.acceptedSockets.get(0));
        sendAndFinish(peer, "x");

        assertThat(client.calls).containsExactly("accept", "backlog 1", "receive x", "disconnect graceful");
    }

    @Test
    @Tag("CTL-INH-02")
    @Tag("CTL-INH-03")
    void noneIsHandedDownToASocketAcceptedByIrp() {
        bench.enable(listener, WSK_EVENT_ACCEPT, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT, WSK_EVENT_SEND_BACKLOG);
        ClientIrp irp = new ClientIrp();
        listener.dispatch().accept(0, "by irp", client.connectionTable, irp.irp());
        PeerEnd peer = peerConnects();
        ConnectionSocket accepted = irp.pointer(ConnectionSocket.class);

        changeBacklog(accepted);
        sendAndFinish(peer, "x");
        assertThat(client.calls).isEmpty();
        assertThat(bench.enable(accepted, WSK_EVENT_RECEIVE)).isEqualTo(STATUS_SUCCESS);
        bench.run();

        assertThat(client.calls).containsExactly("receive x");
    }

    @Test
    @Tag("CTL-INH-08")
    void oneIsDisabledOnOneAcceptedSocketAndTheOthersStay() {
        bench.enable(listener, WSK_EVENT_ACCEPT, WSK_EVENT_RECEIVE, WSK_EVENT_SEND_BACKLOG);
        PeerEnd peer = peerConnects();
        ConnectionSocket first = client.acceptedSockets.get(0);
        ClientIrp disabling = new ClientIrp();

        assertThat(bench.disable(first, WSK_EVENT_RECEIVE, disabling.irp())).isEqualTo(STATUS_SUCCESS);
        assertThat(disabling.status()).isEqualTo(STATUS_SUCCESS);
        peer.sends("unheard");
        bench.run();
        changeBacklog(first);
        peerConnects().sends("heard");
        bench.run();

        assertThat(client.calls).containsExactly("accept", "backlog 1", "accept", "receive heard");
        assertThat(bench.receiveBacklog(first)).isEqualTo(7);
    }

    @Test
    @Tag("CTL-INH-10")
    void oneWithoutAPointerHasNoEffectAndTheOthersHave() {
        bench.enable(listener, WSK_EVENT_ACCEPT, WSK_EVENT_RECEIVE, WSK_EVENT_SEND_BACKLOG);
        client.onAccept.add((accepted, parameters) -> {
            client.keep(accepted, parameters);
            parameters.set(
                    "half a table",
                    new WskClientConnectionDispatch(null, null, client.connectionTable.sendBacklogEvent()));
            return STATUS_SUCCESS;
        });
        PeerEnd peer = peerConnects();

        peer.sends("unheard");
        bench.run();
        changeBacklog(client.acceptedSockets.get(0));

        assertThat(client.calls).containsExactly("accept", "backlog 1");
        assertThat(client.contexts).endsWith("half a table");
    }
}
