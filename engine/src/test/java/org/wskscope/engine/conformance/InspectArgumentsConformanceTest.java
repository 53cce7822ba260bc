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
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.trace.TraceRecord;
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

    @Test
    @Tag("EVT-INS-11")
    void theCallThatTellsOfTheDeathSaysNothingOfRequestsBefore() {
        ListenSocket listener = bench.conditional();
        bench.client.nextInspect(InspectAction.WskInspectReject);
        bench.transport.listener(0).peerRequests();
        bench.run();

        bench.wsk.failSocket(listener.id());
        bench.run();

        assertThat(bench.client.calls).containsExactly("inspect 1", "inspect NULL");
        assertThat(TraceAssert.records(bench.log, TraceRecord.CallbackEntered.class))
                .extracting(TraceRecord.CallbackEntered::amount)
                .containsExactly(1L, 0L);
    }
}
