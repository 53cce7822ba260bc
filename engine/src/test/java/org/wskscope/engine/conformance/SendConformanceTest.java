package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.irpCompleted;
import static org.wskscope.engine.testkit.RecordMatchers.record;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DisconnectFlags;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskFunction;

/** The WDK pages nc-wsk-pfn_wsk_send and nc-wsk-pfn_wsk_disconnect: what becomes of a send that is cancelled, cut off or overtaken. */
@PlayedByHand("the test decides when the network has read, sent or lost the bytes")
class SendConformanceTest {
    private final KernelBench bench = new KernelBench();
    private final ConnectionSocket socket = bench.connected();

    private ClientIrp send(String text) {
        ClientIrp irp = new ClientIrp();
        bench.send(socket, text, irp);
        return irp;
    }

    private void disconnect(DisconnectFlags flags) {
        socket.dispatch().disconnect(null, flags, new ClientIrp().irp());
        bench.run();
    }

    @Test
    @Tag("API-IRP-11")
    @Tag("API-IRP-09")
    void aSendCancelledWhileItsBytesAreReadEndsWhenTheyHaveBeenRead() {
        ClientIrp irp = new ClientIrp();
        boolean[] endedAtOnce = new boolean[1];
        bench.peer().holdWrites();
        bench.peer().duringNextWrite(() -> {
            irp.irp().cancel();
            endedAtOnce[0] = irp.isCompleted();
        });

        bench.send(socket, "abc", irp);
        bench.run();

        assertThat(endedAtOnce[0]).isFalse();
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(irp.information()).as("they are on their way").isEqualTo(3);
        irp.irp().reuse();
        bench.send(socket, "d", irp);
        bench.run();
        bench.peer().completeOldestWrite();
        bench.run();
        assertThat(irp.completions()).as("the next send still waits").isEqualTo(1);
        bench.peer().completeOldestWrite();
        bench.run();
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("API-IRP-05")
    @Tag("API-IRP-11")
    void aCancelledSendsIrpMayBeUsedAgainWhateverBecomesOfTheBytes() {
        bench.peer().holdWrites();
        ClientIrp irp = send("abc");
        bench.run();
        irp.irp().cancel();
        bench.run();
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_CANCELLED);

        irp.irp().reuse();
        bench.send(socket, "xy", irp);
        bench.run();
        bench.peer().completeOldestWrite();
        bench.run();

        assertThat(irp.completions()).as("the second send still waits").isEqualTo(1);
        bench.peer().completeOldestWrite();
        bench.run();
        assertThat(irp.information()).isEqualTo(2);
    }

    @Test
    @Tag("API-DSC-05")
    @Tag("API-IRP-05")
    void theIrpOfASendThatAnAbortCancelledMayBeUsedAgainAtOnce() {
        ConnectionSocket other = bench.connected();
        bench.transport.stream(0).holdWrites();
        ClientIrp irp = new ClientIrp();
        irp.then(() -> {
            if (irp.completions() == 1) {
                irp.irp().reuse();
                bench.send(other, "xy", irp);
            }
        });
        bench.peer().holdWrites();
        bench.send(socket, "abc", irp);
        bench.run();

        disconnect(DisconnectFlags.ABORTIVE);

        assertThat(irp.completions()).as("the second send still waits").isEqualTo(1);
        bench.peer().completeWrites();
        bench.run();
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("API-DSC-05")
    void whatAnAbortCancelledBeforeItWasReadNeverGoesOut() {
        ClientIrp second = new ClientIrp();
        bench.peer().duringNextWrite(() -> {
            bench.send(socket, "second", second);
            socket.dispatch().disconnect(null, DisconnectFlags.ABORTIVE, new ClientIrp().irp());
        });

        send("first");
        bench.run();

        assertThat(second.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(bench.peer().sent()).isEqualTo("first");
    }

    @Test
    @Tag("API-IRP-11")
    @Tag("C-06")
    void aSendInTheMiddleMayBeCancelled() {
        bench.peer().holdWrites();
        ClientIrp first = send("a");
        ClientIrp second = send("b");
        ClientIrp third = send("c");
        bench.run();

        second.irp().cancel();
        bench.run();

        assertThat(second.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(first.isCompleted()).isFalse();
        bench.peer().completeWrites();
        bench.run();
        assertThat(first.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(third.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(second.completions()).isEqualTo(1);
    }

    @Test
    @Tag("C-02")
    void aResetThatASendHearsOfFirstEndsTheConnection() {
        bench.enable(socket, WSK_EVENT_DISCONNECT);
        bench.peer().holdWrites();
        ClientIrp first = send("abc");
        ClientIrp second = send("def");
        bench.run();

        bench.peer().failWrites(NtStatus.STATUS_CONNECTION_RESET);
        bench.run();

        assertThat(first.status()).isEqualTo(NtStatus.STATUS_CONNECTION_RESET);
        assertThat(second.status()).isEqualTo(NtStatus.STATUS_CONNECTION_RESET);
        assertThat(bench.client.calls).containsExactly("disconnect abortive");
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        record(TraceRecord.ConnectionReset.class),
                        irpCompleted(WskFunction.WSK_SEND, NtStatus.STATUS_CONNECTION_RESET, 0));
        bench.peer().peerResets();
        bench.run();
        TraceAssert.assertThat(bench.log).containsTimes(1, record(TraceRecord.ConnectionReset.class));
    }

    @Test
    @Tag("API-SND-01")
    void aSendThatFailsOtherwiseSaysSoAndTheConnectionStays() {
        bench.enable(socket, WSK_EVENT_DISCONNECT);
        bench.peer().holdWrites();
        ClientIrp irp = send("abc");
        bench.run();

        bench.peer().failWrites(NtStatus.STATUS_IO_TIMEOUT);
        bench.run();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_IO_TIMEOUT);
        assertThat(irp.information()).isZero();
        assertThat(bench.client.calls).isEmpty();
        TraceAssert.assertThat(bench.log).containsNone(record(TraceRecord.BytesSent.class));
    }

    @Test
    @Tag("API-SND-01")
    void aSendOfNothingCompletes() {
        ClientIrp irp = new ClientIrp();

        socket.dispatch().send(WskBuf.EMPTY, SendFlags.NONE, irp.irp());
        bench.run();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.information()).isZero();
    }

    @Test
    @Tag("API-SND-01")
    void onlyTheBytesDescribedGoOut() {
        Mdl rest = new Mdl(ByteBuffer.wrap("defg".getBytes(StandardCharsets.US_ASCII)), null);
        Mdl chain = new Mdl(ByteBuffer.wrap("abc".getBytes(StandardCharsets.US_ASCII)), rest);
        ClientIrp within = new ClientIrp();
        ClientIrp across = new ClientIrp();

        socket.dispatch().send(new WskBuf(chain, 1, 2), SendFlags.NONE, within.irp());
        bench.run();
        int writes = bench.peer().writeCount();
        socket.dispatch().send(new WskBuf(chain, 2, 3), SendFlags.NONE, across.irp());
        bench.run();

        assertThat(writes).as("the second run was not touched").isEqualTo(1);
        assertThat(bench.peer().sent()).isEqualTo("bc" + "cde");
        assertThat(within.information()).isEqualTo(2);
        assertThat(across.information()).isEqualTo(3);
    }

    @Test
    @Tag("API-DSC-01")
    @Tag("API-DSC-02")
    void aDisconnectWithoutFinalDataWritesNothing() {
        disconnect(DisconnectFlags.GRACEFUL);

        assertThat(bench.peer().writeCount()).isZero();
        assertThat(bench.peer().isFinished()).isTrue();
    }
}
