package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.nt.NtStatus.STATUS_DATA_NOT_ACCEPTED;
import static org.wskscope.engine.nt.NtStatus.STATUS_SUCCESS;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TestClient.Held;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DisconnectFlags;

/** The WDK pages nc-wsk-pfn_wsk_receive_event and nc-wsk-pfn_wsk_disconnect: up to when data is indicated, and what of it is not any more. */
@OnEveryNetwork
class EndOfReceivingConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    private final ConnectionSocket socket;
    private final List<String> calls;

    EndOfReceivingConformanceTest(Network network) {
        bench = new NetworkBench(network);
        socket = bench.connected();
        calls = bench.client.calls;
    }

    @BeforeEach
    void receiveAndDisconnectAreEnabled() {
        bench.enable(socket, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT);
    }

    private void peerSends(String text) {
        bench.peer().sends(text);
        bench.run();
    }

    private NtStatus disconnect(DisconnectFlags flags) {
        ClientIrp irp = new ClientIrp();
        socket.dispatch().disconnect(null, flags, irp.irp());
        bench.run();
        return irp.status();
    }

    /** A callback looks at "first", and "second" waits behind it. */
    private Held indicatingWithMoreQueued() {
        Held held = bench.client.holdNextReceive(socket);
        peerSends("first");
        peerSends("second");
        assertThat(calls).containsExactly("receive first");
        assertThat(bench.receiveBacklog(socket)).isEqualTo("firstsecond".length());
        return held;
    }

    @Test
    @Tag("EVT-RCV-23")
    @Tag("API-DSC-03")
    void afterALocalGracefulDisconnectDataIsIndicatedUntilThePeerFinishes() {
        assertThat(disconnect(DisconnectFlags.GRACEFUL)).isEqualTo(STATUS_SUCCESS);

        peerSends("one");
        peerSends("two");
        bench.peer().finishes();
        bench.run();

        assertThat(calls).containsExactly("receive one", "receive two", "disconnect graceful");
    }

    @Test
    @Tag("EVT-RCV-24")
    void afterALocalAbortiveDisconnectNothingThatWaitsIsIndicated() {
        Held held = indicatingWithMoreQueued();

        assertThat(disconnect(DisconnectFlags.ABORTIVE)).isEqualTo(STATUS_SUCCESS);
        held.release(STATUS_SUCCESS);
        bench.run();

        assertThat(calls).containsExactly("receive first");
        assertThat(bench.receiveBacklog(socket)).isZero();
    }

    @Test
    @Tag("EVT-RCV-24")
    @Tag("EVT-DIS-09")
    void afterAResetOfThePeerNothingThatWaitsIsIndicated() {
        Held held = indicatingWithMoreQueued();

        bench.peer().resets();
        bench.run();
        held.release(STATUS_DATA_NOT_ACCEPTED);
        bench.run();

        assertThat(calls).containsExactly("receive first", "disconnect abortive");
        assertThat(bench.receiveBacklog(socket)).isZero();
    }

    @Test
    @Tag("EVT-RCV-18")
    @Tag("C-35")
    void aDisconnectThatIsDueIsNotReportedAfterTheNullList() {
        bench.client.nextReceive(STATUS_DATA_NOT_ACCEPTED);
        bench.peer().sends("never taken");
        bench.peer().finishes();
        bench.run();

        bench.wsk.failSocket(socket.id());
        bench.run();

        assertThat(calls).containsExactly("receive never taken", "receive NULL");
    }

    @Test
    @Tag("EVT-RCV-18")
    @Tag("C-35")
    void aResetBehindTheNullListIsNotReportedEither() {
        bench.wsk.failSocket(socket.id());
        bench.run();

        bench.peer().resets();
        bench.run();

        assertThat(calls).containsExactly("receive NULL");
    }
}
