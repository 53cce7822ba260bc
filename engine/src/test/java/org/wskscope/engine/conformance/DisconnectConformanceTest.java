package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DisconnectFlags;

/** The WDK page nc-wsk-pfn_wsk_disconnect where the client itself ends the connection: it is told nothing, and close always gets through. */
@OnEveryNetwork
class DisconnectConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    private final ConnectionSocket socket;

    DisconnectConformanceTest(Network network) {
        bench = new NetworkBench(network);
        socket = bench.connected();
    }

    @BeforeEach
    void receiveAndDisconnectAreEnabled() {
        bench.enable(socket, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT);
    }

    private ClientIrp disconnect(DisconnectFlags flags) {
        ClientIrp irp = new ClientIrp();
        socket.dispatch().disconnect(null, flags, irp.irp());
        bench.run();
        return irp;
    }

    @Test
    @Tag("API-DSC-04")
    @Tag("API-CLO-01")
    @Tag("API-CLO-06")
    void closeForcesAStuckGracefulDisconnectToComplete() {
        ClientIrp sending = bench.sendMoreThanFits(socket);
        ClientIrp finishing = disconnect(DisconnectFlags.GRACEFUL);
        assertThat(finishing.isCompleted()).isFalse();
        ClientIrp closing = new ClientIrp();

        NtStatus answer = bench.close(socket, closing);

        assertThat(answer).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(closing.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(sending.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(finishing.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        bench.peer().readsAgain();
        bench.run();
        assertThat(bench.peer().sawReset()).isTrue();
        assertThat(finishing.completions()).isEqualTo(1);
        assertThat(sending.completions()).isEqualTo(1);
    }

    @Test
    @Tag("EVT-DIS-02")
    void neitherAnAbortiveDisconnectNorCloseIsAnEvent() {
        ConnectionSocket other = bench.connected();
        bench.enable(other, WSK_EVENT_DISCONNECT);

        disconnect(DisconnectFlags.ABORTIVE);
        bench.close(other, new ClientIrp());
        bench.wsk.setIdealSendBacklog(socket.id(), 1);
        bench.run();

        assertThat(bench.client.calls)
                .as("also when its callbacks are looked at again")
                .isEmpty();
        ClientIrp late = new ClientIrp();
        bench.receive(socket, new byte[1], late);
        assertThat(late.status()).isEqualTo(NtStatus.STATUS_CONNECTION_ABORTED);
        assertThat(bench.enable(socket, WSK_EVENT_DISCONNECT)).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
    }

    @Test
    @Tag("EVT-DIS-02")
    @Tag("EVT-DIS-03")
    void thePeersAnswerToALocalDisconnectIsAnEvent() {
        disconnect(DisconnectFlags.GRACEFUL);
        assertThat(bench.client.calls).isEmpty();

        bench.peer().finishes();
        bench.run();

        assertThat(bench.client.calls).containsExactly("disconnect graceful");
    }

    @Test
    @Tag("API-DSC-03")
    void afterALocalGracefulDisconnectAReceiveGetsDataAndThenTheEnd() {
        bench.disable(socket, WSK_EVENT_RECEIVE, null);
        disconnect(DisconnectFlags.GRACEFUL);
        ClientIrp data = new ClientIrp();
        bench.receive(socket, new byte[4], data);
        bench.peer().sends("last");
        bench.peer().finishes();
        bench.run();
        ClientIrp end = new ClientIrp();
        bench.receive(socket, new byte[4], end);

        assertThat(data.information()).isEqualTo(4);
        assertThat(end.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(end.information()).isZero();
    }
}
