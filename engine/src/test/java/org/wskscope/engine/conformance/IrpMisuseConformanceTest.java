package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskFunction;

/** Misuse of IRPs (VIO-07 to VIO-10, VIO-12), and IRPs from above. */
@PlayedByHand("misuse is the client's, whatever the network")
class IrpMisuseConformanceTest extends MisuseBench {
    @Test
    @Tag("VIO-08")
    @Tag("API-IRP-04")
    void aRoutineOfAClientsOwnIrpThatLetsTheCompletionGoOnIsNoted() {
        ConnectionSocket socket = bench.connected();

        bench.send(socket, "x", new ClientIrp());
        socket.dispatch().send(WskBuf.of("y"), SendFlags.NONE, new Irp(done -> NtStatus.STATUS_SUCCESS));
        bench.run();

        assertNoted(Violation.COMPLETION_ROUTINE_RETURN, last(TraceRecord.IrpCompleted.class));
    }

    @Test
    @Tag("API-IRP-06")
    void anIrpFromAboveNeedsNoRoutineAndKeepsItsPendingMark() {
        ConnectionSocket socket = bench.connected();
        boolean[] marks = new boolean[3];
        Irp plain = Irp.fromAbove((irp, mark) -> marks[0] = mark);
        Irp forgetful = Irp.fromAbove((irp, mark) -> marks[1] = mark);
        forgetful.setCompletionRoutine(irp -> NtStatus.STATUS_SUCCESS, true, true, true);
        Irp correct = Irp.fromAbove((irp, mark) -> marks[2] = mark);
        correct.setCompletionRoutine(
                irp -> {
                    if (irp.pendingReturned()) {
                        irp.propagatePending();
                    }
                    return NtStatus.STATUS_SUCCESS;
                },
                true,
                true,
                true);

        for (Irp irp : List.of(plain, forgetful, correct)) {
            socket.dispatch().send(WskBuf.of("x"), SendFlags.NONE, irp);
        }
        bench.run();

        assertThat(marks).containsExactly(true, false, true);
        assertThat(abouts(Violation.COMPLETION_ROUTINE_RETURN)).isEmpty();
        assertThat(abouts(Violation.IRP_WITHOUT_COMPLETION_ROUTINE)).isEmpty();
    }

    @Test
    @Tag("API-IRP-06")
    void aRoutineThatKeepsAnIrpFromAboveStopsItsCompletion() {
        ConnectionSocket socket = bench.connected();
        boolean[] reached = new boolean[1];
        Irp irp = Irp.fromAbove((done, mark) -> reached[0] = true);
        irp.setCompletionRoutine(done -> NtStatus.STATUS_MORE_PROCESSING_REQUIRED, true, true, true);

        socket.dispatch().send(WskBuf.of("x"), SendFlags.NONE, irp);
        bench.run();

        assertThat(reached).containsExactly(false);
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("VIO-09")
    @Tag("API-IRP-05")
    void anIrpTouchedWhilePendingIsNotedAndLeftAlone() {
        ConnectionSocket socket = bench.connected();
        ClientIrp irp = new ClientIrp();
        bench.receive(socket, new byte[1], irp);
        long receive = called(WskFunction.WSK_RECEIVE);

        assertThatThrownBy(irp.irp()::reuse).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(irp.irp()::free).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> irp.irp().setCompletionRoutine(done -> NtStatus.STATUS_SUCCESS, true, true, true))
                .isInstanceOf(IllegalStateException.class);
        bench.receive(socket, new byte[1], irp);
        bench.peer().peerSends("A");
        bench.run();

        assertThat(irp.completions()).isEqualTo(1);
        assertThat(abouts(Violation.IRP_REUSED_WHILE_PENDING))
                .containsExactly(receive, receive, receive, called(WskFunction.WSK_RECEIVE));
        assertThat(TraceAssert.records(bench.log, TraceRecord.ViolationFound.class))
                .extracting(found -> found.head().socket())
                .containsOnly(socket.id());
    }

