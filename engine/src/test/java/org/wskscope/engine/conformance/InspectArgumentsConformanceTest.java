package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.ScriptedRequest;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskClientListenDispatch;
import org.wskscope.engine.wsk.WskFunction;

/** The addresses an inspect callback is given are its own only while it runs. */
@PlayedByHand("FID-1: the test holds the handshake back")
class InspectArgumentsConformanceTest extends MisuseBench {
    private final List<InetSocketAddress> kept = new ArrayList<>();

    @Test
    @Tag("VIO-14")
    @Tag("EVT-GEN-09")
    void anAddressOfTheRequestUsedAfterTheCallIsNoted() {
        WskClientListenDispatch table = new WskClientListenDispatch(
                bench.client.listenTable.acceptEvent(),
                (context, local, remote, id) -> {
                    kept.add(local);
                    kept.add(remote);
                    return InspectAction.WskInspectReject;
                },
                (context, id) -> NtStatus.STATUS_SUCCESS);
        ListenSocket listener = bench.create(ListenSocket.class, SocketCategory.LISTEN, table);
        bench.conditionalAccept(listener, 1);
        listener.dispatch().bind(KernelBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
        ScriptedRequest request = bench.transport.listener(0).peerRequests();
        bench.run();
        ConnectionSocket socket = bench.bound();

        socket.dispatch().connect(kept.get(1), 0, new ClientIrp().irp());
        bench.run();

        assertThat(kept).containsExactly(request.localAddress(), request.remoteAddress());
        assertNoted(Violation.ADDRESS_USED_AFTER_RETURN, called(WskFunction.WSK_CONNECT));
    }
}
