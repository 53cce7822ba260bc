package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.nt.NtStatus.STATUS_SUCCESS;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_SEND_BACKLOG;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TestClient;
import org.wskscope.engine.testkit.WaitingThread;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.PeerEnd;
import org.wskscope.engine.trace.EnableOrigin;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.EventCallbackControl;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.NpiId;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskClientListenDispatch;
import org.wskscope.engine.wsk.WskEvent;

/** The WDK page nc-wsk-pfn_wsk_accept_event: the socket it hands over, whose it is and which of its events are on. */
@OnEveryNetwork
class AcceptedSocketConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    private final TestClient client;
    private final ListenSocket listener;

    AcceptedSocketConformanceTest(Network network) {
        bench = new NetworkBench(network);
        client = bench.client;
        listener = bench.listening();
    }

    private PeerEnd peerConnects() {
        PeerEnd peer = bench.peerConnects(listener);
        bench.run();
        return peer;
    }

    @Test
    @Tag("EVT-ACC-01")
    void aConnectionIsReportedOnceWithTheListenersContext() {
        bench.enable(listener, WSK_EVENT_ACCEPT);

        PeerEnd peer = peerConnects();

        assertThat(peer.outcome()).isEqualTo(STATUS_SUCCESS);
        assertThat(client.calls).containsExactly("accept");
        assertThat(client.contexts).containsExactly("ctx");
    }

    @Test
    @Tag("API-ACC-01")
    void anAcceptCompletesAtOnceWhenAConnectionWaitsAndElsePends() {
        PeerEnd waiting = peerConnects();
        ClientIrp atOnce = new ClientIrp();
        ClientIrp later = new ClientIrp();

        assertThat(listener.dispatch().accept(0, null, null, atOnce.irp())).isEqualTo(STATUS_SUCCESS);
        assertThat(listener.dispatch().accept(0, null, null, later.irp())).isEqualTo(NtStatus.STATUS_PENDING);
        bench.run();
        assertThat(later.isCompleted()).isFalse();
        PeerEnd next = peerConnects();

        assertThat(remoteOf(atOnce)).isEqualTo(waiting.localAddress());
        assertThat(remoteOf(later)).isEqualTo(next.localAddress());
    }

    private static InetSocketAddress remoteOf(ClientIrp accepted) {
        ClientIrp irp = new ClientIrp();
        accepted.pointer(ConnectionSocket.class).dispatch().getRemoteAddress(irp.irp());
        return irp.pointer(InetSocketAddress.class);
    }

    @Test
    @Tag("EVT-ACC-18")
    @Tag("C-16")
    void noAcceptCallbackBeginsBeforeTheOneBeforeHasReturned() {
        bench.enable(listener, WSK_EVENT_ACCEPT);
        DeferredReturn[] held = new DeferredReturn[1];
        client.onAccept.add((accepted, parameters) -> {
            held[0] = listener.deferReturn();
            return client.keep(accepted, parameters);
        });
        for (int i = 0; i < 10; i++) {
            bench.peerConnects(listener);
        }
        bench.run();
        assertThat(client.calls).containsExactly("accept");

        held[0].complete(STATUS_SUCCESS);
        bench.run();

        assertThat(client.calls).hasSize(10);
        assertThat(client.maxDepth()).isEqualTo(1);
    }

    @Test
    @Tag("EVT-ACC-13")
    void theAddressesAreThoseOfTheConnectionAlsoOnAWildcardListener() {
        List<InetSocketAddress> seen = new CopyOnWriteArrayList<>();
        WskClientListenDispatch table = new WskClientListenDispatch(
                (context, flags, local, remote, accepted, parameters) -> {
                    seen.addAll(List.of(local, remote));
                    return client.keep(accepted, parameters);
                },
                null,
                null);
        ListenSocket everywhere = bench.create(ListenSocket.class, SocketCategory.LISTEN, table);
        everywhere.dispatch().bind(new InetSocketAddress("0.0.0.0", 0), 0, new ClientIrp().irp());
        bench.run();
        bench.enable(everywhere, WSK_EVENT_ACCEPT);

        PeerEnd peer = bench.peerConnects(everywhere);
        bench.run();

        assertThat(bench.localAddress(everywhere).getAddress().isAnyLocalAddress())
                .isTrue();
        assertThat(seen).containsExactly(peer.remoteAddress(), peer.localAddress());
        assertThat(bench.localAddress(client.acceptedSockets.get(0))).isEqualTo(peer.remoteAddress());
    }

    @Test
    @Tag("EVT-ACC-05")
    void aKeptSocketIsTheClientsToClose() {
        bench.enable(listener, WSK_EVENT_ACCEPT);
        PeerEnd peer = peerConnects();
        bench.close(listener, new ClientIrp());
        bench.run();
        bench.registration.releaseProviderNpi();
        WaitingThread deregistration = WaitingThread.inside(bench.registration::deregister);
        bench.run();
        assertThat(peer.sawReset()).isFalse();

        bench.close(client.acceptedSockets.get(0), new ClientIrp());
        bench.run();

        deregistration.returns();
        assertThat(peer.sawReset()).isTrue();
        assertThat(bench.wsk.openSocketCount()).isZero();
    }

    @Test
    @Tag("EVT-ACC-11")
    @Tag("CTL-INH-06")
    void withoutDefaultsTheAcceptedSocketStartsWithAllEventsOff() {
        bench.enable(listener, WSK_EVENT_ACCEPT);
        PeerEnd peer = peerConnects();

        bench.wsk.setIdealSendBacklog(client.acceptedSockets.get(0).id(), 1);
        peer.sends("unheard");
        peer.finishes();
        bench.run();

        assertThat(client.calls).containsExactly("accept");
        assertThat(bench.receiveBacklog(client.acceptedSockets.get(0))).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"INHERITED,true", "INHERITED,false", "STATIC,true", "STATIC,false"})
    @Tag("EVT-ACC-14")
    @Tag("C-17")
    void inheritedAndStaticEventsStartAfterTheCallbackReturnedSuccess(EnableOrigin origin, boolean keeps) {
        NetworkBench other = bench.another(NetworkBench.UNHURRIED);
        if (origin == EnableOrigin.STATIC) {
            assertThat(other.provider.controlClient(statically(WSK_EVENT_RECEIVE, WSK_EVENT_SEND_BACKLOG), null))
                    .isEqualTo(STATUS_SUCCESS);
        }
        ListenSocket offers = other.listening();
        other.enable(offers, WSK_EVENT_ACCEPT);
        if (origin == EnableOrigin.INHERITED) {
            other.enable(offers, WSK_EVENT_RECEIVE, WSK_EVENT_SEND_BACKLOG);
        }
        DeferredReturn[] held = new DeferredReturn[1];
        other.client.onAccept.add((accepted, parameters) -> {
            parameters.set("accepted", other.client.connectionTable);
            other.wsk.setIdealSendBacklog(accepted.id(), 1);
            held[0] = offers.deferReturn();
            return STATUS_SUCCESS;
        });
        PeerEnd peer = other.peerConnects(offers);
        peer.sends("early");
        other.run();
        assertThat(other.client.calls).containsExactly("accept");

        held[0].complete(keeps ? STATUS_SUCCESS : NtStatus.STATUS_REQUEST_NOT_ACCEPTED);
        other.run();

        assertThat(other.client.calls).contains("accept");
        assertThat(other.client.calls.contains("receive early")).isEqualTo(keeps);
        assertThat(other.client.calls.size() > 1).isEqualTo(keeps);
    }

    private static ControlParameters statically(WskEvent... events) {
        return new ControlParameters(
                ControlType.WskSetOption,
                ControlCode.WSK_SET_STATIC_EVENT_CALLBACKS,
                0,
                EventCallbackControl.SIZE,
                new EventCallbackControl(NpiId.NPI_WSK_INTERFACE_ID, EventMask.of(events)),
                0,
                null);
    }

    @Test
    @Tag("EVT-ACC-17")
    void anAcceptCallbackMayCloseAnotherSocket() {
        bench.enable(listener, WSK_EVENT_ACCEPT);
        PeerEnd older = peerConnects();
        ConnectionSocket first = client.acceptedSockets.get(0);
        ClientIrp closing = new ClientIrp();
        client.onAccept.add((accepted, parameters) -> {
            bench.close(first, closing);
            return client.keep(accepted, parameters);
        });

        PeerEnd newer = peerConnects();

        assertThat(closing.status()).isEqualTo(STATUS_SUCCESS);
        assertThat(older.sawReset()).isTrue();
        assertThat(newer.wasTurnedAway()).isFalse();
        assertThat(client.acceptedSockets).hasSize(2);
    }

    @Test
    @Tag("CTL-INH-07")
    void defaultsAreForSocketsAcceptedLater() {
        bench.enable(listener, WSK_EVENT_ACCEPT);
        PeerEnd before = peerConnects();
        bench.enable(listener, WSK_EVENT_RECEIVE);
        PeerEnd after = peerConnects();

        before.sends("unheard");
        after.sends("heard");
        bench.run();

        assertThat(client.calls).containsExactly("accept", "accept", "receive heard");
    }

    @Test
    @Tag("CTL-INH-09")
    void furtherEnablingOnTheListenerAddsDefaults() {
        bench.enable(listener, WSK_EVENT_ACCEPT, WSK_EVENT_RECEIVE);
        bench.enable(listener, WSK_EVENT_DISCONNECT);
        PeerEnd peer = peerConnects();

        peer.sends("hello");
        bench.run();
        peer.finishes();
        bench.run();

        assertThat(client.calls).containsExactly("accept", "receive hello", "disconnect graceful");
    }
}
