package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_SEND_BACKLOG;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TestClient.Held;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DeferredReturn;

/** Different events of one socket take turns (C-16): each pair in which the second could come at once but for the first. */
@Tag("C-16")
@OnEveryNetwork
class SerialEventsConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    private final ConnectionSocket socket;

    SerialEventsConformanceTest(Network network) {
        bench = new NetworkBench(network);
        socket = bench.connected();
    }

    @BeforeEach
    void allEventsAreEnabled() {
        bench.enable(socket, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT, WSK_EVENT_SEND_BACKLOG);
    }

    private DeferredReturn holdABacklogCallback() {
        DeferredReturn[] held = new DeferredReturn[1];
        bench.client.onBacklog = () -> held[0] = socket.deferReturn();
        bench.wsk.setIdealSendBacklog(socket.id(), 1);
        bench.run();
        return held[0];
    }

    private Held holdAReceiveCallback() {
        Held held = bench.client.holdNextReceive(socket);
        bench.peer().sends("A");
        bench.run();
        return held;
    }

    @Test
    @Tag("THR-12")
    void dataWaitsForABacklogCallback() {
        DeferredReturn held = holdABacklogCallback();
        bench.peer().sends("A");
        bench.run();
        assertThat(bench.client.calls).containsExactly("backlog 1");

        held.complete(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(bench.client.calls).containsExactly("backlog 1", "receive A");
    }

    @Test
    @Tag("THR-12")
    void aGracefulDisconnectWaitsForABacklogCallback() {
        DeferredReturn held = holdABacklogCallback();
        bench.peer().finishes();
        bench.run();
        assertThat(bench.client.calls).containsExactly("backlog 1");

        held.complete(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(bench.client.calls).containsExactly("backlog 1", "disconnect graceful");
    }

    @Test
    @Tag("THR-12")
    @Tag("EVT-DIS-09")
    void aResetWaitsForAReceiveCallbackAndForNothingElse() {
        Held held = holdAReceiveCallback();
        bench.peer().sends("B");
        bench.run();
        bench.peer().resets();
        bench.run();
        assertThat(bench.client.calls).containsExactly("receive A");

        held.release(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(bench.client.calls).containsExactly("receive A", "disconnect abortive");
    }

    @Test
    @Tag("THR-12")
    void aChangedBacklogWaitsForAReceiveCallback() {
        Held held = holdAReceiveCallback();
        bench.wsk.setIdealSendBacklog(socket.id(), 7);
        bench.run();
        assertThat(bench.client.calls).containsExactly("receive A");

        held.release(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(bench.client.calls).containsExactly("receive A", "backlog 7");
    }
}
