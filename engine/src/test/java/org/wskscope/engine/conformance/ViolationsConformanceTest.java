package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE_FROM;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.kernel.IrqlMode;
import org.wskscope.engine.kernel.KernelLimits;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.ScriptedClient.Held;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.DatagramIndication;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.UsedAfterReturnException;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskFunction;

/** Section 5.6: each kind of misuse is noted about the record it concerns, and WSK goes on. Waits (VIO-01, VIO-02) are in {@link WaitConformanceTest}. */
class ViolationsConformanceTest {
    private static final KernelLimits LIMITS = new KernelLimits(1_000, 100, 500, 500);

    private KernelBench bench = new KernelBench(KernelOptions.defaults().withLimits(LIMITS));

    /** Whatever the client did, a new connection still works. */
    @AfterEach
    void theEngineGoesOn() {
        bench.client.calls.clear();
        bench.client.onReceive.clear();
        ConnectionSocket next = bench.connected();
        bench.enable(next, WSK_EVENT_RECEIVE);
        bench.peer().peerSends("still here");
        bench.run();
        assertThat(bench.client.calls).containsExactly("receive still here");
    }

    @Test
    @Tag("VIO-03")
    @Tag("API-CLO-04")
    void aCallAfterCloseIsNoted() {
        ConnectionSocket socket = bench.connected();
        bench.close(socket, new ClientIrp());
        bench.run();

        NtStatus answer = bench.send(socket, "late", new ClientIrp());

        assertThat(answer).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        assertNoted(Violation.USE_AFTER_CLOSE, called(WskFunction.WSK_SEND));
    }

