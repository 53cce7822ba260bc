package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskClientListenDispatch;
import org.wskscope.engine.wsk.WskFunction;

/** The WDK pages nc-wsk-pfn_wsk_accept_event and nc-wsk-pfn_wsk_inspect_event: addresses that die with the call. */
@PlayedByHand("misuse is the client's, whatever the network")
class AddressArgumentsConformanceTest extends MisuseBench {
    private final List<InetSocketAddress> kept = new ArrayList<>();

    /** All four addresses a listener's callbacks are given, local before remote; each is used inside its call, which is allowed. */
    private void keepTheAddressesOfBothCallbacks() {
        WskClientListenDispatch table = new WskClientListenDispatch(
                (context, flags, local, remote, accepted, parameters) -> {
                    keep(local, remote);
                    return bench.client.keep(accepted, parameters);
                },
                (context, local, remote, id) -> {
                    keep(local, remote);
                    return InspectAction.WskInspectAccept;
                },
                bench.client.conditionalTable.abortEvent());
        ListenSocket listener = bench.create(ListenSocket.class, SocketCategory.LISTEN, table);
        bench.conditionalAccept(listener, 1);
        listener.dispatch().bind(KernelBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
        bench.enable(listener, WSK_EVENT_ACCEPT);
        bench.transport.listener(0).peerRequests();
        bench.run();
    }

    private void keep(InetSocketAddress... addresses) {
        for (InetSocketAddress address : addresses) {
            connectTo(address);
            kept.add(address);
        }
    }

    private long connectTo(InetSocketAddress address) {
        ConnectionSocket socket = bench.create(ConnectionSocket.class, SocketCategory.CONNECTION, null);
        socket.dispatch().connect(address, 0, new ClientIrp().irp());
        return called(WskFunction.WSK_CONNECT);
    }

    @Test
    @Tag("VIO-14")
    @Tag("EVT-GEN-09")
    void everyAddressArgumentIsGoodInsideItsCallAndNotedAfterIt() {
        keepTheAddressesOfBothCallbacks();
        assertThat(kept).hasSize(4);
        assertThat(abouts(Violation.ADDRESS_USED_AFTER_RETURN)).isEmpty();

        List<Long> late = kept.stream().map(this::connectTo).toList();

        assertThat(abouts(Violation.ADDRESS_USED_AFTER_RETURN)).isEqualTo(late);
    }

    @Test
    @Tag("EVT-GEN-09")
    void aCopyOfAnAddressArgumentLivesOn() {
        keepTheAddressesOfBothCallbacks();

        for (InetSocketAddress each : kept) {
            connectTo(new InetSocketAddress(each.getAddress(), each.getPort()));
        }

        assertThat(abouts(Violation.ADDRESS_USED_AFTER_RETURN)).isEmpty();
    }
}
