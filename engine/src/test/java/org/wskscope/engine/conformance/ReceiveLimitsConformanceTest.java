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
import org.wskscope.engine.testkit.ScriptedClient;
import org.wskscope.engine.testkit.network.PlayedByHand;
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
        ScriptedClient.Held held = bench.client.holdNextReceive(socket);
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
    void aReceiveThatTakesTheLastBytesInlineLetsTheDisconnectBeTold() {
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
