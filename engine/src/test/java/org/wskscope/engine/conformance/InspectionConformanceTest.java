package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.nt.NtStatus.STATUS_FILE_FORCED_CLOSED;
import static org.wskscope.engine.nt.NtStatus.STATUS_INVALID_DEVICE_REQUEST;
import static org.wskscope.engine.nt.NtStatus.STATUS_INVALID_DEVICE_STATE;
import static org.wskscope.engine.nt.NtStatus.STATUS_INVALID_PARAMETER;
import static org.wskscope.engine.nt.NtStatus.STATUS_PENDING;
import static org.wskscope.engine.nt.NtStatus.STATUS_SUCCESS;
import static org.wskscope.engine.testkit.RecordMatchers.callbackEntered;
import static org.wskscope.engine.testkit.RecordMatchers.irpCompleted;
import static org.wskscope.engine.testkit.RecordMatchers.record;
import static org.wskscope.engine.wsk.InspectAction.WskInspectAccept;
import static org.wskscope.engine.wsk.InspectAction.WskInspectPend;
import static org.wskscope.engine.wsk.InspectAction.WskInspectReject;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TestClient;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.OnlyInMemory;
import org.wskscope.engine.testkit.network.PeerEnd;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.InspectId;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.OutputSizeReturned;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskFunction;
import org.wskscope.engine.wsk.WskSocket;

