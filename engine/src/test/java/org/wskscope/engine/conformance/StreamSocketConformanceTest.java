package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.StreamSocket;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskClientStreamDispatch;
import org.wskscope.engine.wsk.WskProviderStreamDispatch;

/** The WDK pages nc-wsk-pfn_wsk_listen and ns-wsk-_wsk_provider_stream_dispatch. */
@OnEveryNetwork
class StreamSocketConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    private final StreamSocket socket;

    StreamSocketConformanceTest(Network network) {
        bench = new NetworkBench(network);
        socket = bench.create(
                StreamSocket.class,
                SocketCategory.STREAM,
                new WskClientStreamDispatch(bench.client.listenTable, bench.client.connectionTable));
    }

    @BeforeEach
    void bind() {
        socket.dispatch().bind(NetworkBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
    }

    private ClientIrp listen() {
        ClientIrp irp = new ClientIrp();
        socket.dispatch().listen(irp.irp());
        bench.run();
        return irp;
    }

    private ClientIrp connect() {
        ClientIrp irp = new ClientIrp();
        socket.dispatch().connect(bench.peerAddress(), 0, irp.irp());
        bench.run();
        return irp;
    }

    @Test
    @Tag("API-SCK-04")
    @Tag("API-OBJ-08")
    void listeningTakesTheListenTableAndForeclosesConnecting() {
        InetSocketAddress bound = bench.localAddress(socket);
        assertThat(listen().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.localAddress(socket)).isEqualTo(bound);
        assertThat(bench.enable(socket, WSK_EVENT_ACCEPT, WSK_EVENT_RECEIVE)).isEqualTo(NtStatus.STATUS_SUCCESS);
        bench.peerConnects(socket).sends("hello");
        bench.run();

        assertThat(bench.client.calls).containsExactly("accept", "receive hello");
        assertThat(connect().status()).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        assertThat(listen().status()).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
    }

    @Test
    @Tag("API-SCK-05")
    @Tag("API-OBJ-08")
    void connectingForeclosesListening() {
        assertThat(connect().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.enable(socket, WSK_EVENT_RECEIVE)).isEqualTo(NtStatus.STATUS_SUCCESS);
        ClientIrp sent = new ClientIrp();
        socket.dispatch().send(WskBuf.of("out"), SendFlags.NONE, sent.irp());
        bench.peer().sends("in");
        bench.run();
        ClientIrp accepting = new ClientIrp();
        socket.dispatch().accept(0, null, null, accepting.irp());

        assertThat(sent.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.client.calls).containsExactly("receive in");
        assertThat(accepting.status()).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        assertThat(listen().status()).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
    }

    @Test
    @Tag("API-OBJ-07")
    void whatItAcceptsIsAConnectionSocketByEitherRoute() {
        listen();
        ClientIrp accepting = new ClientIrp();
        socket.dispatch().accept(0, null, null, accepting.irp());
        bench.peerConnects(socket);
        bench.run();
        bench.enable(socket, WSK_EVENT_ACCEPT);
        bench.peerConnects(socket);
        bench.run();

        for (ConnectionSocket accepted :
                List.of(accepting.pointer(ConnectionSocket.class), bench.client.acceptedSockets.get(0))) {
            assertThat(accepted).isNotInstanceOf(StreamSocket.class);
            assertThat(accepted.dispatch()).isNotInstanceOf(WskProviderStreamDispatch.class);
        }
    }

    @Test
    @Tag("C-38")
    void withoutARoleItIsTooEarlyForEvents() {
        assertThat(bench.enable(socket, WSK_EVENT_ACCEPT)).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        assertThat(bench.enable(socket, WSK_EVENT_RECEIVE)).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
    }

    @Test
    void closingAListeningStreamSocketFreesItsAddressOnce() {
        listen();
        InetSocketAddress address = bench.localAddress(socket);
        ClientIrp closing = new ClientIrp();

        bench.close(socket, closing);
        bench.run();

        assertThat(closing.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.wsk.openSocketCount()).isZero();
        ListenSocket next = bench.create(ListenSocket.class, SocketCategory.LISTEN, bench.client.listenTable);
        ClientIrp binding = new ClientIrp();
        next.dispatch().bind(address, 0, binding.irp());
        bench.run();
        assertThat(binding.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }
}
