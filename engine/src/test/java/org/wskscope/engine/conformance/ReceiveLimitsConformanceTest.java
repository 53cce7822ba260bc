package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.RecordMatchers;
import org.wskscope.engine.testkit.TestClient;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.DisconnectFlags;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.WskBuf;

/** What a connection holds back, what it loses when it breaks, and what a receive is told at the end. */
@PlayedByHand("the test sees when the kernel reads, and decides what arrives together")
class ReceiveLimitsConformanceTest {
    private KernelBench bench = new KernelBench();

    private void take(ConnectionSocket socket, int bytes) {
        bench.receive(socket, new byte[bytes], new ClientIrp());
        bench.run();
    }

    private void peerSends(String text) {
        bench.peer().peerSends(text);
        bench.run();
    }

    @Test
    @Tag("C-11")
    void readingStopsAtTheReceiveBufferAndGoesOnAtHalf() {
        bench = new KernelBench(KernelOptions.defaults().withReceiveBufferBytes(10));
        ConnectionSocket socket = bench.connected();

        peerSends("012345678");
        assertThat(bench.peer().isReading()).isTrue();
        peerSends("9");
        assertThat(bench.peer().isReading()).isFalse();
        take(socket, 4);
        assertThat(bench.peer().isReading()).isFalse();
        take(socket, 1);
        assertThat(bench.peer().isReading()).isTrue();
    }

    @Test
    @Tag("API-REL-07")
    void readingStopsAtTheRetainedLimitAndGoesOnAtHalf() {
        bench = new KernelBench(KernelOptions.defaults().withRetainedLimitBytes(10));
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        List<DataIndication> kept = new ArrayList<>();
        for (String text : List.of("0123", "4", "56789")) {
            assertThat(bench.peer().isReading()).isTrue();
            bench.client.onReceive.add((list, bytes, accepted) -> {
                kept.add(list);
                return NtStatus.STATUS_PENDING;
            });
            peerSends(text);
        }

        assertThat(bench.peer().isReading()).isFalse();
        socket.dispatch().release(kept.get(0));
        bench.run();
        assertThat(bench.peer().isReading()).as("six bytes are retained").isFalse();
        socket.dispatch().release(kept.get(1));
        bench.run();
        assertThat(bench.peer().isReading()).as("five bytes are retained").isTrue();
    }

    @Test
    @Tag("C-09")
    void aResetDiscardsWhatWasNotTaken() {
        ConnectionSocket socket = bench.connected();
        peerSends("lost");
        assertThat(bench.receiveBacklog(socket)).isEqualTo(4);

        bench.peer().peerResets();
        bench.run();

        assertThat(bench.receiveBacklog(socket)).isZero();
    }

    @Test
    @Tag("C-09")
    void aResetDuringTheCallbackLeavesItsListAloneAndDiscardsTheRestAfterwards() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT);
        TestClient.Held held = bench.client.holdNextReceive(socket);
        peerSends("abc");
        peerSends("def");

        bench.peer().peerResets();
        bench.run();
        assertThat(bench.receiveBacklog(socket)).isPositive();
        held.release(NtStatus.STATUS_DATA_NOT_ACCEPTED);
        bench.run();

        assertThat(bench.client.calls).containsExactly("receive abc", "disconnect abortive");
        assertThat(bench.receiveBacklog(socket)).isZero();
    }

    @Test
    @Tag("C-07")
    void aReceiveIssuedAndCancelledInsideTheCallbackLiftsItsPause() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        bench.client.onReceive.add((list, bytes, accepted) -> {
            ClientIrp inside = new ClientIrp();
            bench.receive(socket, new byte[1], inside);
            inside.irp().cancel();
            accepted.set(1);
            return NtStatus.STATUS_SUCCESS;
        });

        peerSends("ab");

        assertThat(bench.client.calls).containsExactly("receive ab", "receive b");
    }

    @Test
    @Tag("C-43")
    @Tag("EVT-RCV-06")
    void takingNothingIsNoMisuse() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        bench.client.onReceive.add((list, bytes, accepted) -> {
            accepted.set(0);
            return NtStatus.STATUS_SUCCESS;
        });

        peerSends("ab");

        assertThat(bench.receiveBacklog(socket)).isEqualTo(2);
        TraceAssert.assertThat(bench.log).containsNone(RecordMatchers.record(TraceRecord.ViolationFound.class));
    }

    /** Routines inside routines: the last one's request is too deep to complete inline, and must not be forgotten for that. */
    @Test
    @Tag("THR-15")
    void aReceiveThatIsTooDeepToCompleteInlineCompletesAllTheSame() {
        ConnectionSocket deep = bench.connected();
        peerSends("0123456789abcdef");
        ConnectionSocket other = bench.connected();
        peerSends("x");
        ClientIrp last = new ClientIrp();
        receiveInside(deep, 7, () -> bench.receive(other, new byte[1], last));

        bench.run();

        assertThat(last.isCompleted()).isTrue();
        assertThat(last.information()).isEqualTo(1);
    }

    private void receiveInside(ConnectionSocket socket, int times, Runnable then) {
        ClientIrp irp = new ClientIrp();
        irp.then(times == 0 ? then : () -> receiveInside(socket, times - 1, then));
        bench.receive(socket, new byte[1], irp);
    }

    @Test
    @Tag("C-02")
    void aReceiveAfterTheConnectionWasAbortedHereSaysSo() {
        ConnectionSocket socket = bench.connected();
        socket.dispatch().disconnect(null, DisconnectFlags.ABORTIVE, new ClientIrp().irp());
        ClientIrp late = new ClientIrp();

        assertThat(bench.receive(socket, new byte[1], late)).isEqualTo(NtStatus.STATUS_CONNECTION_ABORTED);
        assertThat(late.status()).isEqualTo(NtStatus.STATUS_CONNECTION_ABORTED);
    }

    @Test
    @Tag("EVT-DIS-07")
    void aReceiveThatTakesTheLastBytesInlineLetsTheDisconnectBeReported() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_DISCONNECT);
        peerSends("ab");
        bench.peer().peerFinishes();
        bench.run();
        assertThat(bench.client.calls).isEmpty();
        ClientIrp all = new ClientIrp();

        NtStatus answer = socket.dispatch().receive(WskBuf.of(new byte[4]), ReceiveFlags.WAITALL, all.irp());
        bench.run();

        assertThat(answer).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(all.information()).isEqualTo(2);
        assertThat(bench.client.calls).containsExactly("disconnect graceful");
    }
}
