package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.nt.NtStatus.STATUS_SUCCESS;
import static org.wskscope.engine.testkit.RecordMatchers.callbackReturned;
import static org.wskscope.engine.testkit.RecordMatchers.record;
import static org.wskscope.engine.testkit.RecordMatchers.violationFound;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE_FROM;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_SEND_BACKLOG;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.logging.ExpectLog;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.PeerDatagrams;
import org.wskscope.engine.testkit.network.PeerEnd;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskClientDatagramDispatch;

/** What callbacks may return (section 3.1), and what becomes of a callback that is not there. */
@OnEveryNetwork
class CallbackReturnsConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    CallbackReturnsConformanceTest(Network network) {
        bench = new NetworkBench(network);
    }

    private ConnectionSocket connected(WskClientConnectionDispatch table) {
        ConnectionSocket socket = bench.create(ConnectionSocket.class, SocketCategory.CONNECTION, table);
        socket.dispatch().bind(NetworkBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
        ClientIrp irp = new ClientIrp();
        socket.dispatch().connect(bench.peerAddress(), 0, irp.irp());
        bench.run();
        assertThat(irp.status()).isEqualTo(STATUS_SUCCESS);
        return socket;
    }

    @ParameterizedTest
    @ValueSource(ints = {0x103, 0xC000021B, 0xC00000D0, 0xC00000A3})
    @Tag("EVT-DIS-06")
    @Tag("EVT-BKL-03")
    @Tag("VIO-06")
    @Tag("C-23")
    void disconnectAndBacklogCallbacksReturnSuccessOnly(int code) {
        NtStatus answer = NtStatus.of(code);
        ConnectionSocket socket =
                connected(new WskClientConnectionDispatch(null, (context, flags) -> answer, (context, size) -> answer));
        bench.enable(socket, WSK_EVENT_DISCONNECT, WSK_EVENT_SEND_BACKLOG);

        bench.wsk.setIdealSendBacklog(socket.id(), 1);
        bench.run();
        bench.peer().finishes();
        bench.run();

        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        callbackReturned(WskCallback.SEND_BACKLOG, answer),
                        violationFound(Violation.RETURN_OUTSIDE_PERMITTED_SET),
                        callbackReturned(WskCallback.DISCONNECT, answer),
                        violationFound(Violation.RETURN_OUTSIDE_PERMITTED_SET))
                .containsTimes(2, violationFound(Violation.RETURN_OUTSIDE_PERMITTED_SET));
    }

    @Test
    @Tag("EVT-GEN-12")
    @Tag("C-23")
    void anUnknownReturnOfReceiveCountsAsConsumedAndIsNoted() {
        bench.client.nextReceive(NtStatus.STATUS_DEVICE_NOT_READY);

        receiveTwice();

        TraceAssert.assertThat(bench.log).containsTimes(1, violationFound(Violation.RETURN_OUTSIDE_PERMITTED_SET));
    }

    @Test
    @Tag("EVT-GEN-12")
    @Tag("VIO-06")
    @Tag("C-23")
    void anUnknownReturnOfReceiveFromCountsAsConsumedAndIsNoted() {
        DatagramSocket socket = bench.datagrams();
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        bench.client.onReceiveFrom.add(list -> NtStatus.STATUS_DEVICE_NOT_READY);
        PeerDatagrams peer = bench.peerDatagrams();

        peer.sends(bench.localAddress(socket), "A");
        bench.run();
        peer.sends(bench.localAddress(socket), "B");
        bench.run();

        assertThat(bench.client.calls).containsExactly("receiveFrom A", "receiveFrom B");
        TraceAssert.assertThat(bench.log)
                .containsTimes(1, violationFound(Violation.RETURN_OUTSIDE_PERMITTED_SET))
                .containsNone(record(TraceRecord.CallbackDisabled.class), record(TraceRecord.DatagramDropped.class));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x103, 0xC000021B, 0xC00000A3})
    @Tag("EVT-GEN-12")
    @Tag("VIO-06")
    @Tag("C-23")
    void anUnknownReturnOfAcceptRefusesTheConnectionAndIsNoted(int code) {
        ListenSocket listener = bench.listening();
        bench.enable(listener, WSK_EVENT_ACCEPT);
        ConnectionSocket[] offered = new ConnectionSocket[1];
        bench.client.onAccept.add((accepted, parameters) -> {
            parameters.set("ctx", bench.client.connectionTable);
            offered[0] = accepted;
            return NtStatus.of(code);
        });

        PeerEnd peer = bench.peerConnects(listener);
        bench.run();

        assertThat(peer.wasTurnedAway()).isTrue();
        assertThat(bench.enable(offered[0], WSK_EVENT_RECEIVE)).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        TraceAssert.assertThat(bench.log).containsTimes(1, violationFound(Violation.RETURN_OUTSIDE_PERMITTED_SET));
    }

    @Test
    @ExpectLog("CallbackPump: WskReceiveEvent of socket .* threw; treated as an unknown return")
    void aCallbackThatThrowsIsNotedAndTheSocketGoesOn() {
        bench.client.onReceive.add((list, bytes, accepted) -> {
            throw new IllegalArgumentException("thrown on purpose by a test");
        });

        receiveTwice();

        TraceAssert.assertThat(bench.log).containsTimes(1, violationFound(Violation.RETURN_OUTSIDE_PERMITTED_SET));
    }

    private void receiveTwice() {
        ConnectionSocket socket = connected(bench.client.connectionTable);
        bench.enable(socket, WSK_EVENT_RECEIVE);
        bench.peer().sends("A");
        bench.run();
        bench.peer().sends("B");
        bench.run();
        assertThat(bench.client.calls).containsExactly("receive A", "receive B");
    }

    @Test
    @Tag("EVT-DIS-06")
    @Tag("EVT-BKL-03")
    void successIsNoViolation() {
        ConnectionSocket socket = connected(bench.client.connectionTable);
        bench.enable(socket, WSK_EVENT_DISCONNECT, WSK_EVENT_SEND_BACKLOG);

        bench.wsk.setIdealSendBacklog(socket.id(), 1);
        bench.peer().finishes();
        bench.run();

        assertThat(bench.client.calls).containsExactlyInAnyOrder("backlog 1", "disconnect graceful");
        TraceAssert.assertThat(bench.log).containsNone(record(TraceRecord.ViolationFound.class));
    }

    @Test
    @Tag("EVT-GEN-16")
    @Tag("C-24")
    void aStaticEventWithoutACallbackPointerIsOff() {
        ControlParameters mask = ControlParameters.eventCallback(
                EventMask.of(WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT, WSK_EVENT_RECEIVE_FROM));
        assertThat(bench.provider.controlClient(
                        new ControlParameters(
                                mask.requestType(),
                                ControlCode.WSK_SET_STATIC_EVENT_CALLBACKS,
                                0,
                                mask.inputSize(),
                                mask.inputBuffer(),
                                0,
                                null),
                        null))
                .isEqualTo(STATUS_SUCCESS);
        ConnectionSocket socket =
                connected(new WskClientConnectionDispatch(null, bench.client.connectionTable.disconnectEvent(), null));
        DatagramSocket datagrams =
                bench.create(DatagramSocket.class, SocketCategory.DATAGRAM, new WskClientDatagramDispatch(null));
        datagrams.dispatch().bind(NetworkBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();

        bench.peer().sends("kept");
        bench.peerDatagrams().sends(bench.localAddress(datagrams), "kept");
        bench.run();

        assertThat(bench.client.calls).isEmpty();
        assertThat(bench.receiveBacklog(socket)).isEqualTo(4);
        ClientIrp taking = new ClientIrp();
        bench.receive(socket, new byte[4], taking);
        bench.peer().finishes();
        bench.run();
        assertThat(bench.client.calls).containsExactly("disconnect graceful");
    }
}
