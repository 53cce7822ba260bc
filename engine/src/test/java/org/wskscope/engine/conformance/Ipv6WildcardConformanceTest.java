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
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskSocket;
import org.wskscope.engine.wsk.WskSocketParameters;

/** An AF_INET6 socket takes IPv6 traffic only, so that a client can have one port twice: on 0.0.0.0 and on [::]. */
@OnEveryNetwork
class Ipv6WildcardConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    Ipv6WildcardConformanceTest(Network network) {
        bench = new NetworkBench(network);
    }

    @Test
    @Tag("FID-13")
    @Tag("API-SCK-14")
    void datagramSocketsOfBothFamiliesShareAPort() {
        bothFamiliesShareAPort(
                SocketCategory.DATAGRAM, WskSocketParameters.SOCK_DGRAM, WskSocketParameters.IPPROTO_UDP);
    }

    @Test
    @Tag("FID-13")
    @Tag("API-SCK-14")
    void listeningSocketsOfBothFamiliesShareAPort() {
        bothFamiliesShareAPort(SocketCategory.LISTEN, WskSocketParameters.SOCK_STREAM, WskSocketParameters.IPPROTO_TCP);
    }

    private void bothFamiliesShareAPort(SocketCategory category, int type, int protocol) {
        WskSocket four = socket(WskSocketParameters.AF_INET, type, protocol, category);
        assertThat(bind(four, new InetSocketAddress("0.0.0.0", 0))).isEqualTo(NtStatus.STATUS_SUCCESS);
        int port = bench.localAddress(four).getPort();
        InetSocketAddress same = new InetSocketAddress("::", port);

        assertThat(bind(socket(WskSocketParameters.AF_INET6, type, protocol, category), same))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bind(socket(WskSocketParameters.AF_INET6, type, protocol, category), same))
                .isEqualTo(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS);
    }

    private WskSocket socket(int family, int type, int protocol, SocketCategory category) {
        ClientIrp made = new ClientIrp();
        bench.provider.socket(
                new WskSocketParameters(
                        family,
                        type,
                        protocol,
                        category,
                        null,
                        category == SocketCategory.LISTEN ? bench.client.listenTable : bench.client.datagramTable),
                made.irp());
        return made.pointer(WskSocket.class);
    }

    private NtStatus bind(WskSocket socket, InetSocketAddress local) {
        ClientIrp irp = new ClientIrp();
        if (socket instanceof DatagramSocket datagrams) {
            datagrams.dispatch().bind(local, 0, irp.irp());
        } else {
            ((ListenSocket) socket).dispatch().bind(local, 0, irp.irp());
        }
        bench.run();
        return irp.status();
    }
}