    @Test
    @Tag("VIO-04")
    @Tag("API-CLO-05")
    void aCloseWhileAnotherThreadIsInsideAFunctionIsNoted() throws InterruptedException {
        ConnectionSocket socket = bench.connected();
        bench.peer().peerSends("A");
        bench.run();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch mayLeave = new CountDownLatch(1);
        ClientIrp receive = new ClientIrp().then(() -> {
            inside.countDown();
            await(mayLeave);
        });
        Thread other = new Thread(() -> bench.receive(socket, new byte[1], receive), "another client thread");
        other.start();
        await(inside);

        ClientIrp close = new ClientIrp();
        bench.close(socket, close);
        mayLeave.countDown();
        other.join();
        bench.run();

        assertThat(close.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertNoted(Violation.CLOSE_DURING_CALL, called(WskFunction.WSK_CLOSE_SOCKET));
    }

    @Test
    @Tag("API-CLO-05")
    void aCloseFromInsideItsOwnFunctionOrWithPendingIrpsIsFine() {
        ConnectionSocket socket = bench.connected();
        bench.peer().peerSends("A");
        bench.run();
        ClientIrp close = new ClientIrp();
        ClientIrp receive = new ClientIrp().then(() -> bench.close(socket, close));

        bench.receive(socket, new byte[1], receive);
        bench.run();

        assertThat(close.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(abouts(Violation.CLOSE_DURING_CALL)).isEmpty();
    }

    @Test
    @Tag("VIO-05")
    @Tag("API-REL-03")
    void aCloseWithARetainedListIsNoted() {
        ConnectionSocket socket = receiving();
        bench.client.nextReceive(NtStatus.STATUS_PENDING);
        bench.peer().peerSends("kept");
        bench.run();

        bench.close(socket, new ClientIrp());
        bench.run();

        assertNoted(Violation.CLOSE_WITH_RETAINED_LISTS, called(WskFunction.WSK_CLOSE_SOCKET));
    }

    @Test
    @Tag("VIO-06")
    @Tag("EVT-GEN-12")
    void aReturnOutsideThePermittedSetIsNoted() {
        receiving();
        bench.client.nextReceive(NtStatus.STATUS_DEVICE_NOT_READY);
        bench.peer().peerSends("A");
        bench.run();

        assertNoted(Violation.RETURN_OUTSIDE_PERMITTED_SET, entered());
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
    @Tag("VIO-11")
    @Tag("THR-04")
    void aCallbackOverTheBudgetAtDispatchIsNotedAndOneWithinItIsNot() {
        receiving();
        bench.client.onReceive.add((list, bytes, accepted) -> {
            bench.clock.advance(100);
            return NtStatus.STATUS_SUCCESS;
        });
        bench.peer().peerSends("A");
        bench.run();
        assertThat(abouts(Violation.CALLBACK_OVER_DISPATCH_BUDGET)).isEmpty();

        bench.client.onReceive.add((list, bytes, accepted) -> {
            bench.clock.advance(101);
            bench.wsk.watchdog().inspect();
            return NtStatus.STATUS_SUCCESS;
        });
        bench.peer().peerSends("B");
        bench.run();

        assertNoted(Violation.CALLBACK_OVER_DISPATCH_BUDGET, entered());
    }

    @Test
    @Tag("THR-04")
    void timeAtPassiveLevelOrInADeferredReturnIsNotCounted() {
        ConnectionSocket socket = receiving();
        Held held = bench.client.holdNextReceive(socket);
        bench.peer().peerSends("A");
        bench.run();
        bench.clock.advance(1_000);
        bench.wsk.watchdog().inspect();
        held.release(NtStatus.STATUS_SUCCESS);
        bench.run();
        assertThat(abouts(Violation.CALLBACK_OVER_DISPATCH_BUDGET)).isEmpty();

        bench = new KernelBench(KernelOptions.defaults().withLimits(LIMITS).withIrqlMode(IrqlMode.PASSIVE, 1));
        receiving();
        bench.client.onReceive.add((list, bytes, accepted) -> {
            bench.clock.advance(1_000);
            return NtStatus.STATUS_SUCCESS;
        });
        bench.peer().peerSends("B");
        bench.run();
        assertThat(abouts(Violation.CALLBACK_OVER_DISPATCH_BUDGET)).isEmpty();
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
    @Tag("VIO-13")
    @Tag("API-REL-07")
    void aReleaseAsapListHeldTooLongIsNotedOnce() {
        bench = new KernelBench(KernelOptions.defaults().withLimits(LIMITS).withReleaseAsapBytes(0));
        ConnectionSocket socket = receiving();
        DataIndication[] lists = new DataIndication[2];
        for (int i = 0; i < 2; i++) {
            int at = i;
            bench.client.onReceive.add((list, bytes, accepted) -> {
                lists[at] = list;
                return NtStatus.STATUS_PENDING;
            });
        }
        bench.peer().peerSends("no hurry");
        bench.run();
        bench.peer().peerSends("asap");
        bench.run();
        long asap = entered();

        bench.clock.advance(500);
        bench.wsk.watchdog().inspect();
        assertThat(abouts(Violation.RELEASE_ASAP_HELD_TOO_LONG)).isEmpty();
        bench.clock.advance(1);
        bench.wsk.watchdog().inspect();
        bench.wsk.watchdog().inspect();
        for (DataIndication list : lists) {
            assertThat(socket.dispatch().release(Objects.requireNonNull(list))).isEqualTo(NtStatus.STATUS_SUCCESS);
        }

        assertNoted(Violation.RELEASE_ASAP_HELD_TOO_LONG, asap);
    }

    @Test
    @Tag("VIO-14")
    @Tag("EVT-GEN-09")
    void anAddressArgumentUsedAfterTheCallIsNoted() {
        ListenSocket listener = bench.listening();
        bench.enable(listener, WSK_EVENT_ACCEPT);
        InetSocketAddress[] kept = new InetSocketAddress[1];
        bench.client.onAcceptFrom = (local, remote) -> kept[0] = remote;
        bench.transport.listener(0).peerConnects();
        bench.run();

        ConnectionSocket socket = bench.bound();
        ClientIrp irp = new ClientIrp();
        socket.dispatch().connect(kept[0], 0, irp.irp());
        bench.run();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertNoted(Violation.ADDRESS_USED_AFTER_RETURN, called(WskFunction.WSK_CONNECT));
    }

    @Test
    @Tag("VIO-15")
    @Tag("EVT-RCV-19")
    void anIndicationUsedAfterTheCallIsNotedAndThrown() {
        receiving();
        DataIndication[] kept = new DataIndication[1];
        bench.client.onReceive.add((list, bytes, accepted) -> {
            kept[0] = list;
            return NtStatus.STATUS_SUCCESS;
        });
        bench.peer().peerSends("A");
        bench.run();

        assertThatThrownBy(() -> kept[0].buffer()).isInstanceOf(UsedAfterReturnException.class);

        assertNoted(Violation.INDICATION_USED_AFTER_RETURN, entered());
    }

    @Test
    @Tag("VIO-15")
    void aDatagramUsedAfterTheCallIsNotedAndThrown() {
        DatagramSocket socket = bench.datagrams();
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        DatagramIndication[] kept = new DatagramIndication[1];
        bench.client.onReceiveFrom.add(list -> {
            kept[0] = list;
            return NtStatus.STATUS_SUCCESS;
        });
        bench.transport.datagramSocket(0).peerSends("A");
        bench.run();
        long call = entered();

        assertThatThrownBy(() -> kept[0].buffer()).isInstanceOf(UsedAfterReturnException.class);
        assertThatThrownBy(() -> kept[0].remoteAddress()).isInstanceOf(UsedAfterReturnException.class);
        assertThatThrownBy(() -> kept[0].controlInfo()).isInstanceOf(UsedAfterReturnException.class);

        assertThat(abouts(Violation.INDICATION_USED_AFTER_RETURN)).containsExactly(call, call, call);
    }

    @Test
    @Tag("VIO-16")
    @Tag("API-REG-12")
    void aClientFunctionAfterTheReleaseIsNoted() {
        bench.registration.releaseProviderNpi();
        ClientIrp irp = new ClientIrp();

        bench.provider.socket(KernelBench.parameters(SocketCategory.BASIC, null, null), irp.irp());

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_DEVICE_NOT_READY);
        assertNoted(Violation.CLIENT_FUNCTION_AFTER_RELEASE, called(WskFunction.WSK_SOCKET));
        bench = new KernelBench();
    }

    @Test
    @Tag("VIO-17")
    @Tag("EVT-GEN-10")
    void aDeadSocketThatIsNotClosedInTimeIsNotedOnce() {
        ConnectionSocket socket = receiving();
        ConnectionSocket prompt = receiving();
        bench.wsk.failSocket(socket.id());
        bench.run();
        long told = entered();
        bench.wsk.failSocket(prompt.id());
        bench.run();
        bench.close(prompt, new ClientIrp());
        bench.run();

        bench.clock.advance(499);
        bench.wsk.watchdog().inspect();
        assertThat(abouts(Violation.DEAD_SOCKET_NOT_CLOSED)).isEmpty();
        bench.clock.advance(1);
        bench.wsk.watchdog().inspect();
        bench.wsk.watchdog().inspect();

        assertNoted(Violation.DEAD_SOCKET_NOT_CLOSED, told);
    }

    @Test
    @Tag("VIO-18")
    @Tag("EVT-ACC-09")
    void anAcceptWithoutWrittenOutParametersIsNoted() {
        ListenSocket listener = bench.listening();
        bench.enable(listener, WSK_EVENT_ACCEPT);
        bench.client.onAccept.add((accepted, parameters) -> NtStatus.STATUS_SUCCESS);

        bench.transport.listener(0).peerConnects();
        bench.run();

        assertNoted(Violation.ACCEPT_PARAMETERS_NOT_WRITTEN, entered());
    }

    @Test
    @Tag("VIO-19")
    @Tag("API-REL-04")
    void aListReleasedTwiceIsNoted() {
        ConnectionSocket socket = receiving();
        DataIndication[] kept = new DataIndication[1];
        bench.client.onReceive.add((list, bytes, accepted) -> {
            kept[0] = list;
            return NtStatus.STATUS_PENDING;
        });
        bench.peer().peerSends("A");
        bench.run();

        socket.dispatch().release(kept[0]);
        NtStatus second = socket.dispatch().release(kept[0]);

        assertThat(second).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertNoted(Violation.LIST_RELEASED_TWICE, called(WskFunction.WSK_RELEASE));
    }

    @Test
    @Tag("VIO-20")
    @Tag("THR-09")
    void anAddressListRequestAtDispatchIsNotedAndOneAtPassiveIsNot() {
        ConnectionSocket socket = bench.connected();
        ControlParameters query = new ControlParameters(
                ControlType.WskIoctl, ControlCode.SIO_ADDRESS_LIST_QUERY, 0, 0, null, 64, ByteBuffer.allocate(64));
        socket.dispatch().controlSocket(query, new ClientIrp().irp());
        bench.send(socket, "fine", new ClientIrp());
        assertThat(abouts(Violation.IRQL_TOO_HIGH)).isEmpty();

        Irql before = bench.wsk.kernelCalls().raiseIrql(Irql.DISPATCH_LEVEL);
        socket.dispatch().controlSocket(query, new ClientIrp().irp());
        long about = called(WskFunction.WSK_CONTROL_SOCKET);
        bench.send(socket, "fine too", new ClientIrp());
        bench.wsk.kernelCalls().lowerIrql(before);
        bench.run();

        assertNoted(Violation.IRQL_TOO_HIGH, about);
    }

    @Test
    @Tag("VIO-21")
    @Tag("EVT-GEN-10")
    void aNullIndicationThatIsUsedIsNotedAndNoUnknownReturn() {
        ConnectionSocket socket = receiving();
        bench.client.onReceive.add((list, bytes, accepted) -> {
            Objects.requireNonNull(list).buffer();
            return NtStatus.STATUS_SUCCESS;
        });
        bench.wsk.failSocket(socket.id());
        bench.run();

        assertNoted(Violation.NULL_PAYLOAD_USED, entered());
        assertThat(abouts(Violation.RETURN_OUTSIDE_PERMITTED_SET)).isEmpty();
    }

    @Test
    @Tag("VIO-21")
    void aNullAcceptSocketThatIsUsedIsNoted() {
        ListenSocket listener = bench.listening();
        bench.enable(listener, WSK_EVENT_ACCEPT);
        bench.client.onAccept.add((accepted, parameters) -> {
            parameters.set(Objects.requireNonNull(accepted).id(), null);
            return NtStatus.STATUS_SUCCESS;
        });
        bench.wsk.failSocket(listener.id());
        bench.run();

        assertNoted(Violation.NULL_PAYLOAD_USED, entered());
    }

    @Test
    void aNullPointerElsewhereIsOnlyAnUnknownReturn() {
        receiving();
        bench.client.onReceive.add((list, bytes, accepted) -> {
            throw new NullPointerException("of the client's own making");
        });
        bench.peer().peerSends("A");
        bench.run();

        assertNoted(Violation.RETURN_OUTSIDE_PERMITTED_SET, entered());
        assertThat(abouts(Violation.NULL_PAYLOAD_USED)).isEmpty();
    }

    private ConnectionSocket receiving() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        return socket;
    }

    private void assertNoted(Violation violation, long about) {
        assertThat(abouts(violation)).containsExactly(about);
    }

    private List<Long> abouts(Violation violation) {
        return TraceAssert.records(bench.log).stream()
                .filter(record -> record instanceof TraceRecord.ViolationFound found && found.violation() == violation)
                .map(record -> ((TraceRecord.ViolationFound) record).about())
                .toList();
    }

    /** The newest call of the function. */
    private long called(WskFunction function) {
        return TraceAssert.records(bench.log).stream()
                .filter(record -> record instanceof TraceRecord.FunctionCalled call && call.function() == function)
                .mapToLong(record -> record.head().sequence())
                .max()
                .orElseThrow();
    }

    /** The newest beginning of a callback. */
    private long entered() {
        return last(TraceRecord.CallbackEntered.class);
    }

    private long last(Class<? extends TraceRecord> kind) {
        return TraceAssert.records(bench.log).stream()
                .filter(kind::isInstance)
                .mapToLong(record -> record.head().sequence())
                .max()
                .orElseThrow();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody came");
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
