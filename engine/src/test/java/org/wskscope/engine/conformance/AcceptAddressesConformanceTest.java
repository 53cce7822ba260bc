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
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketAddressOut;

/** The WDK page nc-wsk-pfn_wsk_accept: the two addresses a client may ask for. */
@OnEveryNetwork
class AcceptAddressesConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    private final ListenSocket listener;
    private final SocketAddressOut local = new SocketAddressOut();
    private final SocketAddressOut remote = new SocketAddressOut();
    private final ClientIrp irp = new ClientIrp();

    AcceptAddressesConformanceTest(Network network) {
        bench = new NetworkBench(network);
        listener = bench.listening();
    }

    private void assertAddressesOfTheConnection() {
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        ConnectionSocket accepted = irp.pointer(ConnectionSocket.class);
        ClientIrp ask = new ClientIrp();
        accepted.dispatch().getRemoteAddress(ask.irp());
        assertThat(remote.get()).isEqualTo(ask.pointer(InetSocketAddress.class));
        assertThat(local.get()).isEqualTo(bench.localAddress(accepted));
        assertThat(local.get()).isEqualTo(bench.localAddress(listener));
    }

    @Test
    @Tag("API-ACC-01")
    void aRequestThatWaitsWritesBothAddressesWhenItCompletes() {
        listener.dispatch().accept(0, null, null, local, remote, irp.irp());
        bench.run();
        assertThat(local.get()).isNull();

        bench.peerConnects(listener);
        bench.run();

        assertAddressesOfTheConnection();
    }

    @Test
    @Tag("API-ACC-01")
    void aConnectionThatWaitsHasThemAtOnce() {
        bench.peerConnects(listener);
        bench.run();

        listener.dispatch().accept(0, null, null, local, remote, irp.irp());
        bench.run();

        assertAddressesOfTheConnection();
    }

    @Test
    @Tag("API-ACC-01")
    void aRefusedAcceptWritesNothing() {
        assertThat(listener.dispatch().accept(1, null, null, local, remote, irp.irp()))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(local.get()).isNull();
        assertThat(remote.get()).isNull();
    }
}
