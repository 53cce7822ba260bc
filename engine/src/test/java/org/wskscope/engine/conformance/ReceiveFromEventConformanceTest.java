package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.callbackEntered;
import static org.wskscope.engine.testkit.RecordMatchers.irpCompleted;
import static org.wskscope.engine.testkit.RecordMatchers.record;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE_FROM;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TestClient;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.OnlyInMemory;
import org.wskscope.engine.testkit.network.PeerDatagrams;
import org.wskscope.engine.trace.DisableReason;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.DatagramIndication;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ReceiveFromEventFlags;
import org.wskscope.engine.wsk.ReceivedFrom;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskFunction;

/** The WDK pages nc-wsk-pfn_wsk_receive_from_event and nc-wsk-pfn_wsk_receive_from; scenarios SCN-15 and SCN-16. */
@OnEveryNetwork
class ReceiveFromEventConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    private final TestClient client;
    private final PeerDatagrams peer;

    ReceiveFromEventConformanceTest(Network network) {
        bench = new NetworkBench(network);
        client = bench.client;
        peer = bench.peerDatagrams();
    }

    private void peerSends(DatagramSocket socket, String... texts) {
        peer.sends(bench.localAddress(socket), texts);
        bench.run();
    }

    /** What comes while the event is off makes one list when it is turned on. */
    private void enableWithWaiting(DatagramSocket socket, String... texts) {
        peerSends(socket, texts);
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        bench.run();
    }

    @Test
    @Tag("EVT-RFR-01")
    @Tag("EVT-RFR-02")
    @Tag("EVT-RFR-04")
    @Tag("EVT-RFR-12")
    void aBurstIsOneListWithOneElementForEachDatagram() {
        DatagramSocket socket = bench.datagrams();
        DatagramIndication[] consumed = new DatagramIndication[1];
        client.onReceiveFrom.add(list -> {
            int elements = 0;
            consumed[0] = list;
            for (DatagramIndication rest = list; rest != null; rest = rest.next()) {
                elements++;
                assertThat(TestClient.text(rest.buffer())).isEqualTo("d" + elements);
                assertThat(rest.remoteAddress()).isEqualTo(peer.address());
                assertThat(rest.controlInfo()).isNull();
            }
            assertThat(elements).isEqualTo(3);
            return NtStatus.STATUS_SUCCESS;
        });

        enableWithWaiting(socket, "d1", "d2", "d3");
        peerSends(socket, "d4");

        assertThat(client.calls).containsExactly("receiveFrom d1,d2,d3", "receiveFrom d4");
        TraceAssert.assertThat(bench.log)
                .containsNone(record(TraceRecord.DatagramDropped.class))
                .containsNone(record(TraceRecord.ListRetained.class));
        assertThat(socket.dispatch().release(java.util.Objects.requireNonNull(consumed[0])))
                .as("nothing of it is the client's any more")
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
    }

    @Test
    @Tag("EVT-RFR-05")
    @Tag("API-REL-05")
    @Tag("API-REL-06")
    @Tag("C-29")
    @Tag("SCN-15")
    void aRetainedListIsCutInsideTheCallbackAndReleasedPieceByPiece() {
        DatagramSocket socket = bench.datagrams();
        List<DatagramIndication> elements = new ArrayList<>();
        List<NtStatus> answers = new ArrayList<>();
        client.onReceiveFrom.add(list -> {
            for (DatagramIndication rest = list; rest != null; rest = rest.next()) {
                elements.add(rest);
            }
            elements.get(0).setNext(elements.get(2));
            elements.get(1).setNext(null);
            answers.add(socket.dispatch().release(elements.get(1)));
            return NtStatus.STATUS_PENDING;
        });
        enableWithWaiting(socket, "d1", "d2", "d3", "d4", "d5");
        peerSends(socket, "d6");
        assertThat(client.calls).containsExactly("receiveFrom d1,d2,d3,d4,d5", "receiveFrom d6");
        assertThat(TestClient.texts(elements.get(0))).isEqualTo("d1,d3,d4,d5");

        elements.get(2).setNext(null);
        answers.add(socket.dispatch().release(elements.get(0)));
        answers.add(socket.dispatch().release(elements.get(3)));
        answers.add(socket.dispatch().release(elements.get(3)));

        assertThat(answers)
                .containsExactly(
                        NtStatus.STATUS_SUCCESS,
                        NtStatus.STATUS_SUCCESS,
                        NtStatus.STATUS_SUCCESS,
                        NtStatus.STATUS_INVALID_PARAMETER);
    }

    @Test
    @Tag("EVT-RFR-06")
    @Tag("EVT-RFR-07")
    @Tag("SCN-16")
    void dataNotAcceptedTurnsADynamicEventOffUntilItIsEnabledAgain() {
        DatagramSocket socket = bench.datagrams();
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        client.onReceiveFrom.add(list -> NtStatus.STATUS_DATA_NOT_ACCEPTED);
        peerSends(socket, "d1");
        peerSends(socket, "d2", "d3");
        assertThat(client.calls).containsExactly("receiveFrom d1");

        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        bench.run();

        assertThat(client.calls).containsExactly("receiveFrom d1", "receiveFrom d1,d2,d3");
        TraceAssert.assertThat(bench.log)
                .containsInOrder(record(
                        TraceRecord.CallbackDisabled.class,
                        "switched off by the refusal",
                        off -> off.reason() == DisableReason.DATA_NOT_ACCEPTED));
    }

    @Test
    @Tag("EVT-RFR-06")
    @Tag("SCN-16")
    void aReceiveFromTakesWhatWasRefusedAndLeavesTheEventOff() {
        DatagramSocket socket = bench.datagrams();
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        client.onReceiveFrom.add(list -> NtStatus.STATUS_DATA_NOT_ACCEPTED);
        peerSends(socket, "d1");
        byte[] buffer = new byte[2];

        NtStatus answer = socket.dispatch().receiveFrom(WskBuf.of(buffer), 0, new ClientIrp().irp());
        peerSends(socket, "d2");

        assertThat(answer).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(new String(buffer, StandardCharsets.UTF_8)).isEqualTo("d1");
        assertThat(client.calls).containsExactly("receiveFrom d1");
        assertThat(bench.disable(socket, WSK_EVENT_RECEIVE_FROM, null)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("EVT-RFR-08")
    @Tag("EVT-RFR-09")
    @Tag("C-14")
    @Tag("SCN-16")
    void dataNotAcceptedUnderStaticEnablingDropsTheDatagramsAndStaysOn() {
        ControlParameters statically = ControlParameters.eventCallback(EventMask.of(WSK_EVENT_RECEIVE_FROM));
        bench.provider.controlClient(
                new ControlParameters(
                        statically.requestType(),
                        ControlCode.WSK_SET_STATIC_EVENT_CALLBACKS,
                        0,
                        statically.inputSize(),
                        statically.inputBuffer(),
                        0,
                        null),
                null);
        DatagramSocket socket = bench.datagrams();
        client.onReceiveFrom.add(list -> NtStatus.STATUS_DATA_NOT_ACCEPTED);

        peerSends(socket, "d1");
        peerSends(socket, "d2");

        assertThat(client.calls).containsExactly("receiveFrom d1", "receiveFrom d2");
        TraceAssert.assertThat(bench.log)
                .containsTimes(1, record(TraceRecord.DatagramDropped.class))
                .containsNone(record(TraceRecord.CallbackDisabled.class));
    }

    @Test
    @Tag("EVT-RFR-10")
    void aPendedReceiveFromTakesADatagramBeforeTheEvent() {
        DatagramSocket socket = bench.datagrams();
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        ClientIrp irp = new ClientIrp();
        socket.dispatch().receiveFrom(WskBuf.of(new byte[10]), 0, irp.irp());

        peerSends(socket, "d1", "d2");

        assertThat(irp.information()).isEqualTo(2);
        assertThat(irp.pointer(ReceivedFrom.class).remoteAddress()).isEqualTo(peer.address());
        assertThat(client.calls).containsExactly("receiveFrom d2");
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        irpCompleted(WskFunction.WSK_RECEIVE_FROM, NtStatus.STATUS_SUCCESS, 2),
                        callbackEntered(WSK_EVENT_RECEIVE_FROM));
    }

    @Test
    @Tag("API-RCV-07")
    void aShortBufferLosesTheRestAndSaysSo() {
        DatagramSocket socket = bench.datagrams();
        byte[] buffer = new byte[4];
        ClientIrp irp = new ClientIrp();
        ClientIrp fits = new ClientIrp();
        peerSends(socket, "0123456789", "next");

        NtStatus answer = socket.dispatch().receiveFrom(WskBuf.of(buffer), 0, irp.irp());

        assertThat(answer).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.information()).isEqualTo(4);
        assertThat(new String(buffer, StandardCharsets.UTF_8)).isEqualTo("0123");
        assertThat(irp.pointer(ReceivedFrom.class).flags().bits()).isEqualTo(ReceiveFromEventFlags.MSG_TRUNC);
        socket.dispatch().receiveFrom(WskBuf.of(buffer), 0, fits.irp());
        assertThat(new String(buffer, StandardCharsets.UTF_8)).isEqualTo("next");
        assertThat(fits.pointer(ReceivedFrom.class).flags().bits()).isZero();
    }

    @Test
    @Tag("EVT-RFR-03")
    @Tag("C-13")
    @OnlyInMemory("FID-8: the host's sockets do not tell where a datagram was sent to")
    void datagramsOfDifferentFlagsComeInSeparateCalls() {
        DatagramSocket socket = bench.create(DatagramSocket.class, SocketCategory.DATAGRAM, client.datagramTable);
        socket.dispatch().bind(new InetSocketAddress(0), 0, new ClientIrp().irp());
        bench.run();
        InetSocketAddress here = bench.localAddress(socket);
        InetSocketAddress everybody = new InetSocketAddress("224.0.0.251", here.getPort());
        peer.sends(new InetSocketAddress(InetAddress.getLoopbackAddress(), here.getPort()), "u1");
        peer.sends(everybody, "m1", "m2");
        peer.mayBroadcast();
        peer.sends(new InetSocketAddress("255.255.255.255", here.getPort()), "b1");
        bench.run();

        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        bench.run();

        assertThat(client.calls).containsExactly("receiveFrom u1", "receiveFrom m1,m2", "receiveFrom b1");
        int kinds = ReceiveFromEventFlags.MSG_BCAST | ReceiveFromEventFlags.MSG_MCAST;
        assertThat(TraceAssert.records(bench.log).stream()
                        .filter(TraceRecord.CallbackEntered.class::isInstance)
                        .map(entered -> ((TraceRecord.CallbackEntered) entered).flags() & kinds))
                .containsExactly(0, ReceiveFromEventFlags.MSG_MCAST, ReceiveFromEventFlags.MSG_BCAST);
    }

    @Test
    @Tag("EVT-RFR-14")
    void aFullQueueDropsNewDatagrams() {
        NetworkBench small = bench.another(KernelOptions.defaults().withReceiveBufferBytes(200));
        DatagramSocket socket = small.datagrams();
        small.peerDatagrams().sends(small.localAddress(socket), "d1", "d2", "d3", "d4", "d5");
        small.run();

        small.enable(socket, WSK_EVENT_RECEIVE_FROM);
        small.run();

        assertThat(small.client.calls).containsExactly("receiveFrom d1,d2,d3");
        TraceAssert.assertThat(small.log).containsTimes(2, record(TraceRecord.DatagramDropped.class));
    }

    @Test
    @Tag("EVT-RFR-11")
    @Tag("EVT-GEN-10")
    @Tag("EVT-GEN-11")
    void aDeadSocketIsReportedOnceWithNull() {
        DatagramSocket socket = bench.datagrams();
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        ClientIrp pending = new ClientIrp();
        socket.dispatch().receiveFrom(WskBuf.of(new byte[4]), 0, pending.irp());

        bench.wsk.failSocket(socket.id());
        bench.run();
        bench.wsk.failSocket(socket.id());
        bench.run();

        assertThat(pending.status()).isEqualTo(NtStatus.STATUS_FILE_FORCED_CLOSED);
        assertThat(client.calls).containsExactly("receiveFrom NULL");
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        irpCompleted(WskFunction.WSK_RECEIVE_FROM, NtStatus.STATUS_FILE_FORCED_CLOSED, 0),
                        callbackEntered(WSK_EVENT_RECEIVE_FROM));
    }

    @Test
    @Tag("EVT-RFR-13")
    @Tag("API-SND-02")
    @Tag("API-SND-03")
    @Tag("CTL-OPT-02")
    void aFixedRemoteAddressFiltersAndIsTheDefaultDestination() {
        DatagramSocket socket = bench.datagrams();
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        assertThat(sendTo(socket, null).status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);

        setAddress(socket, ControlCode.SIO_WSK_SET_REMOTE_ADDRESS, peer.address());
        PeerDatagrams stranger = bench.peerDatagrams();
        stranger.sends(bench.localAddress(socket), "foreign");
        bench.run();
        peerSends(socket, "own");
        ClientIrp toFixed = sendTo(socket, null);
        ClientIrp toStranger = sendTo(socket, stranger.address());
        bench.run();
        setAddress(socket, ControlCode.SIO_WSK_SET_REMOTE_ADDRESS, null);
        ClientIrp cleared = sendTo(socket, null);
        stranger.sends(bench.localAddress(socket), "no longer foreign");
        bench.run();

        assertThat(client.calls).containsExactly("receiveFrom own", "receiveFrom no longer foreign");
        assertThat(toFixed.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(toStranger.information()).isEqualTo(1);
        assertThat(cleared.status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(peer.received()).containsExactly("x");
        assertThat(stranger.received()).containsExactly("x");
    }

    @Test
    @Tag("API-SND-03")
    void aFixedSendToAddressDoesNotFilter() {
        DatagramSocket socket = bench.datagrams();
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        setAddress(socket, ControlCode.SIO_WSK_SET_SENDTO_ADDRESS, peer.address());

        bench.peerDatagrams().sends(bench.localAddress(socket), "foreign");
        bench.run();
        ClientIrp sent = sendTo(socket, null);
        bench.run();

        assertThat(client.calls).containsExactly("receiveFrom foreign");
        assertThat(sent.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(peer.received()).containsExactly("x");
    }

    private static ClientIrp sendTo(DatagramSocket socket, @Nullable InetSocketAddress remote) {
        ClientIrp irp = new ClientIrp();
        socket.dispatch().sendTo(WskBuf.of("x"), 0, remote, irp.irp());
        return irp;
    }

    private static void setAddress(DatagramSocket socket, int code, @Nullable InetSocketAddress address) {
        ClientIrp irp = new ClientIrp();
        ControlParameters parameters =
                new ControlParameters(ControlType.WskIoctl, code, 0, address == null ? 0 : 28, address, 0, null);
        socket.dispatch().controlSocket(parameters, irp.irp());
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }
}
