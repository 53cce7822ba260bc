package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.irpCompleted;
import static org.wskscope.engine.testkit.RecordMatchers.record;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskFunction;

/** The WDK page nc-wsk-pfn_wsk_receive: flags, order and cancellation of {@code WskReceive}. */
@OnEveryNetwork
class ReceiveConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    private final ConnectionSocket socket;

    ReceiveConformanceTest(Network network) {
        bench = new NetworkBench(network);
        socket = bench.connected();
    }

    private void peerSends(String text) {
        bench.peer().sends(text);
        bench.run();
    }

    private NtStatus receive(byte[] buffer, ReceiveFlags flags, ClientIrp irp) {
        return socket.dispatch().receive(WskBuf.of(buffer), flags, irp.irp());
    }

    @Test
    @Tag("API-RCV-03")
    void waitAllCompletesWhenFull() {
        ClientIrp irp = new ClientIrp();
        receive(new byte[6], ReceiveFlags.WAITALL, irp);
        peerSends("1234");
        assertThat(irp.isCompleted()).isFalse();

        peerSends("5678");

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.information()).isEqualTo(6);
    }

    @Test
    @Tag("API-RCV-03")
    void waitAllCompletesWithWhatItHasOnAGracefulDisconnect() {
        ClientIrp irp = new ClientIrp();
        receive(new byte[6], ReceiveFlags.WAITALL, irp);
        peerSends("1234");
        bench.peer().finishes();
        bench.run();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.information()).isEqualTo(4);
    }

    @Test
    @Tag("API-RCV-03")
    @Tag("C-02")
    void waitAllEndsWithTheResetOfThePeer() {
        ClientIrp irp = new ClientIrp();
        receive(new byte[6], ReceiveFlags.WAITALL, irp);
        peerSends("1234");
        bench.peer().resets();
        bench.run();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_CONNECTION_RESET);
        assertThat(irp.completions()).isEqualTo(1);
    }

    @Test
    @Tag("API-RCV-03")
    @Tag("API-IRP-11")
    @Tag("C-31")
    void cancellingAWaitAllReportsTheBytesAlreadyCopied() {
        ClientIrp irp = new ClientIrp();
        receive(new byte[10], ReceiveFlags.WAITALL, irp);
        peerSends("1234");

        boolean asked = irp.irp().cancel();

        assertThat(asked).isTrue();
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(irp.information()).isEqualTo(4);
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        record(TraceRecord.IrpCancelRequested.class),
                        irpCompleted(WskFunction.WSK_RECEIVE, NtStatus.STATUS_CANCELLED, 4));
    }

    @Test
    @Tag("API-RCV-04")
    void drainThrowsDataAwayUntilTheDisconnect() {
        ClientIrp irp = new ClientIrp();
        receive(new byte[0], ReceiveFlags.DRAIN, irp);
        peerSends("1234");
        assertThat(irp.isCompleted()).isFalse();
        assertThat(bench.receiveBacklog(socket)).isZero();

        bench.peer().finishes();
        bench.run();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("API-RCV-04")
    void drainEndsWithItsCancelAndWhatComesAfterIsKept() {
        bench.enable(socket, WSK_EVENT_RECEIVE);
        ClientIrp irp = new ClientIrp();
        receive(new byte[0], ReceiveFlags.DRAIN, irp);
        peerSends("1234");

        irp.irp().cancel();
        peerSends("56");

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(irp.completions()).isEqualTo(1);
        assertThat(bench.client.calls).containsExactly("receive 56");
    }

    @Test
    @Tag("API-RCV-04")
    void drainEndsWithTheResetOfThePeer() {
        ClientIrp irp = new ClientIrp();
        receive(new byte[0], ReceiveFlags.DRAIN, irp);
        peerSends("1234");
        assertThat(irp.isCompleted()).isFalse();

        bench.peer().resets();
        bench.run();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_CONNECTION_RESET);
        assertThat(irp.completions()).isEqualTo(1);
    }

    @Test
    @Tag("API-RCV-04")
    @Tag("API-RCV-05")
    @Tag("API-RCV-06")
    @Tag("C-46")
    void flagsThatExcludeEachOtherOrAreUnknownAreRefused() {
        ClientIrp both = new ClientIrp();
        ClientIrp unknown = new ClientIrp();
        ClientIrp drainWithBuffer = new ClientIrp();

        receive(new byte[0], new ReceiveFlags(6), both);
        receive(new byte[1], new ReceiveFlags(0x100), unknown);
        receive(new byte[1], ReceiveFlags.DRAIN, drainWithBuffer);
        for (int bit = 3; bit < Integer.SIZE; bit++) {
            ClientIrp alone = new ClientIrp();
            receive(new byte[1], new ReceiveFlags(1 << bit), alone);
            assertThat(alone.status()).as("bit " + bit).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
            assertThat(alone.completions()).isEqualTo(1);
        }

        assertThat(both.status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(unknown.status()).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        assertThat(drainWithBuffer.status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
    }

    @Test
    @Tag("API-IRP-12")
    @Tag("C-06")
    void receivesCompleteInTheOrderTheyWerePosted() {
        List<String> order = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int number = i;
            receive(new byte[2], ReceiveFlags.NONE, new ClientIrp().then(() -> order.add("I" + number)));
        }
        peerSends("aabbcc");

        assertThat(order).containsExactly("I0", "I1", "I2");
    }

    @Test
    @Tag("API-REL-07")
    void retainingUpToTheLimitStopsReadingUntilListsAreReleased() {
        NetworkBench small = bench.another(KernelOptions.defaults().withRetainedLimitBytes(10));
        ConnectionSocket other = small.connected();
        small.enable(other, WSK_EVENT_RECEIVE);
        DataIndication[] kept = new DataIndication[1];
        small.client.onReceive.add((list, bytes, accepted) -> {
            kept[0] = list;
            return NtStatus.STATUS_PENDING;
        });
        small.peer().sends("0123456789");
        small.run();
        small.peer().sends("more");
        small.run();
        assertThat(small.client.calls).containsExactly("receive 0123456789");
        assertThat(small.bytesArrived()).isEqualTo(10);

        other.dispatch().release(kept[0]);
        small.run();

        assertThat(small.client.calls).containsExactly("receive 0123456789", "receive more");
    }
}
