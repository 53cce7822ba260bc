package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.nt.NtStatus.STATUS_SUCCESS;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.ScriptedClient;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.PeerEnd;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskClientListenDispatch;

/** The WDK page nc-wsk-pfn_wsk_accept_event: the socket it hands over, whose it is and which of its events are on. */
@OnEveryNetwork
class AcceptedSocketConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    private final ScriptedClient client;
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
    void aKeptSocketIsTheClientsToClose() throws Exception {
        bench.enable(listener, WSK_EVENT_ACCEPT);
        PeerEnd peer = peerConnects();
        bench.close(listener, new ClientIrp());
        bench.run();
        bench.registration.releaseProviderNpi();
        CompletableFuture<Void> deregistered = CompletableFuture.runAsync(bench.registration::deregister);
        bench.run();
        assertThat(deregistered).isNotDone();
        assertThat(peer.sawReset()).isFalse();

        bench.close(client.acceptedSockets.get(0), new ClientIrp());
        bench.run();

        deregistered.get(20, TimeUnit.SECONDS);
        assertThat(peer.sawReset()).isTrue();
        assertThat(bench.wsk.openSocketCount()).isZero();
    }

    @Test
    @Tag("EVT-ACC-11")
    @Tag("CTL-INH-06")
    void withoutDefaultsTheAcceptedSocketStartsWithAllEventsOff() {
        bench.enable(listener, WSK_EVENT_ACCEPT);
        PeerEnd peer = peerConnects();

        peer.sends("unheard");
        peer.finishes();
        bench.run();

        assertThat(client.calls).containsExactly("accept");
        assertThat(bench.receiveBacklog(client.acceptedSockets.get(0))).isEqualTo(7);
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