/** Conditional accept as its peers meet it: the WDK pages nc-wsk-pfn_wsk_inspect_event, -inspect_complete and -abort_event; scenarios SCN-21 and SCN-22. */
@OnEveryNetwork
class InspectionConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    private final TestClient client;
    private final ListenSocket listener;

    InspectionConformanceTest(Network network) {
        bench = new NetworkBench(network);
        client = bench.client;
        listener = bench.conditional();
        bench.enable(listener, WSK_EVENT_ACCEPT);
    }

    private PeerEnd peerConnects(InspectAction answer) {
        client.nextInspect(answer);
        PeerEnd peer = bench.peerConnects(listener);
        bench.run();
        return peer;
    }

    private ClientIrp complete(InspectId id, InspectAction action) {
        ClientIrp irp = new ClientIrp();
        // The client's own copy: only its content names the request (EVT-INS-10).
        InspectId copy = new InspectId(id.key(), id.serialNumber());
        listener.dispatch().inspectComplete(copy, action, irp.irp());
        bench.run();
        return irp;
    }

    private static NtStatus queryInspectId(WskSocket socket, ByteBuffer output) {
        return socket.dispatch()
                .controlSocket(
                        ControlParameters.query(ControlCode.SIO_WSK_QUERY_INSPECT_ID, output, new OutputSizeReturned()),
                        null);
    }

    private static InspectId inspectId(WskSocket socket) {
        ByteBuffer output = ByteBuffer.allocate(InspectId.SIZE);
        assertThat(queryInspectId(socket, output)).isEqualTo(STATUS_SUCCESS);
        return InspectId.readFrom(output);
    }

    @Test
    @Tag("EVT-INS-01")
    @Tag("EVT-INS-06")
    @Tag("EVT-INS-20")
    @Tag("SCN-21")
    void anAcceptedRequestBecomesAConnectionWithItsId() {
        PeerEnd peer = peerConnects(WskInspectAccept);
        peer.sends("hello");
        bench.run();

        ConnectionSocket accepted = client.acceptedSockets.get(0);
        assertThat(client.calls).hasSize(2).last().isEqualTo("accept");
        assertThat(inspectId(accepted)).isEqualTo(client.inspected.get(0));
        assertThat(peer.outcome()).isEqualTo(STATUS_SUCCESS);
        assertThat(bench.receiveBacklog(accepted)).isEqualTo(5);
    }

    @Test
    @Tag("EVT-INS-07")
    @Tag("EVT-INS-08")
    @Tag("SCN-21")
    void aRejectedRequestIsTurnedAwayAndNothingFollows() {
        PeerEnd peer = peerConnects(WskInspectReject);

        assertThat(peer.wasTurnedAway()).isTrue();
        assertThat(client.calls).hasSize(1);
        assertThat(client.aborted).isEmpty();
        assertThat(client.acceptedSockets).isEmpty();
    }

    @Test
    @Tag("EVT-INS-05")
    @Tag("EVT-INS-07")
    @OnlyInMemory("FID-1: over real TCP the system has shaken hands before anybody is asked")
    void thePeerIsNotConnectedBeforeTheAnswerAndNeverAfterAReject() {
        PeerEnd pended = peerConnects(WskInspectPend);
        assertThat(pended.outcome()).isEqualTo(STATUS_PENDING);
        complete(client.inspected.get(0), WskInspectAccept);
        PeerEnd rejected = peerConnects(WskInspectReject);

        assertThat(pended.outcome()).isEqualTo(STATUS_SUCCESS);
        assertThat(client.calls).hasSize(3).contains("accept");
        assertThat(rejected.outcome().isSuccess()).isFalse();
    }

    @Test
    @Tag("EVT-INS-09")
    @Tag("EVT-INS-10")
    @Tag("EVT-INS-13")
    @Tag("SCN-21")
    void aPendedRequestWaitsForItsAnswer() {
        PeerEnd peer = peerConnects(WskInspectPend);
        peer.sends("early");
        bench.run();
        assertThat(client.calls).hasSize(1);

        ClientIrp irp = complete(client.inspected.get(0), WskInspectAccept);

        assertThat(irp.status()).isEqualTo(STATUS_SUCCESS);
        assertThat(client.calls).hasSize(2).last().isEqualTo("accept");
        assertThat(bench.receiveBacklog(client.acceptedSockets.get(0))).isEqualTo(5);
    }

    @Test
    @Tag("EVT-INS-14")
    void aPendedRequestThatIsRejectedIsTurnedAway() {
        PeerEnd peer = peerConnects(WskInspectPend);

        ClientIrp irp = complete(client.inspected.get(0), WskInspectReject);

        assertThat(irp.status()).isEqualTo(STATUS_SUCCESS);
        assertThat(peer.wasTurnedAway()).isTrue();
        assertThat(client.acceptedSockets).isEmpty();
    }

    @Test
    @Tag("EVT-ABT-01")
    @Tag("EVT-ABT-03")
    @Tag("EVT-INS-10")
    @Tag("EVT-INS-15")
    @Tag("EVT-ABT-04")
    @Tag("API-OBJ-06")
    @Tag("SCN-22")
    void aPeerThatGivesUpWhileTheAnswerIsPendedIsReportedAndNeverAccepted() {
        PeerEnd peer = peerConnects(WskInspectPend);
        peer.givesUp();
        bench.run();
        assertThat(client.aborted).containsExactly(client.inspected.get(0));
        assertThat(client.aborted.get(0)).isNotSameAs(client.inspected.get(0));

        ClientIrp irp = complete(client.inspected.get(0), WskInspectAccept);

        assertThat(irp.status()).isEqualTo(STATUS_SUCCESS);
        assertThat(client.acceptedSockets).isEmpty();
        assertThat(client.aborted).hasSize(1);
        assertThat(client.contexts).containsExactly("ctx", "ctx");
        TraceAssert.assertThat(bench.log).containsNone(record(TraceRecord.ViolationFound.class));
    }

    @Test
    @Tag("EVT-INS-03")
    @Tag("EVT-INS-04")
    void neitherAMaskNorTheOptionTurnsInspectionOffAfterBind() {
        assertThat(bench.disable(listener, WSK_EVENT_ACCEPT, null)).isEqualTo(STATUS_SUCCESS);
        assertThat(bench.conditionalAccept(listener, 0)).isEqualTo(STATUS_INVALID_DEVICE_STATE);

        peerConnects(WskInspectPend).givesUp();
        bench.run();

        assertThat(client.inspected).hasSize(1);
        assertThat(client.aborted).isEqualTo(client.inspected);
        assertThat(client.calls).hasSize(2);
    }

    @Test
    @Tag("EVT-GEN-03")
    @Tag("C-19")
    void withoutItsCallbacksThereIsNoConditionalAccept() {
        ListenSocket plain = bench.create(ListenSocket.class, SocketCategory.LISTEN, client.listenTable);
        ListenSocket tableless = bench.create(ListenSocket.class, SocketCategory.LISTEN, null);

        assertThat(bench.conditionalAccept(plain, 1)).isEqualTo(STATUS_INVALID_PARAMETER);
        assertThat(bench.conditionalAccept(tableless, 1)).isEqualTo(STATUS_INVALID_PARAMETER);
    }

    @Test
    @Tag("EVT-INS-12")
    void pendIsNoAnswerToAPendedRequest() {
        peerConnects(WskInspectPend);

        ClientIrp pend = complete(client.inspected.get(0), WskInspectPend);
        assertThat(client.calls).hasSize(1);
        ClientIrp accept = complete(client.inspected.get(0), WskInspectAccept);

        assertThat(pend.status()).isEqualTo(STATUS_INVALID_PARAMETER);
        assertThat(accept.status()).isEqualTo(STATUS_SUCCESS);
        assertThat(client.acceptedSockets).hasSize(1);
    }

    @Test
    @Tag("EVT-INS-19")
    void anAnswerThatComesBeforePendIsReturnedIsRemembered() {
        client.onInspect.add(id -> {
            ClientIrp early = new ClientIrp();
            listener.dispatch().inspectComplete(id, WskInspectAccept, early.irp());
            assertThat(early.status()).isEqualTo(STATUS_SUCCESS);
            assertThat(client.acceptedSockets).isEmpty();
            return WskInspectPend;
        });
        PeerEnd peer = bench.peerConnects(listener);
        bench.run();

        assertThat(peer.outcome()).isEqualTo(STATUS_SUCCESS);
        assertThat(client.acceptedSockets).hasSize(1);
    }

    @Test
    @Tag("EVT-INS-11")
    @Tag("EVT-GEN-10")
    @Tag("EVT-GEN-11")
    @Tag("C-35")
    void aDeadListenerWhoseAcceptEventIsOffSaysSoOnceByTheInspectEvent() {
        bench.disable(listener, WSK_EVENT_ACCEPT, null);
        PeerEnd pended = peerConnects(WskInspectPend);
        ClientIrp accepting = new ClientIrp();
        listener.dispatch().accept(0, null, null, accepting.irp());

        for (int i = 0; i < 2; i++) {
            bench.wsk.failSocket(listener.id());
            bench.run();
        }

        assertThat(accepting.status()).isEqualTo(STATUS_FILE_FORCED_CLOSED);
        assertThat(client.calls).hasSize(2).last().isEqualTo("inspect NULL");
        assertThat(pended.wasTurnedAway()).isTrue();
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        irpCompleted(WskFunction.WSK_ACCEPT, STATUS_FILE_FORCED_CLOSED, 0),
                        callbackEntered(WskCallback.INSPECT));
    }

    @Test
    @Tag("EVT-ABT-02")
    void afterTheAcceptEventAResetIsNoAbort() {
        PeerEnd peer = peerConnects(WskInspectAccept);
        assertThat(client.acceptedSockets).hasSize(1);

        peer.resets();
        bench.run();

        assertThat(client.aborted).isEmpty();
    }

    @Test
    @Tag("EVT-ABT-05")
    @Tag("C-30")
    void closingTheListenerTurnsPendedRequestsAwayWithoutAborts() {
        List<PeerEnd> peers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            peers.add(peerConnects(WskInspectPend));
        }
        ClientIrp closing = new ClientIrp();

        bench.close(listener, closing);
        bench.run();

        assertThat(closing.status()).isEqualTo(STATUS_SUCCESS);
        assertThat(client.aborted).isEmpty();
        assertThat(client.calls).hasSize(3);
        assertThat(peers).allMatch(PeerEnd::wasTurnedAway);
    }

    @Test
    @Tag("EVT-INS-18")
    void manyRequestsWaitAtATimeAndMayBeAnsweredInAnyOrder() {
        int many = 50;
        for (int i = 0; i < many; i++) {
            client.nextInspect(WskInspectPend);
            bench.peerConnects(listener);
        }
        bench.run();
        assertThat(client.inspected).hasSize(many).doesNotHaveDuplicates();

        List<InspectId> reversed = new ArrayList<>(client.inspected);
        java.util.Collections.reverse(reversed);
        reversed.forEach(id -> complete(id, WskInspectAccept));

        assertThat(client.acceptedSockets.stream().map(InspectionConformanceTest::inspectId))
                .containsExactlyElementsOf(reversed);
    }

    @Test
    @Tag("EVT-INS-02")
    @Tag("EVT-INS-21")
    void withoutTheModeNobodyIsAskedAndNoSocketHasAnId() {
        // It could be asked: only the mode is off, set and taken back before bind.
        ListenSocket plain = bench.create(ListenSocket.class, SocketCategory.LISTEN, client.conditionalTable);
        assertThat(bench.conditionalAccept(plain, 1)).isEqualTo(STATUS_SUCCESS);
        assertThat(bench.conditionalAccept(plain, 0)).isEqualTo(STATUS_SUCCESS);
        plain.dispatch().bind(NetworkBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
        bench.enable(plain, WSK_EVENT_ACCEPT);

        PeerEnd peer = bench.peerConnects(plain);
        bench.run();
        peer.resets();
        bench.run();

        assertThat(client.calls).containsExactly("accept");
        ByteBuffer output = ByteBuffer.allocate(InspectId.SIZE);
        assertThat(queryInspectId(client.acceptedSockets.get(0), output)).isEqualTo(STATUS_INVALID_DEVICE_REQUEST);
        assertThat(queryInspectId(bench.connected(), output)).isEqualTo(STATUS_INVALID_DEVICE_REQUEST);
    }
}
