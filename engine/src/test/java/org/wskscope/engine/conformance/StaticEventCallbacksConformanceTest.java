package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE_FROM;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.PeerEnd;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.EventCallbackControl;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.NpiId;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.StreamSocket;
import org.wskscope.engine.wsk.WskClientStreamDispatch;

/** The WDK page wsk-set-static-event-callbacks; scenario SCN-23. */
@OnEveryNetwork
class StaticEventCallbacksConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    StaticEventCallbacksConformanceTest(Network network) {
        bench = new NetworkBench(network);
    }

    private NtStatus setStatic(EventMask mask, @Nullable Irp irp) {
        return bench.provider.controlClient(
                new ControlParameters(
                        ControlType.WskSetOption,
                        ControlCode.WSK_SET_STATIC_EVENT_CALLBACKS,
                        0,
                        EventCallbackControl.SIZE,
                        new EventCallbackControl(NpiId.NPI_WSK_INTERFACE_ID, mask),
                        0,
                        null),
                irp);
    }

    @Test
    @Tag("CTL-STC-01")
    @Tag("CTL-STC-04")
    @Tag("CTL-STC-06")
    @Tag("SCN-23")
    void aStaticAcceptEventIsOnFromBindAndForEver() {
        assertThat(setStatic(EventMask.of(WSK_EVENT_ACCEPT), null)).isEqualTo(NtStatus.STATUS_SUCCESS);
        ListenSocket listener = bench.listening();

        bench.peerConnects(listener);
        bench.run();

        assertThat(bench.client.calls).containsExactly("accept");
        assertThat(bench.disable(listener, WSK_EVENT_ACCEPT, null)).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_REQUEST);
        assertThat(bench.enable(listener, WSK_EVENT_ACCEPT)).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_REQUEST);
        assertThat(bench.enable(listener, WSK_EVENT_ACCEPT, WSK_EVENT_DISCONNECT))
                .as("not even among others")
                .isEqualTo(NtStatus.STATUS_INVALID_DEVICE_REQUEST);
        bench.peerConnects(listener);
        bench.run();
        assertThat(bench.client.calls).containsExactly("accept", "accept");
    }

    @Test
    @Tag("CTL-STC-02")
    @Tag("C-28")
    void theLastMaskBeforeTheFirstSocketCountsAndLaterOnesAreTooLate() {
        setStatic(EventMask.of(WSK_EVENT_RECEIVE_FROM), null);
        setStatic(EventMask.of(WSK_EVENT_ACCEPT), null);
        ListenSocket listener = bench.listening();

        assertThat(setStatic(EventMask.of(WSK_EVENT_RECEIVE), null)).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        assertThat(bench.enable(listener, WSK_EVENT_ACCEPT)).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_REQUEST);
        DatagramSocket datagrams = bench.datagrams();
        bench.connected();
        bench.peer().sends("too late");
        bench.peerDatagrams().sends(bench.localAddress(datagrams), "replaced");
        bench.run();
        assertThat(bench.client.calls).isEmpty();
    }

    @Test
    @Tag("CTL-STC-03")
    void anIrpIsRefused() {
        ClientIrp irp = new ClientIrp();

        assertThat(setStatic(EventMask.of(WSK_EVENT_ACCEPT), irp.irp())).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(irp.completions()).isEqualTo(1);
        bench.peerConnects(bench.listening());
        bench.run();
        assertThat(bench.client.calls).isEmpty();
    }

    @Test
    @Tag("CTL-STC-01")
    @Tag("CTL-STC-05")
    @Tag("CTL-STC-07")
    void aMixedMaskAppliesToEachCategoryAndToSocketsAcceptedByIrp() {
        setStatic(EventMask.of(WSK_EVENT_RECEIVE, WSK_EVENT_RECEIVE_FROM), null);
        ListenSocket listener = bench.listening();
        ClientIrp irp = new ClientIrp();
        listener.dispatch().accept(0, "by irp", bench.client.connectionTable, irp.irp());

        PeerEnd stream = bench.peerConnects(listener);
        stream.sends("hello");
        bench.run();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.client.calls).containsExactly("receive hello");

        DatagramSocket datagrams = bench.datagrams();
        bench.peerDatagrams().sends(bench.localAddress(datagrams), "datagram");
        bench.run();
        assertThat(bench.client.calls).endsWith("receiveFrom datagram");
        bench.connected();
        bench.peer().sends("at once");
        bench.run();
        assertThat(bench.client.calls).endsWith("receive at once");
    }

    @Test
    @Tag("CTL-STC-07")
    void aSocketAcceptedByTheEventHasTheStaticEventsToo() {
        setStatic(EventMask.of(WSK_EVENT_ACCEPT, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT), null);
        PeerEnd peer = bench.peerConnects(bench.listening());
        bench.run();

        peer.sends("hello");
        bench.run();
        peer.finishes();
        bench.run();

        assertThat(bench.client.calls).containsExactly("accept", "receive hello", "disconnect graceful");
        assertThat(bench.disable(bench.client.acceptedSockets.get(0), WSK_EVENT_RECEIVE, null))
                .isEqualTo(NtStatus.STATUS_INVALID_DEVICE_REQUEST);
    }

    @Test
    @Tag("CTL-STC-01")
    @Tag("CTL-STC-04")
    @Tag("C-38")
    void aStreamSocketHasTheStaticEventsOfTheRoleItTakes() {
        setStatic(EventMask.of(WSK_EVENT_ACCEPT, WSK_EVENT_RECEIVE), null);
        StreamSocket listener = boundStream();
        listener.dispatch().listen(new ClientIrp().irp());
        StreamSocket connection = boundStream();
        connection.dispatch().connect(bench.peerAddress(), 0, new ClientIrp().irp());
        bench.run();

        bench.peer().sends("to the connection");
        bench.run();
        bench.peerConnects(listener).sends("to the accepted one");
        bench.run();

        assertThat(bench.client.calls)
                .containsExactly("receive to the connection", "accept", "receive to the accepted one");
        assertThat(bench.disable(listener, WSK_EVENT_ACCEPT, null)).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_REQUEST);
        assertThat(bench.disable(connection, WSK_EVENT_RECEIVE, null))
                .isEqualTo(NtStatus.STATUS_INVALID_DEVICE_REQUEST);
    }

    private StreamSocket boundStream() {
        StreamSocket socket = bench.create(
                StreamSocket.class,
                SocketCategory.STREAM,
                new WskClientStreamDispatch(bench.client.listenTable, bench.client.connectionTable));
        socket.dispatch().bind(NetworkBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
        return socket;
    }

    @Test
    @Tag("CTL-ECB-19")
    void aMaskWithUnknownBitsOrDisableIsRefused() {
        assertThat(setStatic(new EventMask(0x1), null)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(setStatic(EventMask.disabling(WSK_EVENT_ACCEPT), null)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(setStatic(EventMask.NONE, null)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
    }
}
