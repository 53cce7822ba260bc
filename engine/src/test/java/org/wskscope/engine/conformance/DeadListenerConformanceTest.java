package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.PeerEnd;
import org.wskscope.engine.wsk.ListenSocket;

/** Nobody waits for ever at a listener that takes nobody any more. */
@OnEveryNetwork
class DeadListenerConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    private final ListenSocket listener;
    private final PeerEnd first;
    private final PeerEnd second;

    DeadListenerConformanceTest(Network network) {
        bench = new NetworkBench(network);
        listener = bench.listening();
        first = bench.peerConnects(listener);
        second = bench.peerConnects(listener);
        bench.run();
    }

    @Test
    @Tag("C-35")
    void whoWaitsWhenTheListenerDiesIsTurnedAwayAtOnce() {
        assertThat(first.sawReset()).isFalse();

        bench.wsk.failSocket(listener.id());
        bench.run();

        assertThat(first.sawReset()).isTrue();
        assertThat(second.sawReset()).isTrue();
    }

    @Test
    @Tag("C-30")
    void whoWaitsWhenTheListenerIsClosedIsTurnedAway() {
        bench.close(listener, new ClientIrp());
        bench.run();

        assertThat(first.sawReset()).isTrue();
        assertThat(second.sawReset()).isTrue();
        assertThat(bench.client.calls).isEmpty();
    }
}
