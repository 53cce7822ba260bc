package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.ControlCode.IPPROTO_IPV6;
import static org.wskscope.engine.wsk.ControlCode.IPPROTO_TCP;
import static org.wskscope.engine.wsk.ControlCode.IPV6_V6ONLY;
import static org.wskscope.engine.wsk.ControlCode.SOL_SOCKET;
import static org.wskscope.engine.wsk.ControlCode.SO_BROADCAST;
import static org.wskscope.engine.wsk.ControlCode.SO_EXCLUSIVEADDRUSE;
import static org.wskscope.engine.wsk.ControlCode.SO_KEEPALIVE;
import static org.wskscope.engine.wsk.ControlCode.SO_RCVBUF;
import static org.wskscope.engine.wsk.ControlCode.SO_REUSEADDR;
import static org.wskscope.engine.wsk.ControlCode.SO_WSK_SECURITY;
import static org.wskscope.engine.wsk.ControlCode.TCP_NODELAY;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.wsk.BasicSocket;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskSocket;

/** The WDK pages so-keepalive, so-rcvbuf, so-reuseaddr, so-exclusiveaddruse and so-broadcast. */
@PlayedByHand("the test looks at what the transport was told")
class SocketOptionsConformanceTest {
    private final KernelBench bench = new KernelBench();

    private NtStatus set(WskSocket socket, int code, int value) {
        ClientIrp irp = new ClientIrp();
        NtStatus answer = bench.setOption(socket, code, value, irp.irp());
        bench.run();
        assertThat(irp.completions()).isEqualTo(1);
        assertThat(irp.status()).isEqualTo(answer);
        return answer;
    }

    @Test
    @Tag("CTL-INH-11")
    void keepAliveAndReceiveBufferAreHandedDownOnBothAcceptRoutesAndCanBeOverridden() {
        ListenSocket listener = bench.listening();
        set(listener, SO_KEEPALIVE, 1);
        set(listener, SO_RCVBUF, 4096);
        ClientIrp accepting = new ClientIrp();
        listener.dispatch().accept(0, null, null, accepting.irp());
        bench.transport.listener(0).peerConnects();
        bench.run();
        bench.enable(listener, WSK_EVENT_ACCEPT);
        bench.transport.listener(0).peerConnects();
        bench.run();
        ConnectionSocket byIrp = accepting.pointer(ConnectionSocket.class);
        ConnectionSocket byEvent = bench.client.acceptedSockets.get(0);

        for (ConnectionSocket accepted : new ConnectionSocket[] {byIrp, byEvent}) {
            assertThat(bench.getOption(accepted, SOL_SOCKET, SO_KEEPALIVE)).isEqualTo(1);
            assertThat(bench.getOption(accepted, SOL_SOCKET, SO_RCVBUF)).isEqualTo(4096);
        }
        assertThat(bench.transport.stream(0).isKeptAlive()).isTrue();
        assertThat(bench.transport.stream(1).isKeptAlive()).isTrue();

        set(byIrp, SO_KEEPALIVE, 0);
        set(byIrp, SO_RCVBUF, 9000);

        assertThat(bench.transport.stream(0).isKeptAlive()).isFalse();
        assertThat(bench.getOption(byIrp, SOL_SOCKET, SO_RCVBUF)).isEqualTo(9000);
        assertThat(bench.getOption(byEvent, SOL_SOCKET, SO_RCVBUF)).isEqualTo(4096);
        assertThat(bench.getOption(listener, SOL_SOCKET, SO_KEEPALIVE)).isEqualTo(1);
    }

    @Test
    void keepAliveSetBeforeTheBindReachesTheTransport() {
        ConnectionSocket socket =
                bench.create(ConnectionSocket.class, SocketCategory.CONNECTION, bench.client.connectionTable);
        set(socket, SO_KEEPALIVE, 1);

        socket.dispatch().bind(KernelBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();

        assertThat(bench.peer().isKeptAlive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {SO_KEEPALIVE, SO_RCVBUF, SO_REUSEADDR, SO_EXCLUSIVEADDRUSE})
    @Tag("API-IRP-10")
    void everyOptionNeedsAnIrpToSetAndToGet(int code) {
        ConnectionSocket socket =
                bench.create(ConnectionSocket.class, SocketCategory.CONNECTION, bench.client.connectionTable);
        ControlParameters get = new ControlParameters(
                ControlType.WskGetOption, code, SOL_SOCKET, 0, null, Integer.BYTES, ByteBuffer.allocate(4));

        assertThat(bench.setOption(socket, code, 1, null)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(socket.dispatch().controlSocket(get, null)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(ints = {SO_KEEPALIVE, SO_RCVBUF, SO_REUSEADDR})
    void aWrongSizeOrLevelIsRefusedAndChangesNothing(int code) {
        ConnectionSocket socket =
                bench.create(ConnectionSocket.class, SocketCategory.CONNECTION, bench.client.connectionTable);
        int before = bench.getOption(socket, SOL_SOCKET, code);
        ControlParameters small =
                new ControlParameters(ControlType.WskSetOption, code, SOL_SOCKET, 3, before + 1, 0, null);
        ControlParameters smallOutput =
                new ControlParameters(ControlType.WskGetOption, code, SOL_SOCKET, 0, null, 3, ByteBuffer.allocate(3));

        assertThat(socket.dispatch().controlSocket(small, new ClientIrp().irp()))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(socket.dispatch().controlSocket(smallOutput, new ClientIrp().irp()))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        for (int level : new int[] {IPPROTO_TCP, ControlCode.IPPROTO_IP, ControlCode.IPPROTO_IPV6}) {
            assertThat(bench.setOption(socket, level, code, before + 1, new ClientIrp().irp()))
                    .as("the same number at another level is another option")
                    .isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        }
        assertThat(bench.getOption(socket, SOL_SOCKET, code)).isEqualTo(before);
    }

    @Test
    void optionsBelongToCategories() {
        BasicSocket basic = bench.create(BasicSocket.class, SocketCategory.BASIC, null);
        DatagramSocket datagrams = bench.datagrams();
        ConnectionSocket connection = bench.connected();

        assertThat(set(basic, SO_RCVBUF, 1)).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        assertThat(set(datagrams, SO_KEEPALIVE, 1)).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        assertThat(set(connection, SO_BROADCAST, 1)).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        assertThat(set(connection, SO_WSK_SECURITY, 1)).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        assertThat(bench.setOption(datagrams, IPPROTO_TCP, TCP_NODELAY, 1, new ClientIrp().irp()))
                .isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        assertThat(bench.setOption(connection, IPPROTO_IPV6, IPV6_V6ONLY, 1, new ClientIrp().irp()))
                .isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
    }

    @Test
    void sharingIsDecidedBeforeTheBindAndBroadcastingAtAnyTime() {
        DatagramSocket socket = bench.datagrams();

        assertThat(set(socket, SO_REUSEADDR, 1)).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        assertThat(set(socket, SO_EXCLUSIVEADDRUSE, 1)).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        assertThat(set(socket, SO_BROADCAST, 1)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.transport.datagramSocket(0).mayBroadcast()).isTrue();
    }

    @Test
    void theTransportIsReportedNotToDelaySmallWrites() {
        ConnectionSocket socket = bench.connected();
        ClientIrp irp = new ClientIrp();

        NtStatus answer = bench.setOption(socket, IPPROTO_TCP, TCP_NODELAY, 0, irp.irp());

        assertThat(answer).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.getOption(socket, IPPROTO_TCP, TCP_NODELAY)).isZero();
        assertThat(bench.peer().isNoDelay()).isFalse();
    }
}
