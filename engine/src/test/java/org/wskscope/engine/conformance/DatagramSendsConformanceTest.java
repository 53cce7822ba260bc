package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.ScriptedDatagrams;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskBufList;
import org.wskscope.engine.wsk.WskFunction;

/** The WDK page nc-wsk-pfn_wsk_send_to: which bytes go out, and whose answer belongs to which IRP. */
@PlayedByHand("the test decides how each datagram ends, and what happens while one is handed over")
class DatagramSendsConformanceTest {
    private final KernelBench bench = new KernelBench();
    private DatagramSocket socket;

    @BeforeEach
    void bind() {
        socket = bench.datagrams();
    }

    private ScriptedDatagrams wire() {
        return bench.transport.datagramSocket(0);
    }

    private static ClientIrp send(DatagramSocket from, String text) {
        return send(from, text, new ClientIrp());
    }

    private static ClientIrp send(DatagramSocket from, String text, ClientIrp irp) {
        assertThat(from.dispatch().sendTo(WskBuf.of(text), 0, KernelBench.PEER, irp.irp()))
                .isEqualTo(NtStatus.STATUS_PENDING);
        return irp;
    }

    private void assertSent(String... texts) {
        assertThat(wire().sent()).extracting(ScriptedDatagrams.Packet::text).containsExactly(texts);
    }

    @Test
    @Tag("API-IRP-11")
    void whatTheTransportTellsOfACancelledSendDoesNotEndTheNextCallOfTheSameIrp() {
        wire().sendsEnd(NtStatus.STATUS_HOST_UNREACHABLE, NtStatus.STATUS_SUCCESS);
        ClientIrp irp = send(socket, "first");
        irp.irp().cancel();
        irp.irp().reuse();

        send(socket, "second", irp);
        bench.run();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.information()).isEqualTo(6);
        assertThat(irp.completions()).isEqualTo(2);
    }

    @Test
    @Tag("API-CLO-01")
    void whatTheTransportTellsOfASendThatCloseEndedDoesNotEndTheNextCallOfTheSameIrp() {
        DatagramSocket other = bench.datagrams();
        wire().sendsEnd(NtStatus.STATUS_HOST_UNREACHABLE);
        ClientIrp irp = send(socket, "first");
        bench.close(socket, new ClientIrp());
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        irp.irp().reuse();

        send(other, "second", irp);
        bench.run();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.completions()).isEqualTo(2);
    }

    @Test
    @Tag("API-IRP-01")
    @Tag("API-CLO-01")
    void cancellingTheSecondOfTwoSendsAndClosingEndsEachOnce() {
        ClientIrp first = send(socket, "first");
        ClientIrp second = send(socket, "second");

        second.irp().cancel();
        assertThat(first.isCompleted()).isFalse();
        bench.close(socket, new ClientIrp());
        bench.run();

        assertThat(first.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(second.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(first.completions() + second.completions()).isEqualTo(2);
    }

    @Test
    @Tag("API-IRP-09")
    @Tag("API-CLO-01")
    void aSendThatCloseEndedBeforeItWasHandedOverIsNotSent() {
        ClientIrp second = new ClientIrp();
        wire().whileSending(() -> {
            send(socket, "second", second);
            bench.close(socket, new ClientIrp());
        });

        ClientIrp first = send(socket, "first");
        bench.run();

        assertSent("first");
        assertThat(first.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(second.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
    }

    @Test
    @Tag("API-IRP-09")
    @Tag("API-IRP-11")
    void aSendThatWasCancelledBeforeItWasHandedOverIsNotSent() {
        wire().whileSending(() -> {
            ClientIrp second = send(socket, "second");
            send(socket, "third");
            second.irp().cancel();
        });

        send(socket, "first");
        bench.run();

        assertSent("first", "third");
    }

    @Test
    @Tag("API-SND-01")
    @Tag("API-IRP-09")
    void theBytesAreReadFromTheClientsOwnMemory() {
        byte[] memory = "before".getBytes(StandardCharsets.UTF_8);
        wire().whileSending(() -> System.arraycopy("behind".getBytes(StandardCharsets.UTF_8), 0, memory, 0, 6));

        socket.dispatch().sendTo(WskBuf.of(memory), 0, KernelBench.PEER, new ClientIrp().irp());
        bench.run();

        assertSent("behind");
    }

    @Test
    void positionAndOffsetChooseTheBytesAgainAndAgain() {
        ByteBuffer memory = ByteBuffer.wrap("0123456789".getBytes(StandardCharsets.UTF_8));
        memory.position(2);
        Mdl mdl = new Mdl(memory, null);

        for (WskBuf buffer : new WskBuf[] {new WskBuf(mdl, 3, 4), new WskBuf(mdl, 0, 8), new WskBuf(mdl, 7, 1)}) {
            socket.dispatch().sendTo(buffer, 0, KernelBench.PEER, new ClientIrp().irp());
        }
        bench.run();

        assertSent("5678", "23456789", "9");
        assertThat(memory.position()).isEqualTo(2);
    }

    @Test
    void whatWentOutIsRecordedAndWhatDidNotIsNot() {
        wire().sendsEnd(NtStatus.STATUS_HOST_UNREACHABLE);
        send(socket, "lost");
        ClientIrp empty = new ClientIrp();
        socket.dispatch().sendTo(WskBuf.EMPTY, 0, KernelBench.PEER, empty.irp());
        bench.run();
        wire().sendsEnd(NtStatus.STATUS_SUCCESS, NtStatus.STATUS_HOST_UNREACHABLE);
        WskBufList messages = WskBufList.of(WskBuf.of("one"), WskBuf.of("lost"), WskBuf.of("three"));
        ClientIrp irp = new ClientIrp();

        NtStatus answer = socket.dispatch().sendMessages(messages, 0, KernelBench.PEER, irp.irp());
        bench.run();

        assertThat(answer).isEqualTo(NtStatus.STATUS_PENDING);
        assertThat(TraceAssert.records(bench.log, TraceRecord.BytesSent.class))
                .extracting(TraceRecord.BytesSent::bytes, TraceRecord.BytesSent::irp)
                .containsExactly(
                        tuple(0L, empty.irp().number()), tuple(8L, irp.irp().number()));
        assertThat(TraceAssert.records(bench.log, TraceRecord.FunctionCalled.class))
                .filteredOn(record -> record.function() == WskFunction.WSK_SEND_MESSAGES)
                .extracting(TraceRecord.FunctionCalled::detail)
                .containsExactly(12L);
        assertThat(TraceAssert.records(bench.log, TraceRecord.IrpPended.class))
                .filteredOn(record -> record.function() == WskFunction.WSK_SEND_MESSAGES)
                .extracting(TraceRecord.IrpPended::length)
                .containsExactly(12L);
    }
}
