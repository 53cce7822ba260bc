package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.ControlCode.IPPROTO_TCP;
import static org.wskscope.engine.wsk.ControlCode.SOL_SOCKET;
import static org.wskscope.engine.wsk.ControlCode.SO_KEEPALIVE;
import static org.wskscope.engine.wsk.ControlCode.SO_RCVBUF;
import static org.wskscope.engine.wsk.ControlCode.SO_REUSEADDR;
import static org.wskscope.engine.wsk.ControlCode.TCP_NODELAY;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.trace.EnableOrigin;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.EventCallbackControl;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.NpiId;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.StreamSocket;
import org.wskscope.engine.wsk.WskClientStreamDispatch;

/** What a stream socket takes along into the role it takes: static events, options, and the way to hold a callback. */
@OnEveryNetwork
class StreamRolesConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    StreamRolesConformanceTest(Network network) {
        bench = new NetworkBench(network);
    }

    private StreamSocket create() {
        return bench.create(
                StreamSocket.class,
                SocketCategory.STREAM,
                new WskClientStreamDispatch(bench.client.listenTable, bench.client.connectionTable));
    }

    private StreamSocket bound() {
        StreamSocket socket = create();
        socket.dispatch().bind(NetworkBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
        return socket;
    }

    private void listen(StreamSocket socket) {
        ClientIrp irp = new ClientIrp();
        socket.dispatch().listen(irp.irp());
        bench.run();
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    private void connect(StreamSocket socket) {
        ClientIrp irp = new ClientIrp();
        socket.dispatch().connect(bench.peerAddress(), 0, irp.irp());
        bench.run();
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    private void setStatic() {
        EventMask mask = EventMask.of(WSK_EVENT_ACCEPT, WSK_EVENT_RECEIVE);
        bench.provider.controlClient(
                new ControlParameters(
                        ControlType.WskSetOption,
                        ControlCode.WSK_SET_STATIC_EVENT_CALLBACKS,
                        0,
                        EventCallbackControl.SIZE,
                        new EventCallbackControl(NpiId.NPI_WSK_INTERFACE_ID, mask),
                        0,
                        null),
                null);
    }

    private void assertStatic(StreamSocket socket, EventMask expected) {
        assertThat(TraceAssert.records(bench.log, TraceRecord.CallbackEnabled.class))
                .filteredOn(record -> record.head().socket().equals(socket.id()))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.mask()).isEqualTo(expected);
                    assertThat(record.origin()).isEqualTo(EnableOrigin.STATIC);
                });
    }

    @Test
    @Tag("CTL-STC-01")
    @Tag("CTL-STC-06")
    @Tag("C-38")
    void aStaticAcceptEventIsOnAsSoonAsItListens() {
        setStatic();
        StreamSocket socket = bound();

        listen(socket);
        bench.peerConnects(socket).sends("hello");
        bench.run();

        assertThat(bench.client.calls).containsExactly("accept", "receive hello");
        assertStatic(socket, EventMask.of(WSK_EVENT_ACCEPT));
    }

    @Test
    @Tag("CTL-STC-01")
    @Tag("C-38")
    void aStaticReceiveEventIsOnAsSoonAsItIsConnected() {
        setStatic();
        StreamSocket socket = bound();

        connect(socket);
        bench.peer().sends("in");
        bench.run();

        assertThat(bench.client.calls).containsExactly("receive in");
        assertStatic(socket, EventMask.of(WSK_EVENT_RECEIVE));
    }

    @Test
    @Tag("API-SCK-04")
    @Tag("CTL-INH-11")
    void optionsSetBeforeItListensHoldWhenItListensAndForWhatItAccepts() {
        StreamSocket socket = create();
        bench.setOption(socket, SO_REUSEADDR, 1, new ClientIrp().irp());
        bench.setOption(socket, SO_RCVBUF, 4096, new ClientIrp().irp());
        bench.setOption(socket, SO_KEEPALIVE, 1, new ClientIrp().irp());
        bench.setOption(socket, IPPROTO_TCP, TCP_NODELAY, 0, new ClientIrp().irp());
        socket.dispatch().bind(NetworkBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
        listen(socket);
        ClientIrp accepting = new ClientIrp();
        socket.dispatch().accept(0, null, null, accepting.irp());

        bench.peerConnects(socket);
        bench.run();

        assertThat(bench.getOption(socket, SOL_SOCKET, SO_REUSEADDR)).isEqualTo(1);
        ConnectionSocket accepted = accepting.pointer(ConnectionSocket.class);
        for (org.wskscope.engine.wsk.WskSocket each : new org.wskscope.engine.wsk.WskSocket[] {socket, accepted}) {
            assertThat(bench.getOption(each, SOL_SOCKET, SO_RCVBUF)).isEqualTo(4096);
            assertThat(bench.getOption(each, SOL_SOCKET, SO_KEEPALIVE)).isEqualTo(1);
            assertThat(bench.getOption(each, IPPROTO_TCP, TCP_NODELAY)).isZero();
        }
        assertThat(bench.getOption(accepted, SOL_SOCKET, SO_REUSEADDR)).isZero();
    }

    @Test
    @Tag("C-40")
    @Tag("EVT-ACC-18")
    void anAcceptCallbackOfAStreamSocketCanBeHeld() {
        StreamSocket socket = bound();
        listen(socket);
        bench.enable(socket, WSK_EVENT_ACCEPT);
        DeferredReturn[] held = new DeferredReturn[1];
        bench.client.onAccept.add((accepted, parameters) -> {
            held[0] = socket.deferReturn();
            return bench.client.keep(accepted, parameters);
        });

        bench.peerConnects(socket);
        bench.peerConnects(socket);
        bench.run();
        assertThat(bench.client.calls).containsExactly("accept");
        held[0].complete(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(bench.client.calls).containsExactly("accept", "accept");
    }

    @Test
    @Tag("C-40")
    @Tag("EVT-RCV-13")
    void aReceiveCallbackOfAStreamSocketCanBeHeld() {
        StreamSocket socket = bound();
        connect(socket);
        bench.enable(socket, WSK_EVENT_RECEIVE);
        var held = bench.client.holdNextReceive(socket);

        bench.peer().sends("one");
        bench.run();
        bench.peer().sends("two");
        bench.run();
        assertThat(bench.client.calls).containsExactly("receive one");
        held.release(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(bench.client.calls).containsExactly("receive one", "receive two");
    }
}
