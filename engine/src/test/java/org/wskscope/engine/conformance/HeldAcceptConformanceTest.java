package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.PeerEnd;
import org.wskscope.engine.trace.BufferReason;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.ListenSocket;

/** The WDK page nc-wsk-pfn_wsk_accept_event: what an accepted socket can do before its accept callback has returned. */
@OnEveryNetwork
class HeldAcceptConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    HeldAcceptConformanceTest(Network network) {
        bench = new NetworkBench(network);
    }

    @Test
    @Tag("EVT-ACC-12")
    @Tag("EVT-ACC-14")
    @Tag("C-17")
    void aReceivePostedInsideGetsItsDataAndTheEventWaitsForTheReturn() {
        ListenSocket listener = bench.listening();
        bench.enable(listener, WSK_EVENT_ACCEPT, WSK_EVENT_RECEIVE);
        ClientIrp receiving = new ClientIrp();
        DeferredReturn[] held = new DeferredReturn[1];
        bench.client.onAccept.add((accepted, parameters) -> {
            held[0] = listener.deferReturn();
            bench.receive(accepted, new byte[5], receiving);
            return bench.client.keep(accepted, parameters);
        });
        PeerEnd peer = bench.peerConnects(listener);
        peer.sends("early");
        bench.run();
        assertThat(receiving.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(receiving.information()).isEqualTo(5);

        peer.sends("later");
        bench.run();
        assertThat(bench.client.calls).containsExactly("accept");
        assertThat(TraceAssert.records(bench.log, TraceRecord.IndicationBuffered.class))
                .extracting(TraceRecord.IndicationBuffered::reason)
                .containsExactly(BufferReason.ACCEPT_IN_PROGRESS);
        held[0].complete(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(bench.client.calls).containsExactly("accept", "receive later");
    }
}
