package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.nt.NtStatus.STATUS_FILE_FORCED_CLOSED;
import static org.wskscope.engine.nt.NtStatus.STATUS_INVALID_DEVICE_STATE;
import static org.wskscope.engine.nt.NtStatus.STATUS_SUCCESS;
import static org.wskscope.engine.testkit.RecordMatchers.record;
import static org.wskscope.engine.wsk.InspectAction.WskInspectAccept;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.PeerDatagrams;
import org.wskscope.engine.testkit.network.PeerEnd;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.DisconnectFlags;
import org.wskscope.engine.wsk.InspectId;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.StreamSocket;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskBufList;
import org.wskscope.engine.wsk.WskClientStreamDispatch;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskProviderListenDispatch;

/** The WDK pages nc-wsk-pfn_wsk_bind, -connect, -get_local_address and -get_remote_address: what a socket can do at which time of its life. */
@OnEveryNetwork
class SocketLifeConformanceTest {
    /** All local addresses of the family, a port of the system's choice. */
    private static final InetSocketAddress WILDCARD = new InetSocketAddress(ipv4(0, 0, 0, 0), 0);

    @AutoClose
    private final NetworkBench bench;

    SocketLifeConformanceTest(Network network) {
        bench = new NetworkBench(network);
    }

    private static InetAddress ipv4(int... figures) {
        byte[] address = new byte[4];
        for (int i = 0; i < 4; i++) {
            address[i] = (byte) figures[i];
        }
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Asks for something, lets it happen, and returns its IRP, which must have been completed once. */
    private ClientIrp done(Function<Irp, NtStatus> call) {
        ClientIrp irp = new ClientIrp();
        call.apply(irp.irp());
        bench.run();
        assertThat(irp.completions()).isEqualTo(1);
        return irp;
    }

    private NtStatus statusOf(Function<Irp, NtStatus> call) {
        return done(call).status();
    }

    private ConnectionSocket created() {
        return bench.create(ConnectionSocket.class, SocketCategory.CONNECTION, bench.client.connectionTable);
    }

    @Test
    @Tag("API-SCK-03")
    void aListeningSocketListensFromItsBindOn() {
        ListenSocket listener = bench.create(ListenSocket.class, SocketCategory.LISTEN, bench.client.listenTable);
        assertThat(statusOf(irp -> listener.dispatch().bind(NetworkBench.ANY_PORT, 0, irp)))
                .isEqualTo(STATUS_SUCCESS);

        PeerEnd peer = bench.peerConnects(listener);
        bench.run();

        assertThat(peer.outcome()).isEqualTo(STATUS_SUCCESS);
        assertThat(statusOf(irp -> listener.dispatch().accept(0, null, null, irp)))
                .isEqualTo(STATUS_SUCCESS);
        assertThat(Arrays.stream(WskProviderListenDispatch.class.getMethods()).map(java.lang.reflect.Method::getName))
                .contains("bind", "accept")
                .doesNotContain("listen");
    }

    @Test
    @Tag("API-SCK-06")
    void connectingNeedsABindFirst() {
        ConnectionSocket socket = created();

        NtStatus early = statusOf(irp -> socket.dispatch().connect(bench.peerAddress(), 0, irp));
        statusOf(irp -> socket.dispatch().bind(NetworkBench.ANY_PORT, 0, irp));
        NtStatus later = statusOf(irp -> socket.dispatch().connect(bench.peerAddress(), 0, irp));

        assertThat(early).isEqualTo(STATUS_INVALID_DEVICE_STATE);
        assertThat(later).isEqualTo(STATUS_SUCCESS);
    }

    @Test
    @Tag("API-SCK-07")
    void sendingReceivingAndDisconnectingNeedAConnection() {
        ListenSocket listener = bench.listening();
        bench.peerConnects(listener).sends("hello");
        ConnectionSocket accepted =
                done(irp -> listener.dispatch().accept(0, null, null, irp)).pointer(ConnectionSocket.class);

        ConnectionSocket bound = bench.bound();
        long before = bench.log.size();

        assertThat(transfers(bound)).containsOnly(STATUS_INVALID_DEVICE_STATE);
        // Not the transport says so, which is not asked.
        TraceAssert.assertThatFrom(bench.log, before)
                .containsNone(record(TraceRecord.IrpPended.class), record(TraceRecord.SocketStateChanged.class));
        assertThat(transfers(accepted)).containsOnly(STATUS_SUCCESS);
    }

    private List<NtStatus> transfers(ConnectionSocket socket) {
        return List.of(
                statusOf(irp -> socket.dispatch().send(WskBuf.of("x"), SendFlags.NONE, irp)),
                statusOf(irp -> socket.dispatch().receive(WskBuf.of(new byte[9]), ReceiveFlags.NONE, irp)),
                statusOf(irp -> socket.dispatch().disconnect(null, DisconnectFlags.GRACEFUL, irp)));
    }

    @Test
    @Tag("API-SCK-08")
    void datagramsNeedABindFirst() {
        DatagramSocket socket = bench.create(DatagramSocket.class, SocketCategory.DATAGRAM, null);
        PeerDatagrams peer = bench.peerDatagrams();

        assertThat(statusOf(irp -> socket.dispatch().sendTo(WskBuf.of("x"), 0, peer.address(), irp)))
                .isEqualTo(STATUS_INVALID_DEVICE_STATE);
        assertThat(statusOf(irp -> socket.dispatch().receiveFrom(WskBuf.of(new byte[4]), 0, irp)))
                .isEqualTo(STATUS_INVALID_DEVICE_STATE);
        statusOf(irp -> socket.dispatch().bind(NetworkBench.ANY_PORT, 0, irp));
        assertThat(statusOf(irp -> socket.dispatch().sendTo(WskBuf.of("x"), 0, peer.address(), irp)))
                .isEqualTo(STATUS_SUCCESS);
        assertThat(peer.received()).containsExactly("x");
    }

    @Test
    @Tag("API-SCK-15")
    @Tag("C-33")
    void reservedFlagsMustBeZeroEverywhere() {
        ConnectionSocket connection = created();
        ListenSocket listener = bench.listening();
        DatagramSocket datagrams = bench.datagrams();
        InetSocketAddress peer = bench.peerAddress();
        WskBufList messages = WskBufList.of(WskBuf.of("x"));

        assertThat(List.of(
                        statusOf(irp -> connection.dispatch().bind(NetworkBench.ANY_PORT, 1, irp)),
                        statusOf(irp -> bench.bound().dispatch().connect(peer, 1, irp)),
                        statusOf(irp -> bench.bound().dispatch().connectEx(peer, null, 1, irp)),
                        statusOf(irp -> listener.dispatch().bind(NetworkBench.ANY_PORT, 1, irp)),
                        statusOf(irp -> listener.dispatch().accept(1, null, null, irp)),
                        statusOf(irp -> datagrams.dispatch().bind(NetworkBench.ANY_PORT, 1, irp)),
                        statusOf(irp -> datagrams.dispatch().sendTo(WskBuf.of("x"), 1, peer, irp)),
                        statusOf(irp -> datagrams.dispatch().sendMessages(messages, 1, peer, irp)),
                        statusOf(irp -> datagrams.dispatch().receiveFrom(WskBuf.of(new byte[4]), 1, irp))))
                .containsOnly(NtStatus.STATUS_INVALID_PARAMETER);
    }

    @Test
    @Tag("API-SCK-09")
    void aSocketThatIsNotBoundHasNoLocalAddress() {
        ListenSocket listener = bench.create(ListenSocket.class, SocketCategory.LISTEN, null);
        DatagramSocket datagrams = bench.create(DatagramSocket.class, SocketCategory.DATAGRAM, null);
        StreamSocket stream =
                bench.create(StreamSocket.class, SocketCategory.STREAM, new WskClientStreamDispatch(null, null));
        ConnectionSocket connection = created();

        assertThat(List.of(
                        statusOf(listener.dispatch()::getLocalAddress),
                        statusOf(datagrams.dispatch()::getLocalAddress),
                        statusOf(stream.dispatch()::getLocalAddress),
                        statusOf(connection.dispatch()::getLocalAddress)))
                .containsOnly(STATUS_INVALID_DEVICE_STATE);
        assertThat(bench.localAddress(bench.bound()).getPort()).isPositive();
    }

    @Test
    @Tag("API-SCK-10")
    void aSocketThatIsNotConnectedHasNoRemoteAddress() {
        ConnectionSocket bound = bench.bound();
        ConnectionSocket connected = bench.connected();

        assertThat(statusOf(created().dispatch()::getRemoteAddress)).isEqualTo(STATUS_INVALID_DEVICE_STATE);
        assertThat(statusOf(bound.dispatch()::getRemoteAddress)).isEqualTo(STATUS_INVALID_DEVICE_STATE);
        assertThat(done(connected.dispatch()::getRemoteAddress).pointer(InetSocketAddress.class))
                .isEqualTo(bench.peerAddress());
    }

    @Test
    @Tag("API-SCK-11")
    void afterAWildcardBindThePortIsKnownAtOnceAndTheAddressAfterConnecting() {
        ConnectionSocket socket = created();
        statusOf(irp -> socket.dispatch().bind(WILDCARD, 0, irp));

        InetSocketAddress before = bench.localAddress(socket);
        statusOf(irp -> socket.dispatch().connect(bench.peerAddress(), 0, irp));
        InetSocketAddress after = bench.localAddress(socket);

        assertThat(before.getAddress().isAnyLocalAddress()).isTrue();
        assertThat(before.getPort()).isPositive();
        assertThat(after).isEqualTo(new InetSocketAddress(InetAddress.getLoopbackAddress(), before.getPort()));
    }

    @Test
    @Tag("API-SCK-12")
    @DisabledOnOs(value = OS.MAC, disabledReason = "its loopback interface has one address only")
    void aDatagramSocketBoundToTheWildcardReceivesOnAllLocalAddresses() {
        DatagramSocket socket = bench.create(DatagramSocket.class, SocketCategory.DATAGRAM, bench.client.datagramTable);
        statusOf(irp -> socket.dispatch().bind(WILDCARD, 0, irp));
        bench.enable(socket, WskEvent.WSK_EVENT_RECEIVE_FROM);
        PeerDatagrams peer = bench.peerDatagrams();
        int port = bench.localAddress(socket).getPort();

        peer.sends(new InetSocketAddress(ipv4(127, 0, 0, 1), port), "one");
        bench.run();
        peer.sends(new InetSocketAddress(ipv4(127, 0, 0, 2), port), "two");
        bench.run();

        assertThat(bench.client.calls).containsExactly("receiveFrom one", "receiveFrom two");
    }

    @Test
    @Tag("API-SCK-14")
    void anAddressThatIsTakenIsTakenForTheNextSocketUntilItIsFree() {
        ListenSocket first = bench.listening();
        InetSocketAddress address = bench.localAddress(first);
        ListenSocket second = bench.create(ListenSocket.class, SocketCategory.LISTEN, null);

        assertThat(statusOf(irp -> second.dispatch().bind(address, 0, irp)))
                .isEqualTo(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS);
        statusOf(first.dispatch()::closeSocket);
        assertThat(statusOf(irp -> second.dispatch().bind(address, 0, irp))).isEqualTo(STATUS_SUCCESS);
    }

    @Test
    @Tag("API-SCK-13")
    void everyFunctionOfADeadSocketFailsAndFailsItsIrp() {
        ConnectionSocket connection = bench.connected();
        ListenSocket listener = bench.listening();
        DatagramSocket datagrams = bench.datagrams();
        bench.wsk.failSocket(connection.id());
        bench.wsk.failSocket(listener.id());
        bench.wsk.failSocket(datagrams.id());
        bench.run();
        WskBufList messages = WskBufList.of(WskBuf.of("x"));

        assertThat(transfers(connection)).containsOnly(STATUS_FILE_FORCED_CLOSED);
        assertThat(List.of(
                        statusOf(irp -> connection.dispatch().bind(NetworkBench.ANY_PORT, 0, irp)),
                        statusOf(irp -> connection.dispatch().connect(bench.peerAddress(), 0, irp)),
                        statusOf(irp -> connection.dispatch().connectEx(bench.peerAddress(), null, 0, irp)),
                        statusOf(connection.dispatch()::getLocalAddress),
                        statusOf(connection.dispatch()::getRemoteAddress),
                        statusOf(irp -> connection.dispatch().disconnect(null, DisconnectFlags.ABORTIVE, irp)),
                        statusOf(irp -> bench.disable(connection, WskEvent.WSK_EVENT_RECEIVE, irp)),
                        statusOf(irp -> listener.dispatch().accept(0, null, null, irp)),
                        statusOf(
                                irp -> listener.dispatch().inspectComplete(new InspectId(1, 1), WskInspectAccept, irp)),
                        statusOf(listener.dispatch()::getLocalAddress),
                        statusOf(datagrams.dispatch()::getLocalAddress),
                        statusOf(irp -> datagrams.dispatch().sendMessages(messages, 0, bench.peerAddress(), irp)),
                        statusOf(irp -> datagrams.dispatch().sendTo(WskBuf.of("x"), 0, bench.peerAddress(), irp)),
                        statusOf(irp -> datagrams.dispatch().receiveFrom(WskBuf.of(new byte[9]), 0, irp))))
                .containsOnly(STATUS_FILE_FORCED_CLOSED);
        assertThat(statusOf(connection.dispatch()::closeSocket)).isEqualTo(STATUS_SUCCESS);
        assertThat(statusOf(listener.dispatch()::closeSocket)).isEqualTo(STATUS_SUCCESS);
        assertThat(statusOf(datagrams.dispatch()::closeSocket)).isEqualTo(STATUS_SUCCESS);
    }
}