    @Test
    @Tag("VIO-09")
    @Tag("API-IRP-05")
    void anIrpOfAClientLevelCallTouchedWhilePendingIsNotedOnNoSocket() {
        ClientIrp irp = new ClientIrp();
        bench.transport.addHost("server", "192.0.2.1");
        bench.provider.getAddressInfo("server", null, 0, null, irp.irp());
        long asking = called(WskFunction.WSK_GET_ADDRESS_INFO);

        assertThatThrownBy(irp.irp()::reuse).isInstanceOf(IllegalStateException.class);
        NtStatus answer = bench.provider.getAddressInfo("server", null, 0, null, irp.irp());
        bench.run();

        assertThat(answer).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.completions()).isEqualTo(1);
        assertThat(abouts(Violation.IRP_REUSED_WHILE_PENDING))
                .containsExactly(asking, called(WskFunction.WSK_GET_ADDRESS_INFO));
        assertThat(TraceAssert.records(bench.log, TraceRecord.ViolationFound.class))
                .extracting(found -> found.head().socket())
                .containsOnly(RecordHead.NO_SOCKET);
    }

    @Test
    @Tag("VIO-10")
    @Tag("VIO-12")
    void aClientLevelCallIsJudgedLikeAnyOther() {
        Irp none = Irp.allocate();
        ClientIrp first = new ClientIrp();
        first.then(() -> bench.provider.socket(KernelBench.parameters(SocketCategory.BASIC, null, null), none));

        bench.provider.socket(KernelBench.parameters(SocketCategory.BASIC, null, null), first.irp());

        assertThat(none.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertNoted(Violation.IRP_WITHOUT_COMPLETION_ROUTINE, called(WskFunction.WSK_SOCKET));
        assertNoted(Violation.CALL_FROM_COMPLETION_ROUTINE, called(WskFunction.WSK_SOCKET));
    }

    @Test
    @Tag("VIO-09")
    void aFreedIrpIsNotTakenAgain() {
        ConnectionSocket socket = bench.connected();
        ClientIrp irp = new ClientIrp();
        irp.irp().free();

        assertThat(bench.send(socket, "x", irp)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertNoted(Violation.IRP_REUSED_WHILE_PENDING, called(WskFunction.WSK_SEND));
    }

    @Test
    @Tag("VIO-09")
    @Tag("API-IRP-09")
    void aBufferTakenAwayFromAPendingReceiveIsNoted() {
        ConnectionSocket socket = bench.connected();
        ByteBuffer memory = ByteBuffer.allocate(8);
        ClientIrp irp = new ClientIrp();
        socket.dispatch().receive(new WskBuf(new Mdl(memory, null), 0, 8), ReceiveFlags.NONE, irp.irp());

        memory.limit(2);
        bench.peer().peerSends("12345678");
        bench.run();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(bench.receiveBacklog(socket)).isEqualTo(8);
        assertNoted(Violation.IRP_REUSED_WHILE_PENDING, called(WskFunction.WSK_RECEIVE));
    }

    @Test
    @Tag("VIO-10")
    @Tag("API-IRP-04")
    void aClientsOwnIrpWithoutARoutineForEveryOutcomeIsNoted() {
        ConnectionSocket socket = bench.connected();
        Irp none = Irp.allocate();
        Irp noCancel = Irp.allocate();
        noCancel.setCompletionRoutine(done -> NtStatus.STATUS_MORE_PROCESSING_REQUIRED, true, true, false);

        socket.dispatch().send(WskBuf.of("x"), SendFlags.NONE, none);
        long first = called(WskFunction.WSK_SEND);
        socket.dispatch().receive(WskBuf.of(new byte[1]), ReceiveFlags.NONE, noCancel);
        long second = called(WskFunction.WSK_RECEIVE);
        noCancel.cancel();
        bench.run();

        assertThat(none.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(noCancel.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(abouts(Violation.IRP_WITHOUT_COMPLETION_ROUTINE)).containsExactly(first, second);
    }

    @Test
    @Tag("VIO-12")
    @Tag("API-IRP-08")
    void aCallFromACompletionRoutineIsAdvisedAgainstOnceASocketAndFunction() {
        ConnectionSocket socket = bench.connected();
        ClientIrp second = new ClientIrp();
        ClientIrp first = new ClientIrp().then(() -> bench.send(socket, "2", second));
        second.then(() -> {
            if (second.completions() == 1) {
                second.irp().reuse();
                bench.send(socket, "3", second);
            }
        });

        bench.send(socket, "1", first);
        bench.run();

        assertThat(bench.peer().sent()).isEqualTo("123");
        List<Long> sends = TraceAssert.records(bench.log).stream()
                .filter(record ->
                        record instanceof TraceRecord.FunctionCalled call && call.function() == WskFunction.WSK_SEND)
                .map(record -> record.head().sequence())
                .toList();
        assertNoted(Violation.CALL_FROM_COMPLETION_ROUTINE, sends.get(1));
    }

    @Test
    @Tag("VIO-07")
    @Tag("CTL-ECB-25")
    void anIrpOnAnEnableIsNoted() {
        ConnectionSocket socket = bench.connected();
        ClientIrp irp = new ClientIrp();

        bench.option(socket, EventMask.of(WSK_EVENT_RECEIVE), irp.irp());

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertNoted(Violation.IRP_ON_ENABLE, called(WskFunction.WSK_CONTROL_SOCKET));
    }
}
