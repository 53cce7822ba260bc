package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.nt.NtStatus.STATUS_DATA_NOT_ACCEPTED;
import static org.wskscope.engine.nt.NtStatus.STATUS_PENDING;
import static org.wskscope.engine.nt.NtStatus.STATUS_SUCCESS;
import static org.wskscope.engine.testkit.RecordMatchers.callbackEntered;
import static org.wskscope.engine.testkit.RecordMatchers.gateChanged;
import static org.wskscope.engine.testkit.RecordMatchers.irpCompleted;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskFunction;

/** The WDK pages nc-wsk-pfn_wsk_receive_event and nc-wsk-pfn_wsk_receive: what pauses receive indications, what counts while they pause, and what ends that. */
@OnEveryNetwork
class ResumedIndicationsConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    private final ConnectionSocket socket;
    private final List<String> calls;

    ResumedIndicationsConformanceTest(Network network) {
        bench = new NetworkBench(network);
        socket = bench.connected();
        calls = bench.client.calls;
    }

    @BeforeEach
    void receiveIsEnabled() {
        bench.enable(socket, WSK_EVENT_RECEIVE);
    }

    private void peerSends(String text) {
        bench.peer().sends(text);
        bench.run();
    }

    /** The next receive callback writes {@code accepted} and returns {@code status}. */
    private void next(long accepted, NtStatus status) {
        bench.client.onReceive.add((list, bytes, out) -> {
            out.set(accepted);
            return status;
        });
    }

    private ClientIrp receive(int length, ReceiveFlags flags) {
        ClientIrp irp = new ClientIrp();
        socket.dispatch().receive(WskBuf.of(new byte[length]), flags, irp.irp());
        bench.run();
        return irp;
    }

    @Test
    @Tag("EVT-RCV-07")
    @Tag("EVT-RCV-09")
    void bytesAcceptedIsIgnoredWithDataNotAccepted() {
        next(2, STATUS_DATA_NOT_ACCEPTED);
        peerSends("abcd");
        assertThat(bench.receiveBacklog(socket)).isEqualTo(4);

        receive(0, ReceiveFlags.NONE);

        assertThat(calls).containsExactly("receive abcd", "receive abcd");
    }

    @Test
    @Tag("EVT-RCV-07")
    void bytesAcceptedThatIsLeftAloneMeansAll() {
        bench.client.onReceive.add((list, bytes, accepted) -> {
            assertThat(accepted.get()).isEqualTo(bytes).isEqualTo(4);
            return STATUS_SUCCESS;
        });
        peerSends("abcd");
        peerSends("e");

        assertThat(calls).containsExactly("receive abcd", "receive e");
        assertThat(bench.receiveBacklog(socket)).isZero();
    }

    @Test
    @Tag("EVT-RCV-06")
    @Tag("C-43")
    void successWithNothingAcceptedPausesLikeARefusal() {
        next(0, STATUS_SUCCESS);
        peerSends("abcd");
        peerSends("e");
        assertThat(calls).containsExactly("receive abcd");
        assertThat(bench.receiveBacklog(socket)).isEqualTo(5);

        receive(0, ReceiveFlags.NONE);

        assertThat(calls).containsExactly("receive abcd", "receive abcde");
    }

    @Test
    @Tag("EVT-RCV-06")
    @Tag("EVT-RCV-10")
    void afterPartialAcceptanceAReceiveTakesFromTheRestAndIndicationsGoOnBehindIt() {
        next(3, STATUS_SUCCESS);
        peerSends("abcdef");
        peerSends("gh");
        assertThat(calls).containsExactly("receive abcdef");

        ClientIrp irp = receive(2, ReceiveFlags.NONE);
        peerSends("ij");

        assertThat(irp.information()).isEqualTo(2);
        assertThat(calls).containsExactly("receive abcdef", "receive fgh", "receive ij");
    }

    @Test
    @Tag("EVT-RCV-12")
    @Tag("C-07")
    void aCancelledReceiveHasCompletedTooAndLiftsThePause() {
        next(0, STATUS_DATA_NOT_ACCEPTED);
        peerSends("abcd");
        ClientIrp irp = receive(10, ReceiveFlags.WAITALL);

        irp.irp().cancel();
        peerSends("ef");

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(irp.information()).isEqualTo(4);
        assertThat(calls).containsExactly("receive abcd", "receive ef");
    }

    @Test
    @Tag("EVT-RCV-12")
    @Tag("C-07")
    void aReceiveThatStillWaitsForBytesHasNotLiftedThePause() {
        next(0, STATUS_DATA_NOT_ACCEPTED);
        peerSends("a".repeat(100));

        ClientIrp irp = receive(150, ReceiveFlags.WAITALL);
        assertThat(irp.status()).isEqualTo(STATUS_PENDING);
        peerSends("b".repeat(20));
        assertThat(irp.isCompleted()).isFalse();
        assertThat(calls).hasSize(1);
        TraceAssert.assertThat(bench.log).containsTimes(1, gateChanged(false)).containsNone(gateChanged(true));
        peerSends("b".repeat(30) + "rest");

        assertThat(irp.information()).isEqualTo(150);
        assertThat(calls).hasSize(2).last().isEqualTo("receive rest");
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        gateChanged(false),
                        irpCompleted(WskFunction.WSK_RECEIVE, STATUS_SUCCESS, 150),
                        callbackEntered(WSK_EVENT_RECEIVE));
    }
}
