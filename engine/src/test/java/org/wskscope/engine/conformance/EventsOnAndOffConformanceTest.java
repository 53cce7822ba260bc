package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.nt.NtStatus.STATUS_SUCCESS;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE_FROM;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_SEND_BACKLOG;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.PeerDatagrams;
import org.wskscope.engine.testkit.network.PeerEnd;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.ListenSocket;

/** The WDK page winsock-kernel-events: every kind of event comes while it is on, and on its own socket only. */
@OnEveryNetwork
class EventsOnAndOffConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    private final List<String> calls;

    EventsOnAndOffConformanceTest(Network network) {
        bench = new NetworkBench(network);
        calls = bench.client.calls;
    }

    @Test
    @Tag("EVT-GEN-07")
    @Tag("EVT-ACC-02")
    void theAcceptEventComesWhileItIsOn() {
        ListenSocket listener = bench.listening();
        ListenSocket other = bench.listening();
        bench.enable(listener, WSK_EVENT_ACCEPT);

        bench.peerConnects(listener);
        bench.peerConnects(other);
        bench.run();
        assertThat(bench.disable(listener, WSK_EVENT_ACCEPT, null)).isEqualTo(STATUS_SUCCESS);
        bench.peerConnects(listener);
        bench.run();

        assertThat(calls).containsExactly("accept");
    }

    @Test
    @Tag("EVT-GEN-07")
    void theReceiveFromEventComesWhileItIsOn() {
        DatagramSocket socket = bench.datagrams();
        DatagramSocket other = bench.datagrams();
        PeerDatagrams peer = bench.peerDatagrams();
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);

        peer.sends(bench.localAddress(socket), "heard");
        peer.sends(bench.localAddress(other), "on the other socket");
        bench.run();
        assertThat(bench.disable(socket, WSK_EVENT_RECEIVE_FROM, null)).isEqualTo(STATUS_SUCCESS);
        peer.sends(bench.localAddress(socket), "kept");
        bench.run();

        assertThat(calls).containsExactly("receiveFrom heard");
    }

    @Test
    @Tag("EVT-GEN-07")
    void theSendBacklogEventComesWhileItIsOn() {
        ConnectionSocket socket = bench.connected();
        ConnectionSocket other = bench.connected();
        bench.enable(socket, WSK_EVENT_SEND_BACKLOG);

        bench.wsk.setIdealSendBacklog(socket.id(), 1);
        bench.wsk.setIdealSendBacklog(other.id(), 2);
        bench.run();
        assertThat(bench.disable(socket, WSK_EVENT_SEND_BACKLOG, null)).isEqualTo(STATUS_SUCCESS);
        bench.wsk.setIdealSendBacklog(socket.id(), 3);
        bench.run();

        assertThat(calls).containsExactly("backlog 1");
    }

    @Test
    @Tag("EVT-GEN-07")
    void theDisconnectEventComesWhileItIsOn() {
        ConnectionSocket listens = bench.connected();
        PeerEnd heard = bench.peer();
        ConnectionSocket stopped = bench.connected();
        PeerEnd unheard = bench.peer();
        bench.connected();
        PeerEnd never = bench.peer();
        bench.enable(listens, WSK_EVENT_DISCONNECT);
        bench.enable(stopped, WSK_EVENT_DISCONNECT);
        assertThat(bench.disable(stopped, WSK_EVENT_DISCONNECT, null)).isEqualTo(STATUS_SUCCESS);

        unheard.finishes();
        never.resets();
        bench.run();
        assertThat(calls).isEmpty();
        heard.finishes();
        bench.run();

        assertThat(calls).containsExactly("disconnect graceful");
    }
}
