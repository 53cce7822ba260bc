package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.PeerDatagrams;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskBufList;

/** The WDK pages nc-wsk-pfn_wsk_connect_ex, nc-wsk-pfn_wsk_socket_connect and nc-wsk-pfn_wsk_send_messages, as a peer sees them. */
@OnEveryNetwork
class ConnectingFunctionsConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    ConnectingFunctionsConformanceTest(Network network) {
        bench = new NetworkBench(network);
    }

    /** An address that was listened at and is not any more. */
    private InetSocketAddress deserted() {
        ListenSocket listener = bench.listening();
        InetSocketAddress address = bench.localAddress(listener);
        ClientIrp closing = new ClientIrp();
        bench.close(listener, closing);
        bench.run();
        assertThat(closing.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        return address;
    }

    @Test
    void thePeerGetsTheFirstDataBeforeWhatIsSentLater() {
        ConnectionSocket socket = bench.bound();
        ClientIrp later = new ClientIrp();
        ClientIrp connecting = new ClientIrp().then(() -> bench.send(socket, "later", later));

        socket.dispatch().connectEx(bench.peerAddress(), WskBuf.of("first "), 0, connecting.irp());
        bench.run();

        assertThat(connecting.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(connecting.information()).isEqualTo(6);
        assertThat(later.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.peer().received()).isEqualTo("first later");
    }

    @Test
    @Tag("API-SCK-16")
    void allOfTheLargestFirstDataArrives() {
        ConnectionSocket socket = bench.bound();
        ClientIrp connecting = new ClientIrp();

        socket.dispatch().connectEx(bench.peerAddress(), WskBuf.of(new byte[65_535]), 0, connecting.irp());
        bench.run();

        assertThat(connecting.information()).isEqualTo(65_535);
        assertThat(bench.peer().receivedBytes()).isEqualTo(65_535);
    }

    @Test
    @Tag("C-36")
    void afterARefusalTheSameSocketConnectsElsewhereAndItsDataArrivesOnce() {
        ConnectionSocket socket = bench.bound();
        ClientIrp refused = new ClientIrp();
        socket.dispatch().connectEx(deserted(), WskBuf.of("lost"), 0, refused.irp());
        bench.run();
        ClientIrp again = new ClientIrp();

        socket.dispatch().connectEx(bench.peerAddress(), WskBuf.of("kept"), 0, again.irp());
        bench.run();

        assertThat(refused.status()).isEqualTo(NtStatus.STATUS_CONNECTION_REFUSED);
        assertThat(again.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.peer().received()).isEqualTo("kept");
    }

    @Test
    @Tag("API-SCK-02")
    @Tag("C-36")
    void aRefusedSocketConnectLeavesNoSocket() {
        InetSocketAddress nobody = deserted();
        int before = bench.wsk.openSocketCount();
        ClientIrp irp = new ClientIrp();

        bench.provider.socketConnect(
                NetworkBench.parameters(SocketCategory.CONNECTION, "ctx", bench.client.connectionTable),
                NetworkBench.ANY_PORT,
                nobody,
                irp.irp());
        bench.run();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_CONNECTION_REFUSED);
        assertThat(irp.completions()).isEqualTo(1);
        assertThat(bench.wsk.openSocketCount()).isEqualTo(before);
    }

    @Test
    @Tag("API-SCK-02")
    @Tag("API-IRP-11")
    void aCancelledSocketConnectLeavesNoSocket() {
        ClientIrp irp = new ClientIrp();
        bench.provider.socketConnect(
                NetworkBench.parameters(SocketCategory.CONNECTION, "ctx", bench.client.connectionTable),
                NetworkBench.ANY_PORT,
                bench.peerAddress(),
                irp.irp());

        boolean asked = irp.irp().cancel();
        bench.run();

        assertThat(irp.completions()).isEqualTo(1);
        if (irp.status().equals(NtStatus.STATUS_CANCELLED)) {
            assertThat(bench.wsk.openSocketCount()).isZero();
        } else {
            // A real network may be quicker than the cancel.
            assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(asked).isFalse();
        }
    }

    @Test
    void everyMessageArrivesAsADatagramOfItsOwn() {
        DatagramSocket socket = bench.datagrams();
        PeerDatagrams peer = bench.peerDatagrams();
        ClientIrp irp = new ClientIrp();

        socket.dispatch()
                .sendMessages(
                        WskBufList.of(WskBuf.of("one"), WskBuf.of("two"), WskBuf.of("three")),
                        0,
                        peer.address(),
                        irp.irp());
        bench.run();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.information()).isEqualTo(11);
        assertThat(peer.received()).containsExactly("one", "two", "three");
    }
}
