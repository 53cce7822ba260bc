package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.violationFound;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_SEND_BACKLOG;

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
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.EventCallbackControl;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.NpiId;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskSocket;

/** Which events of a socket are on from its birth or from its accept callback, as the log shows them: those that are meant and have a callback, and no others. */
@OnEveryNetwork
class EnabledRecordsConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    private final TestClient client;
    private final WskClientConnectionDispatch withoutBacklog;

    EnabledRecordsConformanceTest(Network network) {
        bench = new NetworkBench(network);
        client = bench.client;
        withoutBacklog = new WskClientConnectionDispatch(
                client.connectionTable.receiveEvent(), client.connectionTable.disconnectEvent(), null);
    }

    private void setStatic(WskEvent... events) {
        EventCallbackControl control = new EventCallbackControl(NpiId.NPI_WSK_INTERFACE_ID, EventMask.of(events));
        NtStatus answer = bench.provider.controlClient(
                new ControlParameters(
                        ControlType.WskSetOption,
                        ControlCode.WSK_SET_STATIC_EVENT_CALLBACKS,
                        0,
                        EventCallbackControl.SIZE,
                        control,
                        0,
                        null),
                null);
        assertThat(answer).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    private ListenSocket acceptingFromAPeer(WskEvent... events) {
        ListenSocket listener = bench.listening();
        if (events.length > 0) {
            bench.enable(listener, events);
        }
        bench.peerConnects(listener);
        bench.run();
        return listener;
    }

    private ConnectionSocket accepted() {
        return client.acceptedSockets.get(0);
    }

    private List<String> enabledOn(WskSocket socket) {
        SocketId id = socket.id();
        return TraceAssert.records(bench.log, TraceRecord.CallbackEnabled.class).stream()
                .filter(record -> record.head().socket().equals(id))
                .map(record -> record.origin() + " " + record.enabled().shortNames() + " of "
                        + record.mask().shortNames())
                .toList();
    }

    private static String names(WskEvent... events) {
        return EventMask.of(events).shortNames();
    }

    @Test
    @Tag("CTL-INH-01")
    @Tag("CTL-INH-10")
    @Tag("EVT-GEN-16")
    void defaultsAreHandedDownToTheCallbacksThereAre() {
        client.onAccept.add((accepted, parameters) -> {
            client.acceptedSockets.add(accepted);
            parameters.set("ctx1", withoutBacklog);
            return NtStatus.STATUS_SUCCESS;
        });

        acceptingFromAPeer(WSK_EVENT_ACCEPT, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT, WSK_EVENT_SEND_BACKLOG);

        String both = names(WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT);
        assertThat(enabledOn(accepted())).containsExactly("INHERITED " + both + " of " + both);
    }

    @Test
    @Tag("CTL-INH-01")
    @Tag("EVT-ACC-10")
    void whatTheCallbackEnabledItselfIsNotHandedDown() {
        client.onAccept.add((accepted, parameters) -> {
            NtStatus answer = client.keep(accepted, parameters);
            bench.enable(accepted, WSK_EVENT_RECEIVE);
            return answer;
        });

        acceptingFromAPeer(WSK_EVENT_ACCEPT, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT);

        assertThat(enabledOn(accepted()))
                .containsExactly(
                        "OPTION RECEIVE of RECEIVE",
                        "INHERITED DISCONNECT of " + names(WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT));
    }

    @Test
    @Tag("CTL-INH-06")
    @Tag("EVT-ACC-09")
    void withoutDefaultsNothingIsHandedDownAndNothingIsWrong() {
        acceptingFromAPeer(WSK_EVENT_ACCEPT);

        assertThat(enabledOn(accepted())).isEmpty();
        TraceAssert.assertThat(bench.log).containsNone(violationFound(Violation.ACCEPT_PARAMETERS_NOT_WRITTEN));
    }

    @Test
    @Tag("CTL-STC-01")
    @Tag("CTL-STC-05")
    @Tag("C-24")
    void staticEventsAreOnFromTheSocketsBirthWhereTheyFitAndHaveACallback() {
        setStatic(WSK_EVENT_RECEIVE, WSK_EVENT_SEND_BACKLOG, WSK_EVENT_DISCONNECT, WSK_EVENT_ACCEPT);

        ConnectionSocket partly = bench.create(ConnectionSocket.class, SocketCategory.CONNECTION, withoutBacklog);
        ConnectionSocket silent = bench.create(ConnectionSocket.class, SocketCategory.CONNECTION, null);
        ListenSocket listener = bench.create(ListenSocket.class, SocketCategory.LISTEN, client.listenTable);

        String both = names(WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT);
        assertThat(enabledOn(partly)).containsExactly("STATIC " + both + " of " + both);
        assertThat(enabledOn(silent)).isEmpty();
        assertThat(enabledOn(listener)).containsExactly("STATIC ACCEPT of ACCEPT");
    }

    @Test
    @Tag("CTL-STC-01")
    void eventsThatAreNotStaticAreNotOn() {
        setStatic(WSK_EVENT_RECEIVE);

        ConnectionSocket socket =
                bench.create(ConnectionSocket.class, SocketCategory.CONNECTION, client.connectionTable);

        assertThat(enabledOn(socket)).containsExactly("STATIC RECEIVE of RECEIVE");
    }

    @Test
    @Tag("CTL-STC-07")
    @Tag("EVT-ACC-09")
    void staticEventsOfASocketAcceptedByTheEventAreOnWhenItsTableIsWritten() {
        setStatic(WSK_EVENT_ACCEPT, WSK_EVENT_RECEIVE);
        client.onAccept.add((accepted, parameters) -> {
            parameters.set(null, null);
            assertThat(enabledOn(accepted)).isEmpty();
            client.keep(accepted, parameters);
            assertThat(enabledOn(accepted)).hasSize(1);
            parameters.set("changed my mind", client.connectionTable);
            return NtStatus.STATUS_SUCCESS;
        });

        acceptingFromAPeer();

        assertThat(enabledOn(accepted())).containsExactly("STATIC RECEIVE of RECEIVE");
    }

    @Test
    @Tag("EVT-ACC-09")
    @Tag("API-CLO-08")
    void aSocketClosedInItsAcceptCallbackHasNoEventsAnyMore() {
        setStatic(WSK_EVENT_ACCEPT, WSK_EVENT_RECEIVE);
        ClientIrp closing = new ClientIrp();
        client.onAccept.add((accepted, parameters) -> {
            bench.close(accepted, closing);
            return client.keep(accepted, parameters);
        });

        acceptingFromAPeer();

        assertThat(closing.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(enabledOn(accepted())).isEmpty();
    }
}
