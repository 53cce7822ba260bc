package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.callbackEntered;
import static org.wskscope.engine.testkit.RecordMatchers.callbackReturned;
import static org.wskscope.engine.testkit.RecordMatchers.irpCompleted;
import static org.wskscope.engine.testkit.RecordMatchers.record;
import static org.wskscope.engine.testkit.RecordMatchers.violationFound;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import java.util.ArrayList;
import java.util.List;
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
import org.wskscope.engine.testkit.network.PeerEnd;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskFunction;

/** The WDK pages nc-wsk-pfn_wsk_accept_event and nc-wsk-pfn_wsk_accept; scenarios SCN-07 to SCN-10 and SCN-25. */
@OnEveryNetwork
class AcceptEventConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    private final TestClient client;
    private final ListenSocket listener;

    AcceptEventConformanceTest(Network network) {
        bench = new NetworkBench(network);
        client = bench.client;
        listener = bench.listening();
    }

    private PeerEnd peerConnects() {
        PeerEnd stream = bench.peerConnects(listener);
        bench.run();
        return stream;
    }

    private ClientIrp accept() {
        ClientIrp irp = new ClientIrp();
        listener.dispatch().accept(0, "by irp", client.connectionTable, irp.irp());
        return irp;
    }

    @Test
    @Tag("CTL-INH-01")
    @Tag("CTL-INH-02")
    @Tag("CTL-INH-03")
    @Tag("CTL-INH-04")
    @Tag("CTL-INH-05")
    @Tag("SCN-07")
    void inheritedEventsComeByTheAcceptEventOnlyAndSurviveItsOffAndOn() {
        assertThat(bench.enable(listener, WSK_EVENT_ACCEPT, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        peerConnects().sends("one");
        bench.run();
        assertThat(client.calls).containsExactly("accept", "receive one");

        ClientIrp irp = accept();
        peerConnects().sends("two");
        bench.run();
        assertThat(irp.pointer(ConnectionSocket.class)).isNotNull();
        assertThat(client.calls).hasSize(2);

        assertThat(bench.disable(listener, WSK_EVENT_ACCEPT, null)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.disable(listener, WSK_EVENT_RECEIVE, null)).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_REQUEST);
        assertThat(bench.enable(listener, WSK_EVENT_ACCEPT)).isEqualTo(NtStatus.STATUS_SUCCESS);
        peerConnects().sends("three");
        bench.run();

        assertThat(client.calls).containsExactly("accept", "receive one", "accept", "receive three");
        assertThat(client.contexts).endsWith("ctx", "accepted 2");
    }

    @Test
    @Tag("CTL-INH-08")
    @Tag("C-26")
    void anInheritedEventCanBeDisabledOnTheAcceptedSocket() {
        bench.enable(listener, WSK_EVENT_ACCEPT, WSK_EVENT_RECEIVE);
        PeerEnd stream = peerConnects();

        assertThat(bench.disable(client.acceptedSockets.get(0), WSK_EVENT_RECEIVE, null))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        stream.sends("unheard");
        bench.run();

        assertThat(client.calls).containsExactly("accept");
    }

    @Test
    @Tag("EVT-ACC-09")
    @Tag("CTL-INH-10")
    @Tag("C-24")
    void inheritedEventsWithoutATableHaveNoEffect() {
        bench.enable(listener, WSK_EVENT_ACCEPT, WSK_EVENT_RECEIVE);
        client.onAccept.add((accepted, parameters) -> {
            client.acceptedSockets.add(accepted);
            parameters.set(null, null);
            return NtStatus.STATUS_SUCCESS;
        });

        peerConnects().sends("unheard");
        bench.run();

        assertThat(client.calls).containsExactly("accept");
        assertThat(bench.receiveBacklog(client.acceptedSockets.get(0))).isEqualTo(7);
        TraceAssert.assertThat(bench.log).containsNone(record(TraceRecord.ViolationFound.class));
    }

    @Test
    @Tag("EVT-ACC-03")
    @Tag("API-ACC-01")
    @Tag("SCN-08")
    void aPendedAcceptWinsAndTheRestGoesToTheEvent() {
        bench.enable(listener, WSK_EVENT_ACCEPT);
        ClientIrp irp = accept();
        assertThat(irp.isCompleted()).isFalse();

        peerConnects();
        peerConnects();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(client.calls).containsExactly("accept");
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        irpCompleted(WskFunction.WSK_ACCEPT, NtStatus.STATUS_SUCCESS, 0),
                        callbackEntered(WSK_EVENT_ACCEPT));
    }

    @Test
    @Tag("EVT-ACC-06")
    @Tag("SCN-09")
    void aRefusedConnectionIsResetAndItsSocketIsGone() {
        bench.enable(listener, WSK_EVENT_ACCEPT);
        ConnectionSocket[] refused = new ConnectionSocket[1];
        client.onAccept.add((accepted, parameters) -> {
            refused[0] = accepted;
            return NtStatus.STATUS_REQUEST_NOT_ACCEPTED;
        });

        PeerEnd stream = peerConnects();
        ClientIrp late = new ClientIrp();
        bench.send(refused[0], "x", late);

        assertThat(stream.wasTurnedAway()).isTrue();
        assertThat(late.status()).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        callbackReturned(WSK_EVENT_ACCEPT, NtStatus.STATUS_REQUEST_NOT_ACCEPTED),
                        violationFound(Violation.USE_AFTER_CLOSE));
    }

    @Test
    @Tag("EVT-ACC-10")
    @Tag("EVT-ACC-12")
    @Tag("EVT-ACC-14")
    @Tag("C-17")
    @Tag("SCN-10")
    void eventsEnabledInsideTheCallbackStartAfterItReturned() {
        bench.enable(listener, WSK_EVENT_ACCEPT);
        List<NtStatus> answers = new ArrayList<>();
        ClientIrp greeting = new ClientIrp();
        DeferredReturn[] held = new DeferredReturn[1];
        client.onAccept.add((accepted, parameters) -> {
            answers.add(bench.enable(accepted, WSK_EVENT_RECEIVE));
            parameters.set("ctx1", client.connectionTable);
            answers.add(bench.enable(accepted, WSK_EVENT_RECEIVE));
            answers.add(bench.send(accepted, "welcome", greeting));
            held[0] = listener.deferReturn();
            return NtStatus.STATUS_SUCCESS;
        });

        PeerEnd stream = peerConnects();
        stream.sends("early");
        bench.run();
        assertThat(client.calls).containsExactly("accept");
        assertThat(greeting.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        held[0].complete(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(answers)
                .containsExactly(NtStatus.STATUS_INVALID_PARAMETER, NtStatus.STATUS_SUCCESS, NtStatus.STATUS_PENDING);
        assertThat(client.calls).containsExactly("accept", "receive early");
        assertThat(client.contexts).containsExactly("ctx", "ctx1");
    }

    @Test
    @Tag("EVT-ACC-09")
    void forgettingTheOutParametersIsNoted() {
        bench.enable(listener, WSK_EVENT_ACCEPT);
        client.onAccept.add((accepted, parameters) -> NtStatus.STATUS_SUCCESS);

        peerConnects();

        TraceAssert.assertThat(bench.log).containsInOrder(violationFound(Violation.ACCEPT_PARAMETERS_NOT_WRITTEN));
    }

    @Test
    @Tag("EVT-ACC-02")
    @Tag("EVT-ACC-18")
    @Tag("C-12")
    void waitingConnectionsAreReportedOneByOneOnEnabling() {
        peerConnects();
        peerConnects();
        assertThat(client.calls).isEmpty();

        bench.enable(listener, WSK_EVENT_ACCEPT);
        bench.run();

        assertThat(client.calls).containsExactly("accept", "accept");
        assertThat(client.maxDepth()).isEqualTo(1);
    }

    @Test
    @Tag("EVT-ACC-15")
    @Tag("C-10")
    void connectionsBeyondTheBacklogAreRefused() {
        NetworkBench small = bench.another(KernelOptions.defaults().withAcceptBacklog(2));
        ListenSocket full = small.listening();
        PeerEnd[] streams = new PeerEnd[3];
        for (int i = 0; i < 3; i++) {
            streams[i] = small.peerConnects(full);
        }
        small.run();

        assertThat(streams[0].wasTurnedAway()).isFalse();
        assertThat(streams[1].wasTurnedAway()).isFalse();
        assertThat(streams[2].wasTurnedAway()).isTrue();
    }

    @Test
    @Tag("EVT-ACC-16")
    void anAcceptedSocketOutlivesItsListener() {
        bench.enable(listener, WSK_EVENT_ACCEPT, WSK_EVENT_RECEIVE);
        PeerEnd stream = peerConnects();
        bench.close(listener, new ClientIrp());
        bench.run();

        stream.sends("hello");
        bench.run();

        assertThat(client.calls).endsWith("receive hello");
    }

    @Test
    @Tag("EVT-ACC-07")
    @Tag("EVT-ACC-08")
    @Tag("EVT-GEN-10")
    @Tag("EVT-GEN-11")
    @Tag("SCN-25")
    void aDeadListenerIsReportedOnceAfterItsRequestsEnded() {
        bench.enable(listener, WSK_EVENT_ACCEPT);
        ClientIrp pended = accept();

        bench.wsk.failSocket(listener.id());
        bench.run();
        bench.wsk.failSocket(listener.id());
        bench.run();
        ClientIrp late = accept();

        assertThat(pended.status()).isEqualTo(NtStatus.STATUS_FILE_FORCED_CLOSED);
        assertThat(client.calls).containsExactly("accept NULL");
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        irpCompleted(WskFunction.WSK_ACCEPT, NtStatus.STATUS_FILE_FORCED_CLOSED, 0),
                        callbackEntered(WSK_EVENT_ACCEPT),
                        callbackReturned(WSK_EVENT_ACCEPT, NtStatus.STATUS_REQUEST_NOT_ACCEPTED))
                .containsNone(record(TraceRecord.ViolationFound.class));
        assertThat(late.status()).isEqualTo(NtStatus.STATUS_FILE_FORCED_CLOSED);
        assertThat(late.pendingReturned()).isFalse();
        ClientIrp closing = new ClientIrp();
        bench.close(listener, closing);
        bench.run();
        assertThat(closing.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("C-18")
    @Tag("EVT-INS-16")
    void inspectCompleteOnAListenerThatIsNotConditionalIsAnInvalidRequest() {
        ClientIrp irp = new ClientIrp();

        listener.dispatch()
                .inspectComplete(
                        new org.wskscope.engine.wsk.InspectId(1, 1),
                        org.wskscope.engine.wsk.InspectAction.WskInspectAccept,
                        irp.irp());

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_REQUEST);
    }

    @Test
    void closingTheListenerResetsConnectionsNobodyTook() {
        PeerEnd waiting = peerConnects();

        bench.close(listener, new ClientIrp());
        bench.run();

        assertThat(waiting.wasTurnedAway()).isTrue();
    }
}
