package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wskscope.engine.testkit.RecordMatchers.callbackEntered;
import static org.wskscope.engine.testkit.RecordMatchers.gateChanged;
import static org.wskscope.engine.testkit.RecordMatchers.irpCompleted;
import static org.wskscope.engine.testkit.RecordMatchers.violationFound;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TestClient;
import org.wskscope.engine.testkit.TestClient.Held;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.UsedAfterReturnException;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskFunction;

/** The WDK pages nc-wsk-pfn_wsk_receive_event and nc-wsk-pfn_wsk_receive; scenarios SCN-11 to SCN-14. */
@OnEveryNetwork
class ReceiveEventConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    private final TestClient client;
    private final ConnectionSocket socket;

    ReceiveEventConformanceTest(Network network) {
        bench = new NetworkBench(network);
        client = bench.client;
        socket = bench.connected();
    }

    @BeforeEach
    void receiveIsEnabled() {
        bench.enable(socket, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT);
    }

    private void peerSends(String text) {
        bench.peer().sends(text);
        bench.run();
    }

    private ClientIrp receive(int length) {
        ClientIrp irp = new ClientIrp();
        bench.receive(socket, new byte[length], irp);
        return irp;
    }

    @Test
    @Tag("EVT-RCV-01")
    @Tag("EVT-RCV-05")
    @Tag("API-OBJ-06")
    void newDataIsIndicatedWithTheContextOfTheSocket() {
        peerSends("one");
        peerSends("two");

        assertThat(client.calls).containsExactly("receive one", "receive two");
        assertThat(client.contexts).containsOnly("ctx");
    }

    @Test
    @Tag("EVT-RCV-03")
    @Tag("SCN-14")
    void aPendedReceiveTakesItsShareBeforeTheCallback() {
        byte[] buffer = new byte[4];
        ClientIrp irp = new ClientIrp();
        NtStatus answer = bench.receive(socket, buffer, irp);

        peerSends("0123456789");

        assertThat(answer).isEqualTo(NtStatus.STATUS_PENDING);
        assertThat(irp.information()).isEqualTo(4);
        assertThat(new String(buffer, StandardCharsets.UTF_8)).isEqualTo("0123");
        assertThat(client.calls).containsExactly("receive 456789");
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        irpCompleted(WskFunction.WSK_RECEIVE, NtStatus.STATUS_SUCCESS, 4),
                        callbackEntered(WSK_EVENT_RECEIVE));
    }

    @Test
    @Tag("EVT-RCV-09")
    @Tag("EVT-RCV-11")
    @Tag("EVT-RCV-12")
    @Tag("EVT-RCV-22")
    @Tag("CTL-OPT-01")
    @Tag("SCN-12")
    void afterDataNotAcceptedNothingIsIndicatedUntilAReceive() {
        client.nextReceive(NtStatus.STATUS_DATA_NOT_ACCEPTED);
        peerSends("a".repeat(100));
        peerSends("b".repeat(50));
        assertThat(client.calls).hasSize(1);
        assertThat(bench.receiveBacklog(socket)).isEqualTo(150);

        ClientIrp irp = receive(0);
        bench.run();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.information()).isZero();
        assertThat(client.calls).hasSize(2);
        assertThat(client.calls.get(1)).isEqualTo("receive " + "a".repeat(100) + "b".repeat(50));
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        gateChanged(false),
                        irpCompleted(WskFunction.WSK_RECEIVE, NtStatus.STATUS_SUCCESS, 0),
                        callbackEntered(WSK_EVENT_RECEIVE));
    }

    @Test
    @Tag("EVT-RCV-10")
    @Tag("SCN-12")
    void aReceiveAfterDataNotAcceptedTakesTheHeadAndTheRestIsIndicated() {
        client.nextReceive(NtStatus.STATUS_DATA_NOT_ACCEPTED);
        peerSends("a".repeat(40) + "b".repeat(60));
        peerSends("c".repeat(50));

        ClientIrp irp = receive(40);
        bench.run();

        assertThat(irp.information()).isEqualTo(40);
        assertThat(irp.pendingReturned()).isFalse();
        assertThat(client.calls.get(1)).isEqualTo("receive " + "b".repeat(60) + "c".repeat(50));
    }

    @Test
    @Tag("EVT-RCV-06")
    @Tag("SCN-13")
    void partialAcceptancePausesAndKeepsTheRestAtTheHead() {
        client.onReceive.add((list, bytes, accepted) -> {
            accepted.set(60);
            return NtStatus.STATUS_SUCCESS;
        });
        peerSends("a".repeat(60) + "b".repeat(40));
        peerSends("c".repeat(10));
        assertThat(client.calls).hasSize(1);

        receive(0);
        bench.run();

        assertThat(client.calls.get(1)).isEqualTo("receive " + "b".repeat(40) + "c".repeat(10));
    }

    @Test
    @Tag("EVT-RCV-07")
    @Tag("SCN-13")
    void bytesAcceptedIsIgnoredWithPending() {
        client.onReceive.add((list, bytes, accepted) -> {
            accepted.set(0);
            return NtStatus.STATUS_PENDING;
        });
        peerSends("aaaa");
        peerSends("b");

        assertThat(client.calls).containsExactly("receive aaaa", "receive b");
    }

    @Test
    @Tag("C-43")
    void moreAcceptedThanIndicatedIsClampedAndNoted() {
        client.onReceive.add((list, bytes, accepted) -> {
            accepted.set(bytes + 1);
            return NtStatus.STATUS_SUCCESS;
        });
        peerSends("aa");
        peerSends("b");

        assertThat(client.calls).containsExactly("receive aa", "receive b");
        TraceAssert.assertThat(bench.log).containsInOrder(violationFound(Violation.RETURN_OUTSIDE_PERMITTED_SET));
    }

    @Test
    @Tag("EVT-RCV-08")
    @Tag("API-REL-01")
    @Tag("API-REL-02")
    @Tag("API-REL-04")
    @Tag("EVT-DIS-12")
    @Tag("SCN-11")
    void pendingRetainsTheListAndIndicationsContinue() {
        List<DataIndication> kept = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            client.onReceive.add((list, bytes, accepted) -> {
                kept.add(list);
                return NtStatus.STATUS_PENDING;
            });
        }
        peerSends("A");
        peerSends("B");
        bench.peer().finishes();
        bench.run();

        assertThat(client.calls).containsExactly("receive A", "receive B", "disconnect graceful");
        assertThat(TestClient.text(kept.get(0))).isEqualTo("A");
        assertThat(socket.dispatch().release(kept.get(0))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(socket.dispatch().release(kept.get(0))).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(TestClient.text(kept.get(1))).isEqualTo("B");
        assertThat(socket.dispatch().release(kept.get(1))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.close(socket, new ClientIrp())).isEqualTo(NtStatus.STATUS_SUCCESS);
        TraceAssert.assertThat(bench.log)
                .containsInOrder(violationFound(Violation.LIST_RELEASED_TWICE))
                .containsNone(violationFound(Violation.CLOSE_WITH_RETAINED_LISTS));
    }

    @Test
    @Tag("API-REL-03")
    @Tag("C-42")
    @Tag("SCN-11")
    void closingWithARetainedListSucceedsAndIsNotedAndTheListIsLost() {
        DataIndication[] kept = new DataIndication[1];
        client.onReceive.add((list, bytes, accepted) -> {
            kept[0] = list;
            return NtStatus.STATUS_PENDING;
        });
        peerSends("A");

        NtStatus answer = bench.close(socket, new ClientIrp());
        NtStatus late = socket.dispatch().release(kept[0]);

        assertThat(answer).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(late).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        TraceAssert.assertThat(bench.log).containsInOrder(violationFound(Violation.CLOSE_WITH_RETAINED_LISTS));
    }

    @Test
    @Tag("EVT-RCV-19")
    void aListThatWasNotRetainedMayNotBeLookedAtLater() {
        DataIndication[] stale = new DataIndication[1];
        client.onReceive.add((list, bytes, accepted) -> {
            stale[0] = list;
            return NtStatus.STATUS_SUCCESS;
        });
        peerSends("A");

        assertThatThrownBy(() -> stale[0].buffer()).isInstanceOf(UsedAfterReturnException.class);

        TraceAssert.assertThat(bench.log).containsInOrder(violationFound(Violation.INDICATION_USED_AFTER_RETURN));
    }

    @Test
    @Tag("EVT-RCV-13")
    @Tag("C-40")
    void aHeldCallbackLetsDataWaitAndBlocksNobody() {
        Held held = client.holdNextReceive(socket);
        peerSends("A");
        peerSends("B");
        assertThat(client.calls).containsExactly("receive A");

        held.release(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(client.calls).containsExactly("receive A", "receive B");
        assertThat(client.maxDepth()).isEqualTo(1);
    }

    @Test
    @Tag("EVT-RCV-25")
    void aReceivePostedInsideTheCallbackGetsTheDataItRefuses() {
        byte[] buffer = new byte[10];
        ClientIrp irp = new ClientIrp();
        client.onReceive.add((list, bytes, accepted) -> {
            assertThat(bench.receive(socket, buffer, irp)).isEqualTo(NtStatus.STATUS_PENDING);
            return NtStatus.STATUS_DATA_NOT_ACCEPTED;
        });
        peerSends("hello");
        peerSends("again");

        assertThat(irp.information()).isEqualTo(5);
        assertThat(new String(buffer, 0, 5, StandardCharsets.UTF_8)).isEqualTo("hello");
        assertThat(client.calls).containsExactly("receive hello", "receive again");
    }

    @Test
    @Tag("C-07")
    void aZeroLengthReceiveInsideTheCallbackLiftsThePauseItCauses() {
        client.onReceive.add((list, bytes, accepted) -> {
            receive(0);
            return NtStatus.STATUS_DATA_NOT_ACCEPTED;
        });
        peerSends("A");

        assertThat(client.calls).containsExactly("receive A", "receive A");
    }

    @Test
    @Tag("EVT-RCV-15")
    @Tag("API-REL-07")
    void retainingTooMuchIsAnsweredWithReleaseAsap() {
        bench.client.onReceive.clear();
        KernelOptions few = KernelOptions.defaults().withReleaseAsapBytes(3);
        NetworkBench strict = bench.another(few);
        ConnectionSocket other = strict.connected();
        strict.enable(other, WSK_EVENT_RECEIVE);
        strict.client.nextReceive(NtStatus.STATUS_PENDING);
        strict.peer().sends("ABCD");
        strict.run();
        strict.peer().sends("E");
        strict.run();

        TraceAssert.assertThat(strict.log)
                .containsInOrder(
                        callbackEntered(WSK_EVENT_RECEIVE)
                                .where("without RELEASE_ASAP", entered -> (flags(entered) & 2) == 0),
                        callbackEntered(WSK_EVENT_RECEIVE)
                                .where("with RELEASE_ASAP", entered -> (flags(entered) & 2) != 0));
    }

    private static int flags(TraceRecord entered) {
        return ((TraceRecord.CallbackEntered) entered).flags();
    }

    @Test
    @Tag("EVT-RCV-14")
    @Tag("EVT-RCV-22")
    @Tag("C-11")
    void anIndicationHoldsAtMostTheLimitAndTheSumOfItsBuffers() {
        bench.client.onReceive.clear();
        long[] sum = new long[1];
        for (int i = 0; i < 3; i++) {
            client.onReceive.add((list, bytes, accepted) -> {
                long length = 0;
                for (DataIndication rest = list; rest != null; rest = rest.next()) {
                    length += rest.buffer().length();
                }
                assertThat(length).isEqualTo(bytes).isLessThanOrEqualTo(64 * 1024);
                sum[0] += length;
                return NtStatus.STATUS_SUCCESS;
            });
        }
        bench.peer().sends(new byte[150_000]);
        bench.run();

        assertThat(sum[0]).isEqualTo(150_000);
        assertThat(client.calls).hasSize(3);
    }

    @Test
    void aFullQueueStopsReadingUntilHalfOfItWasTaken() {
        bench.disable(socket, WSK_EVENT_RECEIVE, null);
        bench.peer().sends(new byte[NetworkBench.MORE_THAN_FITS]);
        bench.run();
        long full = bench.receiveBacklog(socket);
        assertThat(full).isBetween(64L * 1024, 256L * 1024);

        receive(10_000);
        bench.run();
        assertThat(bench.bytesArrived()).isEqualTo(full);
        receive((int) full - 20_000);
        bench.run();

        assertThat(bench.bytesArrived()).isGreaterThan(full);
    }

    @Test
    @Tag("EVT-RCV-17")
    @Tag("EVT-RCV-18")
    @Tag("EVT-GEN-10")
    @Tag("EVT-GEN-11")
    @Tag("C-35")
    void aDeadSocketIsReportedOnceWithNullAfterItsRequestsEnded() {
        ClientIrp irp = receive(10);
        client.onReceive.add((list, bytes, accepted) -> {
            assertThat(list).isNull();
            assertThat(bytes).isZero();
            return NtStatus.STATUS_DATA_NOT_ACCEPTED;
        });

        bench.wsk.failSocket(socket.id());
        bench.run();
        bench.wsk.failSocket(socket.id());
        bench.run();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_FILE_FORCED_CLOSED);
        assertThat(client.calls).containsExactly("receive NULL");
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        irpCompleted(WskFunction.WSK_RECEIVE, NtStatus.STATUS_FILE_FORCED_CLOSED, 0),
                        callbackEntered(WSK_EVENT_RECEIVE));
        assertThat(receive(1).status()).isEqualTo(NtStatus.STATUS_FILE_FORCED_CLOSED);
    }
}
