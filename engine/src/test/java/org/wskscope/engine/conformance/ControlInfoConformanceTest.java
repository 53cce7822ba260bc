package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE_FROM;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.OnlyInMemory;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.DatagramIndication;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.PacketInfo;
import org.wskscope.engine.wsk.ReceiveFromEventFlags;
import org.wskscope.engine.wsk.ReceivedFrom;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskSocketParameters;

/** Control information: with {@code IP_PKTINFO} on, each datagram says which address of this machine it was sent to. */
@OnEveryNetwork
class ControlInfoConformanceTest {
    /** {@code WSA_CMSG_LEN(sizeof(IN_PKTINFO))}. */
    private static final int PACKET_INFO_BYTES = 24;

    @AutoClose
    private final NetworkBench bench;

    ControlInfoConformanceTest(Network network) {
        bench = new NetworkBench(network);
    }

    private NtStatus packetInfo(DatagramSocket socket, int value) {
        return bench.setOption(socket, ControlCode.IPPROTO_IP, ControlCode.IP_PKTINFO, value, new ClientIrp().irp());
    }

    private void peerSends(DatagramSocket socket, String... texts) {
        bench.peerDatagrams().sends(bench.localAddress(socket), texts);
        bench.run();
    }

    private ReceivedFrom receive(DatagramSocket socket, @Nullable ByteBuffer control) {
        ClientIrp irp = new ClientIrp();
        socket.dispatch().receiveFrom(WskBuf.of(new byte[10]), 0, control, irp.irp());
        bench.run();
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        return (ReceivedFrom) Objects.requireNonNull(irp.irp().ioStatus().pointer());
    }

    @Test
    @Tag("EVT-RFR-02")
    @Tag("EVT-RFR-12")
    void anElementHasControlInformationExactlyWhileTheOptionIsOn() {
        DatagramSocket socket = bench.datagrams();
        List<@Nullable ByteBuffer> seen = new ArrayList<>();
        for (int call = 0; call < 3; call++) {
            bench.client.onReceiveFrom.add(list -> {
                for (DatagramIndication rest = list; rest != null; rest = rest.next()) {
                    seen.add(rest.controlInfo());
                }
                return NtStatus.STATUS_SUCCESS;
            });
        }
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);

        peerSends(socket, "off");
        assertThat(packetInfo(socket, 1)).isEqualTo(NtStatus.STATUS_SUCCESS);
        peerSends(socket, "on");
        assertThat(packetInfo(socket, 0)).isEqualTo(NtStatus.STATUS_SUCCESS);
        peerSends(socket, "off");

        assertThat(seen).hasSize(3);
        assertThat(seen.get(0)).isNull();
        ByteBuffer control = Objects.requireNonNull(seen.get(1));
        assertThat(control.remaining()).isEqualTo(PACKET_INFO_BYTES);
        assertThat(PacketInfo.read(control))
                .isEqualTo(new PacketInfo(bench.localAddress(socket).getAddress(), PacketInfo.LOOPBACK_INTERFACE));
        assertThat(seen.get(2)).isNull();
    }

    @Test
    @Tag("API-RCV-07")
    void aRequestTakesControlInformationAndSaysWhatWasCutOff() {
        DatagramSocket socket = bench.datagrams();
        packetInfo(socket, 1);
        peerSends(socket, "whole", "cut", "none");
        ByteBuffer room = ByteBuffer.allocate(30).position(2);
        ByteBuffer small = ByteBuffer.allocate(8);

        ReceivedFrom whole = receive(socket, room);
        ReceivedFrom cut = receive(socket, small);
        ReceivedFrom none = receive(socket, null);

        assertThat(whole.controlLength()).isEqualTo(PACKET_INFO_BYTES);
        assertThat(whole.flags().bits()).isZero();
        assertThat(PacketInfo.read(room.slice(2, PACKET_INFO_BYTES))).isNotNull();
        assertThat(cut.controlLength()).isEqualTo(8);
        assertThat(cut.flags().bits()).isEqualTo(ReceiveFromEventFlags.MSG_CTRUNC);
        assertThat(none.controlLength()).isZero();
        assertThat(none.flags().bits()).isZero();
    }

    @Test
    void whatWasCutOffTellsNothing() {
        ByteBuffer whole =
                new PacketInfo(InetAddress.getLoopbackAddress(), PacketInfo.LOOPBACK_INTERFACE).toControlInfo();

        for (int length = 0; length < whole.limit(); length++) {
            ByteBuffer cut = whole.duplicate().limit(length);
            assertThat(PacketInfo.read(cut)).isNull();
            ByteBuffer lying = ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
            if (length >= Long.BYTES + 2 * Integer.BYTES) {
                lying.putLong(0, length).putInt(12, ControlCode.IP_PKTINFO);
            }
            assertThat(PacketInfo.read(lying)).isNull();
        }
    }

    @Test
    @Tag("API-RCV-07")
    void roomThatCannotBeWrittenIsRefused() {
        DatagramSocket socket = bench.datagrams();

        assertThat(socket.dispatch()
                        .receiveFrom(
                                WskBuf.of(new byte[1]),
                                0,
                                ByteBuffer.allocate(30).asReadOnlyBuffer(),
                                new ClientIrp().irp()))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
    }

    @Test
    void theOptionIsThatOfTheFamilyAndOfDatagramSockets() {
        DatagramSocket socket = bench.datagrams();

        assertThat(bench.setOption(socket, ControlCode.IPPROTO_IPV6, ControlCode.IP_PKTINFO, 1, new ClientIrp().irp()))
                .isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        assertThat(bench.setOption(
                        bench.connected(), ControlCode.IPPROTO_IP, ControlCode.IP_PKTINFO, 1, new ClientIrp().irp()))
                .isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        assertThat(bench.getOption(socket, ControlCode.IPPROTO_IP, ControlCode.IP_PKTINFO))
                .isZero();
    }

    @Test
    @OnlyInMemory("Java makes every IPv6 socket take IPv4 traffic too (FID-13)")
    void anIpv6SocketTakesIpv6TrafficOnlyAndSaysSo() {
        ClientIrp made = new ClientIrp();
        bench.provider.socket(
                new WskSocketParameters(
                        WskSocketParameters.AF_INET6,
                        WskSocketParameters.SOCK_DGRAM,
                        WskSocketParameters.IPPROTO_UDP,
                        SocketCategory.DATAGRAM,
                        null,
                        bench.client.datagramTable),
                made.irp());
        DatagramSocket socket = made.pointer(DatagramSocket.class);

        assertThat(bench.getOption(socket, ControlCode.IPPROTO_IPV6, ControlCode.IPV6_V6ONLY))
                .isEqualTo(1);
        assertThat(bench.setOption(socket, ControlCode.IPPROTO_IPV6, ControlCode.IPV6_V6ONLY, 1, new ClientIrp().irp()))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.setOption(socket, ControlCode.IPPROTO_IPV6, ControlCode.IPV6_V6ONLY, 0, new ClientIrp().irp()))
                .isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
    }
}
