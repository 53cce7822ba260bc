package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.LogInvariants;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.WskEvent;

/** A processor does one thing after the other, and its records say so, also where one socket is born in a callback of another. */
@OnEveryNetwork
class RecordedTimeConformanceTest {
    private static final int PEERS = 20;

    private final NetworkBench bench;

    RecordedTimeConformanceTest(Network network) {
        bench = new NetworkBench(network);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Tag("EVT-ACC-01")
    void timeDoesNotGoBackWhereConnectionsAreAccepted() {
        ListenSocket listener = bench.listening();
        for (int i = 0; i < PEERS; i++) {
            listener.dispatch().accept(0, null, bench.client.connectionTable, new ClientIrp().irp());
            bench.peerConnects(listener);
            bench.peerConnects(listener);
        }
        bench.enable(listener, WskEvent.WSK_EVENT_ACCEPT, WskEvent.WSK_EVENT_RECEIVE);
        bench.run();

        LogInvariants invariants = new LogInvariants(false);
        invariants.addAll(bench.log);

        assertThat(bench.client.acceptedSockets).isNotEmpty();
        invariants.assertNone(bench.log);
    }
}
