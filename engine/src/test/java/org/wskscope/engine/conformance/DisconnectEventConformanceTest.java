package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.callbackEntered;
import static org.wskscope.engine.testkit.RecordMatchers.irpCompleted;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.kernel.GracefulDisconnect;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TestClient;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.PeerEnd;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.DisconnectEventFlags;
import org.wskscope.engine.wsk.DisconnectFlags;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskFunction;

/** The WDK pages nc-wsk-pfn_wsk_disconnect_event and nc-wsk-pfn_wsk_disconnect; scenarios SCN-17 and SCN-18. */
@OnEveryNetwork
class DisconnectEventConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    private final ConnectionSocket socket;

    DisconnectEventConformanceTest(Network network) {
        bench = new NetworkBench(network);
        socket = bench.connected();
    }

    @BeforeEach
    void receiveAndDisconnectAreEnabled() {
        bench.enable(socket, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT);
    }

    private ClientIrp receive(int length) {
        ClientIrp irp = new ClientIrp();
        bench.receive(socket, new byte[length], irp);
        return irp;
    }

    private ClientIrp disconnect(DisconnectFlags flags) {
        ClientIrp irp = new ClientIrp();
        socket.dispatch().disconnect(null, flags, irp.irp());
        return irp;
    }

    @Test
    @Tag("EVT-DIS-04")
    @Tag("EVT-DIS-07")
    @Tag("API-RCV-01")
    @Tag("C-08")
    @Tag("SCN-17")
    void theGracefulEventWaitsForQueuedData() {
        bench.client.nextReceive(NtStatus.STATUS_DATA_NOT_ACCEPTED);
        bench.peer().sends("x".repeat(100));
        bench.peer().finishes();
        bench.run();
        assertThat(bench.client.calls).hasSize(1);

        ClientIrp data = receive(100);
        bench.run();
        ClientIrp end = receive(10);
        ClientIrp sent = new ClientIrp();
        bench.send(socket, "bye", sent);
        bench.run();

        assertThat(data.information()).isEqualTo(100);
        assertThat(bench.client.calls).endsWith("disconnect graceful");
        assertThat(end.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(end.information()).isZero();
        assertThat(sent.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.peer().received()).isEqualTo("bye");
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        irpCompleted(WskFunction.WSK_RECEIVE, NtStatus.STATUS_SUCCESS, 100),
                        callbackEntered(WSK_EVENT_DISCONNECT));
    }

    @Test
    @Tag("EVT-DIS-08")
    @Tag("API-RCV-02")
    @Tag("SCN-17")
    void pendedReceivesCompleteWithZeroBytesBeforeTheGracefulEvent() {
        ClientIrp first = receive(10);
        ClientIrp second = receive(10);
        bench.peer().finishes();
        bench.run();

        assertThat(first.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(second.information()).isZero();
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        irpCompleted(WskFunction.WSK_RECEIVE, NtStatus.STATUS_SUCCESS, 0),
                        irpCompleted(WskFunction.WSK_RECEIVE, NtStatus.STATUS_SUCCESS, 0),
                        callbackEntered(WSK_EVENT_DISCONNECT));
    }

    @Test
    @Tag("EVT-DIS-05")
    @Tag("EVT-DIS-09")
    @Tag("EVT-DIS-12")
    @Tag("EVT-RCV-24")
    @Tag("C-09")
    @Tag("SCN-18")
    void aResetOvertakesQueuedDataAndEndsPendingSends() {
        DataIndication[] kept = new DataIndication[1];
        bench.client.onReceive.add((list, bytes, accepted) -> {
            kept[0] = list;
            return NtStatus.STATUS_PENDING;
        });
        bench.client.nextReceive(NtStatus.STATUS_DATA_NOT_ACCEPTED);
        bench.peer().sends("kept");
        bench.run();
        bench.peer().sends("x".repeat(100));
        bench.run();
        ClientIrp sending = bench.sendMoreThanFits(socket);
        assertThat(sending.isCompleted()).isFalse();

        bench.peer().resets();
        bench.run();

        assertThat(sending.status()).isEqualTo(NtStatus.STATUS_CONNECTION_RESET);
        assertThat(bench.client.calls)
                .containsExactly("receive kept", "receive " + "x".repeat(100), "disconnect abortive");
        assertThat(bench.receiveBacklog(socket)).as("what nobody took is gone").isZero();
        assertThat(TestClient.text(kept[0])).as("what was kept is not").isEqualTo("kept");
        assertThat(receive(0).status()).isEqualTo(NtStatus.STATUS_CONNECTION_RESET);
        assertThat(receive(10).status()).isEqualTo(NtStatus.STATUS_CONNECTION_RESET);
        ClientIrp late = new ClientIrp();
        bench.send(socket, "x", late);
        assertThat(late.status()).isEqualTo(NtStatus.STATUS_CONNECTION_RESET);
        assertThat(socket.dispatch().release(kept[0])).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.close(socket, new ClientIrp())).isEqualTo(NtStatus.STATUS_SUCCESS);
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        irpCompleted(WskFunction.WSK_SEND, NtStatus.STATUS_CONNECTION_RESET, 0),
                        callbackEntered(WSK_EVENT_DISCONNECT));
    }

    @Test
    @Tag("EVT-DIS-01")
    @Tag("EVT-DIS-03")
    void theFlagTellsAFinFromAReset() {
        PeerEnd first = bench.peer();
        ConnectionSocket other = bench.connected();
        bench.enable(other, WSK_EVENT_DISCONNECT);

        first.finishes();
        bench.run();
        bench.peer().resets();
        bench.run();

        assertThat(bench.client.calls).containsExactly("disconnect graceful", "disconnect abortive");
        assertThat(TraceAssert.records(bench.log).stream()
                        .filter(TraceRecord.CallbackEntered.class::isInstance)
                        .map(entered -> ((TraceRecord.CallbackEntered) entered).flags()
                                & DisconnectEventFlags.WSK_FLAG_ABORTIVE))
                .containsExactly(0, DisconnectEventFlags.WSK_FLAG_ABORTIVE);
    }

    @Test
    @Tag("EVT-DIS-13")
    void theEventDoesNotCloseTheSocket() throws Exception {
        bench.peer().resets();
        bench.run();
        assertThat(bench.client.calls).containsExactly("disconnect abortive");
        bench.registration.releaseProviderNpi();
        CompletableFuture<Void> deregistered = CompletableFuture.runAsync(bench.registration::deregister);
        bench.run();
        assertThat(deregistered).isNotDone();
        assertThat(bench.wsk.openSocketCount()).isEqualTo(1);

        assertThat(bench.close(socket, new ClientIrp())).isEqualTo(NtStatus.STATUS_SUCCESS);

        deregistered.get(20, TimeUnit.SECONDS);
    }

    @Test
    @Tag("EVT-DIS-10")
    @Tag("C-12")
    void aDisconnectThatWasMissedIsReportedOnEnabling() {
        bench.disable(socket, WSK_EVENT_DISCONNECT, null);
        bench.peer().finishes();
        bench.run();
        assertThat(bench.client.calls).isEmpty();

        bench.enable(socket, WSK_EVENT_DISCONNECT);
        bench.run();

        assertThat(bench.client.calls).containsExactly("disconnect graceful");
    }

    @Test
    @Tag("EVT-DIS-11")
    @Tag("FID-12")
    void aResetAfterTheEndIsReportedOnceMoreAndOnlyOnce() {
        bench.peer().finishes();
        bench.run();
        bench.peer().resets();
        bench.run();
        // FID-7: behind a FIN the system tells of the reset to who writes.
        bench.send(socket, "x", new ClientIrp());
        bench.run();
        bench.send(socket, "y", new ClientIrp());
        bench.run();

        assertThat(bench.client.calls).containsExactly("disconnect graceful", "disconnect abortive");
    }

    @Test
    @Tag("EVT-DIS-11")
    void turningTheEventOffAndOnDoesNotRepeatIt() {
        bench.peer().finishes();
        bench.run();

        bench.disable(socket, WSK_EVENT_DISCONNECT, null);
        assertThat(bench.enable(socket, WSK_EVENT_DISCONNECT)).isEqualTo(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(bench.client.calls).containsExactly("disconnect graceful");
    }

    @Test
    @Tag("EVT-DIS-02")
    @Tag("API-DSC-03")
    @Tag("EVT-RCV-23")
    void aLocalGracefulDisconnectIsNoEventAndReceivingGoesOn() {
        ClientIrp irp = disconnect(DisconnectFlags.GRACEFUL);
        bench.run();
        bench.peer().sends("still here");
        bench.run();
        ClientIrp late = new ClientIrp();
        bench.send(socket, "x", late);

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.peer().sawFin()).isTrue();
        assertThat(bench.client.calls).containsExactly("receive still here");
        assertThat(late.status()).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
    }

    @Test
    @Tag("API-DSC-01")
    @Tag("API-DSC-02")
    void aGracefulDisconnectCompletesAfterTheSendsBeforeIt() {
        bench.sendMoreThanFits(socket);
        ClientIrp finished = new ClientIrp();
        socket.dispatch().disconnect(WskBuf.of("!"), DisconnectFlags.GRACEFUL, finished.irp());
        bench.run();
        assertThat(finished.isCompleted()).isFalse();

        bench.peer().readsAgain();
        bench.run();

        assertThat(bench.peer().receivedBytes()).isEqualTo(NetworkBench.MORE_THAN_FITS + 1);
        assertThat(bench.peer().received()).endsWith("!");
        assertThat(bench.peer().sawFin()).isTrue();
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        irpCompleted(WskFunction.WSK_SEND, NtStatus.STATUS_SUCCESS, NetworkBench.MORE_THAN_FITS),
                        irpCompleted(WskFunction.WSK_DISCONNECT, NtStatus.STATUS_SUCCESS, 1));
    }

    @Test
    @Tag("API-DSC-04")
    @Tag("API-DSC-05")
    @Tag("EVT-DIS-02")
    @Tag("EVT-RCV-24")
    @Tag("C-02")
    void anAbortiveDisconnectCancelsSendsAndForcesAStuckGracefulOne() {
        ClientIrp receiving = receive(5);
        ClientIrp sent = bench.sendMoreThanFits(socket);
        ClientIrp finishing = disconnect(DisconnectFlags.GRACEFUL);
        bench.run();

        ClientIrp aborted = disconnect(DisconnectFlags.ABORTIVE);

        assertThat(aborted.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(sent.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(finishing.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(receiving.status()).isEqualTo(NtStatus.STATUS_CONNECTION_ABORTED);
        bench.peer().readsAgain();
        bench.run();
        assertThat(bench.peer().sawReset()).isTrue();
        assertThat(sent.completions()).isEqualTo(1);
        assertThat(bench.client.calls).isEmpty();
    }

    @Test
    @Tag("C-03")
    void anAbortiveDisconnectMayBeRepeatedAGracefulOneMayNot() {
        disconnect(DisconnectFlags.ABORTIVE);

        assertThat(disconnect(DisconnectFlags.ABORTIVE).status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(disconnect(DisconnectFlags.GRACEFUL).status()).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
    }

    @Test
    @Tag("API-DSC-02")
    void anAbortiveDisconnectCarriesNoData() {
        ClientIrp irp = new ClientIrp();

        socket.dispatch().disconnect(WskBuf.of("x"), DisconnectFlags.ABORTIVE, irp.irp());

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        ClientIrp sent = new ClientIrp();
        bench.send(socket, "still here", sent);
        bench.run();
        assertThat(sent.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.peer().received()).isEqualTo("still here");
        assertThat(bench.peer().sawReset()).isFalse();
    }

    @Test
    @Tag("CTL-ECB-30")
    @Tag("C-04")
    void afterTheDisconnectEventsCanBeDisabledButNotEnabled() {
        bench.peer().resets();
        bench.run();

        assertThat(bench.disable(socket, WSK_EVENT_RECEIVE, null)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.enable(socket, WSK_EVENT_RECEIVE)).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
    }

    @Test
    @Tag("C-08")
    void theEagerOptionTellsOfTheEndBeforeTheData() {
        NetworkBench eager = bench.another(KernelOptions.defaults().withGracefulDisconnect(GracefulDisconnect.EAGER));
        ConnectionSocket other = eager.connected();
        eager.enable(other, WSK_EVENT_DISCONNECT);

        eager.peer().sends("unread");
        eager.peer().finishes();
        eager.run();

        assertThat(eager.client.calls).containsExactly("disconnect graceful");
    }
}
