package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.functionReturned;
import static org.wskscope.engine.testkit.RecordMatchers.irpCompleted;
import static org.wskscope.engine.testkit.RecordMatchers.violationFound;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_SEND_BACKLOG;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskFunction;

/** The WDK page using-irps-with-winsock-kernel-functions, and sends, which show the life of an IRP best. */
@OnEveryNetwork
class IrpConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    private final ConnectionSocket socket;

    IrpConformanceTest(Network network) {
        bench = new NetworkBench(network);
        socket = bench.connected();
    }

    @Test
    @Tag("API-IRP-10")
    @Tag("C-33")
    void aRequiredIrpThatIsMissingIsAnInvalidParameter() {
        assertThat(socket.dispatch().send(WskBuf.of("x"), SendFlags.NONE, null))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(bench.peer().received()).isEmpty();
    }

    @Test
    @Tag("API-IRP-01")
    @Tag("API-IRP-02")
    @Tag("API-IRP-07")
    @Tag("API-SND-01")
    void aSendPendsUntilTheTransportHasTheBytes() {
        ClientIrp irp = bench.sendMoreThanFits(socket);
        assertThat(irp.isCompleted()).isFalse();
        bench.peer().readsAgain();
        bench.run();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.information()).isEqualTo(NetworkBench.MORE_THAN_FITS);
        assertThat(bench.peer().receivedBytes()).isEqualTo(NetworkBench.MORE_THAN_FITS);
        assertThat(irp.pendingReturned()).isTrue();
        assertThat(irp.completions()).isEqualTo(1);
    }

    @Test
    @Tag("API-IRP-01")
    @Tag("API-IRP-03")
    @Tag("API-IRP-07")
    void anIrpCompletesOnceWhetherItSucceedsAtOnceLaterOrNot() {
        bench.peer().sends("data");
        bench.run();
        ClientIrp atOnce = new ClientIrp();
        ClientIrp later = new ClientIrp();
        ClientIrp failed = new ClientIrp();
        long before = bench.log.size();

        assertThat(bench.receive(socket, new byte[8], atOnce)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(atOnce.isCompleted()).isTrue();
        TraceAssert.assertThatFrom(bench.log, before)
                .containsInOrder(
                        irpCompleted(WskFunction.WSK_RECEIVE, NtStatus.STATUS_SUCCESS, 4),
                        functionReturned(WskFunction.WSK_RECEIVE, NtStatus.STATUS_SUCCESS));
        assertThat(bench.receive(socket, new byte[8], later)).isEqualTo(NtStatus.STATUS_PENDING);
        assertThat(socket.dispatch().receive(WskBuf.of(new byte[8]), new ReceiveFlags(0x100), failed.irp()))
                .isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        bench.peer().sends("more");
        bench.run();

        for (ClientIrp irp : List.of(atOnce, later, failed)) {
            assertThat(irp.completions()).isEqualTo(1);
            assertThat(irp.pendingReturned()).isEqualTo(irp == later);
        }
        assertThat(later.information()).isEqualTo(4);
        assertThat(failed.status()).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
    }

    @Test
    @Tag("API-IRP-05")
    void anIrpSubmittedWhilePendingIsRefusedAndNotedAndCompletesOnce() {
        ClientIrp irp = new ClientIrp();
        bench.receive(socket, new byte[4], irp);

        NtStatus answer = bench.receive(socket, new byte[4], irp);
        bench.peer().sends("abcd");
        bench.run();

        assertThat(answer).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(irp.completions()).isEqualTo(1);
        assertThat(irp.information()).isEqualTo(4);
        TraceAssert.assertThat(bench.log).containsInOrder(violationFound(Violation.IRP_REUSED_WHILE_PENDING));
    }

    @Test
    @Tag("API-IRP-04")
    void aRoutineThatDoesNotAskForMoreProcessingIsNoted() {
        Irp irp = new Irp(done -> NtStatus.STATUS_SUCCESS);

        socket.dispatch().receive(WskBuf.EMPTY, ReceiveFlags.NONE, irp);

        TraceAssert.assertThat(bench.log).containsInOrder(violationFound(Violation.COMPLETION_ROUTINE_RETURN));
    }

    @Test
    @Tag("API-IRP-11")
    void aCancelledSendCompletesOnceThoughTheTransportAnswersLater() {
        ClientIrp irp = bench.sendMoreThanFits(socket);

        irp.irp().cancel();
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        irp.irp().reuse();
        bench.send(socket, "again", irp);
        bench.peer().readsAgain();
        bench.run();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.completions()).isEqualTo(2);
    }

    @Test
    void aSendGathersAChainOfBuffers() {
        Mdl second = new Mdl(ByteBuffer.wrap("lo wor".getBytes(java.nio.charset.StandardCharsets.UTF_8)), null);
        Mdl first = new Mdl(ByteBuffer.wrap("..hel".getBytes(java.nio.charset.StandardCharsets.UTF_8)), second);
        ClientIrp irp = new ClientIrp();

        socket.dispatch().send(new WskBuf(first, 2, 8), SendFlags.NONE, irp.irp());
        bench.run();

        assertThat(bench.peer().received()).isEqualTo("hello wo");
        assertThat(irp.information()).isEqualTo(8);
    }

    @Test
    void aBufferThatIsShorterThanItClaimsIsAnInvalidParameter() {
        ClientIrp irp = new ClientIrp();

        socket.dispatch().send(new WskBuf(new Mdl(ByteBuffer.allocate(4), null), 1, 4), SendFlags.NONE, irp.irp());

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
    }

    @Test
    @Tag("THR-15")
    void receivesPostedInCompletionRoutinesDoNotExhaustTheStack() {
        int total = 40_000;
        bench.peer().sends(new byte[total]);
        bench.run();
        int[] received = new int[1];
        int[] depth = new int[2];
        Runnable[] post = new Runnable[1];
        post[0] = () -> {
            depth[0]++;
            depth[1] = Math.max(depth[1], depth[0]);
            ClientIrp irp = new ClientIrp();
            irp.then(() -> {
                received[0] += (int) irp.information();
                if (received[0] < total) {
                    post[0].run();
                }
            });
            bench.receive(socket, new byte[1], irp);
            depth[0]--;
        };

        post[0].run();
        bench.run();

        assertThat(received[0]).isEqualTo(total);
        assertThat(depth[1]).isLessThan(20);
    }

    @Test
    @Tag("EVT-BKL-01")
    @Tag("EVT-BKL-04")
    @Tag("EVT-BKL-06")
    @Tag("C-27")
    @Tag("SCN-24")
    void theIdealSendBacklogIsReportedWhenItChangesAndNotReplayed() {
        assertThat(bench.idealSendBacklog(socket)).isEqualTo(65_536);
        bench.wsk.setIdealSendBacklog(socket.id(), 1);
        bench.enable(socket, WSK_EVENT_SEND_BACKLOG);
        bench.run();
        assertThat(bench.client.calls).isEmpty();

        DeferredReturn[] held = new DeferredReturn[1];
        bench.client.onBacklog = () -> held[0] = socket.deferReturn();
        bench.wsk.setIdealSendBacklog(socket.id(), 131_072);
        bench.run();
        bench.wsk.setIdealSendBacklog(socket.id(), 2);
        bench.wsk.setIdealSendBacklog(socket.id(), 32_768);
        bench.run();
        assertThat(bench.client.calls).containsExactly("backlog 131072");
        bench.client.onBacklog = () -> {};
        held[0].complete(NtStatus.STATUS_SUCCESS);
        bench.run();

        bench.wsk.setIdealSendBacklog(socket.id(), 32_768);
        bench.run();

        assertThat(bench.client.calls)
                .as("what did not change is not told again")
                .containsExactly("backlog 131072", "backlog 32768");
        assertThat(bench.idealSendBacklog(socket)).isEqualTo(32_768);
    }
}
