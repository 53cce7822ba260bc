package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.violationFound;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.wsk.BasicSocket;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.DisconnectFlags;
import org.wskscope.engine.wsk.OutputSizeReturned;
import org.wskscope.engine.wsk.SocketAddressList;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.StreamSocket;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskSocket;

/** The WDK pages nc-wsk-pfn_wsk_control_socket, sio-wsk-query-…-backlog, sio-address-list-… and sio-wsk-set-tcp-silent-mode. */
@PlayedByHand("the test says which addresses the machine has and when a write ends")
class ControlSocketConformanceTest {
    private static final InetSocketAddress FAR = new InetSocketAddress("192.0.2.7", 7);

    private final KernelBench bench = new KernelBench();

    private static NtStatus ioctl(WskSocket socket, int code, @Nullable Irp irp) {
        return socket.dispatch()
                .controlSocket(new ControlParameters(ControlType.WskIoctl, code, 0, 0, null, 0, null), irp);
    }

    private static NtStatus queryAddresses(
            WskSocket socket, long room, @Nullable SocketAddressList output, OutputSizeReturned size) {
        ControlParameters parameters = new ControlParameters(
                ControlType.WskIoctl, ControlCode.SIO_ADDRESS_LIST_QUERY, 0, 0, null, room, output, size);
        return socket.dispatch().controlSocket(parameters, null);
    }

    @ParameterizedTest
    @ValueSource(ints = {ControlCode.SIO_WSK_QUERY_IDEAL_SEND_BACKLOG, ControlCode.SIO_WSK_QUERY_RECEIVE_BACKLOG})
    @Tag("CTL-OPT-01")
    @Tag("CTL-OPT-04")
    @Tag("EVT-BKL-04")
    void backlogsAreNumbersOfEightBytesAfterConnectWithAnIrp(int code) {
        ConnectionSocket socket = bench.connected();
        ByteBuffer output = ByteBuffer.allocate(Long.BYTES);
        OutputSizeReturned size = new OutputSizeReturned();
        ControlParameters query = ControlParameters.query(code, output, size);
        ControlParameters small = ControlParameters.query(code, ByteBuffer.allocate(Long.BYTES - 1), size);
        ClientIrp irp = new ClientIrp();
        bench.peer().peerSends("12345");
        bench.run();

        assertThat(socket.dispatch().controlSocket(query, irp.irp())).isEqualTo(NtStatus.STATUS_SUCCESS);

        assertThat(irp.information()).isEqualTo(Long.BYTES);
        assertThat(size.get()).as("with an IRP the size is in Information").isZero();
        assertThat(output.getLong(0)).isEqualTo(code == ControlCode.SIO_WSK_QUERY_RECEIVE_BACKLOG ? 5 : 64 * 1024);
        assertThat(socket.dispatch().controlSocket(query, null)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(socket.dispatch().controlSocket(small, new ClientIrp().irp()))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(bench.bound().dispatch().controlSocket(query, new ClientIrp().irp()))
                .isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        assertThat(bench.datagrams().dispatch().controlSocket(query, new ClientIrp().irp()))
                .isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
    }

    @Test
    @Tag("CTL-OPT-01")
    void whatWasRetainedAcceptedOrReceivedIsTaken() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        bench.client.nextReceive(NtStatus.STATUS_PENDING);
        bench.client.onReceive.add((list, bytes, accepted) -> {
            accepted.set(2);
            return NtStatus.STATUS_SUCCESS;
        });
        bench.peer().peerSends("retained");
        bench.run();
        assertThat(bench.receiveBacklog(socket)).isZero();

        bench.peer().peerSends("abcde");
        bench.run();
        assertThat(bench.receiveBacklog(socket)).isEqualTo(3);

        bench.disable(socket, WSK_EVENT_RECEIVE, null);
        bench.receive(socket, new byte[1], new ClientIrp());
        assertThat(bench.receiveBacklog(socket)).isEqualTo(2);
    }

    @Test
    @Tag("CTL-OPT-05")
    void aCallThatCannotFinishInlineNeedsAnIrp() {
        int code = 0x4F0000FF;
        ConnectionSocket socket = bench.connected();
        bench.wsk.holdControls(code);
        ClientIrp irp = new ClientIrp();

        assertThat(ioctl(socket, code, null)).isEqualTo(NtStatus.STATUS_REQUEST_NOT_ACCEPTED);
        assertThat(ioctl(socket, code, irp.irp())).isEqualTo(NtStatus.STATUS_PENDING);
        assertThat(irp.isCompleted()).isFalse();
        bench.wsk.finishHeldControls(code);

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.completions()).isEqualTo(1);
        assertThat(ioctl(socket, code, null)).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
    }

    @Test
    @Tag("THR-16")
    void anAddressListChangeWaitsForTheNextChange() {
        BasicSocket socket = bench.create(BasicSocket.class, SocketCategory.BASIC, null);
        bench.wsk.addressListChanged();
        ClientIrp irp = new ClientIrp();

        assertThat(ioctl(socket, ControlCode.SIO_ADDRESS_LIST_CHANGE, irp.irp()))
                .isEqualTo(NtStatus.STATUS_PENDING);
        assertThat(ioctl(socket, ControlCode.SIO_ADDRESS_LIST_CHANGE, null))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(irp.isCompleted()).isFalse();
        bench.wsk.addressListChanged();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("API-CLO-01")
    @Tag("API-IRP-11")
    void aWaitingAddressListChangeEndsWithItsCancelItsSocketOrItsTransport() {
        BasicSocket basic = bench.create(BasicSocket.class, SocketCategory.BASIC, null);
        ConnectionSocket connection = bench.connected();
        ClientIrp cancelled = new ClientIrp();
        ClientIrp closed = new ClientIrp();
        ClientIrp dead = new ClientIrp();
        ioctl(basic, ControlCode.SIO_ADDRESS_LIST_CHANGE, cancelled.irp());
        ioctl(basic, ControlCode.SIO_ADDRESS_LIST_CHANGE, closed.irp());
        ioctl(connection, ControlCode.SIO_ADDRESS_LIST_CHANGE, dead.irp());

        cancelled.irp().cancel();
        bench.close(basic, new ClientIrp());
        bench.wsk.failSocket(connection.id());
        bench.run();

        assertThat(cancelled.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(closed.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(dead.status()).isEqualTo(NtStatus.STATUS_FILE_FORCED_CLOSED);
        assertThat(closed.completions() + cancelled.completions() + dead.completions())
                .isEqualTo(3);
    }

    @Test
    void whatAStreamSocketWaitedForGoesOnWaitingWhenItListens() {
        StreamSocket socket = bench.create(StreamSocket.class, SocketCategory.STREAM, null);
        ClientIrp changed = new ClientIrp();
        ClientIrp cancelled = new ClientIrp();
        ioctl(socket, ControlCode.SIO_ADDRESS_LIST_CHANGE, changed.irp());
        ioctl(socket, ControlCode.SIO_ADDRESS_LIST_CHANGE, cancelled.irp());
        socket.dispatch().bind(KernelBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
        socket.dispatch().listen(new ClientIrp().irp());
        bench.run();

        cancelled.irp().cancel();
        bench.wsk.addressListChanged();

        assertThat(cancelled.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(changed.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void theAddressesOfTheSocketsFamilyAreListedWithoutIrp() throws Exception {
        bench.transport.setLocalAddresses("192.0.2.1", "2001:db8::1", "127.0.0.1");
        BasicSocket socket = bench.create(BasicSocket.class, SocketCategory.BASIC, null);
        SocketAddressList list = new SocketAddressList();
        OutputSizeReturned size = new OutputSizeReturned();

        assertThat(queryAddresses(socket, 0, list, size)).isEqualTo(NtStatus.STATUS_BUFFER_OVERFLOW);
        assertThat(size.get()).isEqualTo(8 + 2 * 32);
        assertThat(list.addresses()).isEmpty();
        assertThat(queryAddresses(socket, size.get(), list, size)).isEqualTo(NtStatus.STATUS_SUCCESS);

        assertThat(list.addresses())
                .containsExactly(InetAddress.getByName("192.0.2.1"), InetAddress.getByName("127.0.0.1"));
        assertThat(queryAddresses(socket, size.get(), null, size)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(ioctl(socket, ControlCode.SIO_ADDRESS_LIST_SORT, new ClientIrp().irp()))
                .isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
    }

    @Test
    void askingForAddressesInsideACallbackIsNoted() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        bench.client.onReceive.add((list, bytes, accepted) ->
                queryAddresses(socket, 1000, new SocketAddressList(), new OutputSizeReturned()));

        bench.peer().peerSends("A");
        bench.run();

        TraceAssert.assertThat(bench.log).containsInOrder(violationFound(Violation.IRQL_TOO_HIGH));
    }

    @Test
    @Tag("CTL-OPT-06")
    void inSilentModeInputIsDiscardedAndOnlyCloseRemains() {
        ConnectionSocket socket = bench.connectedTo(FAR);
        bench.enable(socket, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT);

        NtStatus answer = ioctl(socket, ControlCode.SIO_WSK_SET_TCP_SILENT_MODE, new ClientIrp().irp());
        bench.peer().peerSends("unheard");
        bench.peer().peerFinishes();
        bench.run();

        NtStatus refused = NtStatus.STATUS_INVALID_DEVICE_STATE;
        assertThat(answer).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.client.calls).isEmpty();
        assertThat(bench.send(socket, "x", new ClientIrp())).isEqualTo(refused);
        assertThat(bench.receive(socket, new byte[1], new ClientIrp())).isEqualTo(refused);
        for (DisconnectFlags flags : new DisconnectFlags[] {DisconnectFlags.GRACEFUL, DisconnectFlags.ABORTIVE}) {
            assertThat(socket.dispatch().disconnect(null, flags, new ClientIrp().irp()))
                    .isEqualTo(refused);
        }
        assertThat(socket.dispatch().getRemoteAddress(new ClientIrp().irp())).isEqualTo(refused);
        assertThat(socket.dispatch().getLocalAddress(new ClientIrp().irp())).isEqualTo(refused);
        assertThat(bench.enable(socket, WSK_EVENT_RECEIVE)).isEqualTo(refused);
        assertThat(ioctl(socket, ControlCode.SIO_WSK_QUERY_RECEIVE_BACKLOG, new ClientIrp().irp()))
                .isEqualTo(refused);
        ClientIrp closing = new ClientIrp();
        bench.close(socket, closing);
        bench.run();
        assertThat(closing.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("CTL-OPT-06")
    void silenceIsRefusedWhileASendOrDisconnectIsPending() {
        ConnectionSocket socket = bench.connectedTo(FAR);
        bench.peer().holdWrites();
        ClientIrp sending = new ClientIrp();
        bench.send(socket, "x", sending);

        NtStatus answer = ioctl(socket, ControlCode.SIO_WSK_SET_TCP_SILENT_MODE, new ClientIrp().irp());
        bench.peer().completeWrites();
        bench.run();

        assertThat(answer).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        assertThat(sending.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("CTL-OPT-06")
    void loopbackIsNeverSilent() {
        ConnectionSocket socket = bench.connected();

        assertThat(ioctl(socket, ControlCode.SIO_WSK_SET_TCP_SILENT_MODE, new ClientIrp().irp()))
                .isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        assertThat(bench.send(socket, "x", new ClientIrp())).isEqualTo(NtStatus.STATUS_PENDING);
    }

    @Test
    @Tag("CTL-OPT-06")
    void whatWaitsWhenSilenceFallsIsDiscardedAlsoBehindACallbackInProgress() {
        ConnectionSocket socket = bench.connectedTo(FAR);
        bench.enable(socket, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT);
        var held = bench.client.holdNextReceive(socket);
        ClientIrp receiving = new ClientIrp();
        bench.peer().peerSends("looked at");
        bench.run();
        bench.receive(socket, new byte[100], receiving);
        bench.peer().peerSends("waiting");
        bench.run();

        ioctl(socket, ControlCode.SIO_WSK_SET_TCP_SILENT_MODE, new ClientIrp().irp());
        held.release(NtStatus.STATUS_DATA_NOT_ACCEPTED);
        bench.run();

        assertThat(bench.client.calls).containsExactly("receive looked at");
        assertThat(receiving.isCompleted()).isFalse();
        bench.close(socket, new ClientIrp());
        bench.run();
        assertThat(receiving.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(receiving.information()).isZero();
    }

    @Test
    @Tag("CTL-OPT-06")
    void silenceNeedsAConnectionAndAnIrp() {
        int code = ControlCode.SIO_WSK_SET_TCP_SILENT_MODE;

        assertThat(ioctl(bench.connected(), code, null)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(ioctl(bench.bound(), code, new ClientIrp().irp())).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        assertThat(ioctl(bench.listening(), code, new ClientIrp().irp())).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
    }
}
