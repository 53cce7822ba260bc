package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wskscope.engine.testkit.RecordMatchers.deadlockFound;
import static org.wskscope.engine.testkit.RecordMatchers.violationAbout;
import static org.wskscope.engine.testkit.RecordMatchers.violationFound;
import static org.wskscope.engine.testkit.RecordMatchers.waitBegan;
import static org.wskscope.engine.testkit.RecordMatchers.waitEnded;
import static org.wskscope.engine.wsk.KernelCalls.NO_TIMEOUT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.kernel.IrqlMode;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.kernel.WaitMode;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WaitProhibitedException;
import org.wskscope.engine.wsk.WskCallback;

/** The page winsock-kernel-events where it speaks of waiting, and C-32, on a network that lives by the waiting thread. */
@PlayedByHand("one thread plays all processors, so that a hang can be shown")
class WaitConformanceTest {
    private final List<NtStatus> answers = new ArrayList<>();

    @Test
    @Tag("THR-01")
    @Tag("SCN-06")
    @Tag("VIO-01")
    @Tag("C-32")
    void aWaitInsideACallbackThrowsAtOnceInStrictMode() {
        KernelBench bench = new KernelBench();
        ConnectionSocket socket = receiving(bench);
        ClientIrp reply = new ClientIrp();
        bench.client.onReceive.add((list, bytes, accepted) -> {
            bench.send(socket, "reply", reply);
            return bench.wsk.kernelCalls().waitFor(reply.irp(), NO_TIMEOUT);
        });

        bench.peer().peerSends("request");
        bench.run();
        bench.peer().peerSends("another");
        bench.run();

        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        waitBegan(),
                        violationAbout(Violation.WAIT_INSIDE_CALLBACK, sequenceOf(bench, TraceRecord.WaitBegan.class)),
                        violationFound(Violation.IRQL_TOO_HIGH),
                        waitEnded(NtStatus.STATUS_POSSIBLE_DEADLOCK));
        assertThat(reply.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.client.calls).containsExactly("receive request", "receive another");
    }

    @Test
    @Tag("THR-03")
    void theWaitIsForbiddenAtPassiveLevelToo() {
        KernelBench bench = new KernelBench(KernelOptions.defaults().withIrqlMode(IrqlMode.PASSIVE, 1));
        waitForReplyInsideReceive(bench);

        TraceAssert.assertThat(bench.log)
                .containsInOrder(violationFound(Violation.WAIT_INSIDE_CALLBACK))
                .containsNone(violationFound(Violation.IRQL_TOO_HIGH));
    }

    @Test
    @Tag("THR-13")
    @Tag("SCN-06")
    @Tag("C-32")
    void aFaithfulWaitForARequestOfItsOwnProcessorIsExplained() {
        KernelBench bench = faithful(1);
        waitForReplyInsideReceive(bench);

        assertThat(answers).containsExactly(NtStatus.STATUS_POSSIBLE_DEADLOCK);
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        violationFound(Violation.WAIT_INSIDE_CALLBACK),
                        deadlockFound("RCV(C1) waits for I4; I4 needs executor(C1); held by RCV(C1)"),
                        waitEnded(NtStatus.STATUS_POSSIBLE_DEADLOCK));
        assertThat(bench.peer().sent()).isEqualTo("reply");
    }

    @Test
    @Tag("SCN-19")
    @Tag("THR-13")
    void aFaithfulWaitForTheCloseOfItsOwnSocketIsExplained() {
        KernelBench bench = faithful(1);
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_DISCONNECT);
        ClientIrp close = new ClientIrp();
        bench.client.onDisconnect = () -> {
            answers.add(bench.close(socket, close));
            answers.add(bench.wsk.kernelCalls().waitFor(close.irp(), NO_TIMEOUT));
        };

        bench.peer().peerFinishes();
        bench.run();

        assertThat(answers).containsExactly(NtStatus.STATUS_PENDING, NtStatus.STATUS_POSSIBLE_DEADLOCK);
        String i = "I" + close.irp().number();
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        violationFound(Violation.WAIT_INSIDE_CALLBACK),
                        deadlockFound(
                                "DSC(C1) waits for " + i + "; " + i + " needs the return of DSC(C1); held by DSC(C1)"));
        assertThat(close.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("CTL-ECB-09")
    @Tag("THR-13")
    void aFaithfulWaitForTheDisableOfTheVeryCallbackIsExplained() {
        KernelBench bench = faithful(1);
        ConnectionSocket socket = receiving(bench);
        ClientIrp disable = new ClientIrp();
        bench.client.onReceive.add((list, bytes, accepted) -> {
            bench.disable(socket, WSK_EVENT_RECEIVE, disable.irp());
            answers.add(bench.wsk.kernelCalls().waitFor(disable.irp(), NO_TIMEOUT));
            return NtStatus.STATUS_SUCCESS;
        });

        bench.peer().peerSends("A");
        bench.run();

        assertThat(answers).containsExactly(NtStatus.STATUS_POSSIBLE_DEADLOCK);
        assertThat(deadlocks(bench))
                .singleElement()
                .asString()
                .contains("needs the return of RCV(C1); held by RCV(C1)");
        assertThat(disable.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("THR-01")
    void aFaithfulWaitForAnotherProcessorsRequestEndsWellAndIsAViolationAllTheSame() {
        KernelBench bench = faithful(2);
        ConnectionSocket first = receiving(bench);
        ConnectionSocket second = bench.connected();
        ClientIrp irp = new ClientIrp();
        bench.client.onReceive.add((list, bytes, accepted) -> {
            bench.send(second, "elsewhere", irp);
            answers.add(bench.wsk.kernelCalls().waitFor(irp.irp(), NO_TIMEOUT));
            return NtStatus.STATUS_SUCCESS;
        });

        bench.transport.stream(0).peerSends("A");
        bench.run();

        assertThat(answers).containsExactly(NtStatus.STATUS_SUCCESS);
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(deadlocks(bench)).isEmpty();
        TraceAssert.assertThat(bench.log)
                .onSocket(first.id().value())
                .containsInOrder(violationFound(Violation.WAIT_INSIDE_CALLBACK), waitEnded(NtStatus.STATUS_SUCCESS));
    }

    @Test
    @Tag("THR-13")
    void twoProcessorsThatWaitForEachOtherAreExplained() {
        KernelBench bench = faithful(2);
        ConnectionSocket[] sockets = {receiving(bench), receiving(bench)};
        for (int i = 0; i < 2; i++) {
            ConnectionSocket other = sockets[1 - i];
            bench.client.onReceive.add((list, bytes, accepted) -> {
                ClientIrp irp = new ClientIrp();
                bench.send(other, "x", irp);
                answers.add(bench.wsk.kernelCalls().waitFor(irp.irp(), NO_TIMEOUT));
                return NtStatus.STATUS_SUCCESS;
            });
        }

        bench.transport.stream(0).peerSends("A");
        bench.transport.stream(1).peerSends("B");
        bench.run();

        assertThat(deadlocks(bench))
                .first()
                .asString()
                .matches(
                        "RCV\\(C2\\) waits for I(\\d+); I\\1 needs executor\\(C1\\); held by RCV\\(C1\\), which waits for"
                                + " I(\\d+); I\\2 needs executor\\(C2\\); held by RCV\\(C2\\)");
    }

    @Test
    @Tag("THR-14")
    @Tag("VIO-02")
    void aWaitInsideACompletionRoutineIsNotedAndThrown() {
        KernelBench bench = new KernelBench();
        ConnectionSocket socket = bench.connected();
        ClientIrp receive = new ClientIrp();
        bench.receive(socket, new byte[4], receive);
        ClientIrp send = new ClientIrp();
        send.then(() -> bench.wsk.kernelCalls().waitFor(receive.irp(), NO_TIMEOUT));

        bench.send(socket, "x", send);
        bench.run();
        bench.peer().peerSends("abcd");
        bench.run();

        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        waitBegan(),
                        violationAbout(
                                Violation.WAIT_INSIDE_COMPLETION_ROUTINE,
                                sequenceOf(bench, TraceRecord.WaitBegan.class)),
                        waitEnded(NtStatus.STATUS_POSSIBLE_DEADLOCK));
        assertThat(receive.information()).isEqualTo(4);
    }

    @Test
    void aWaitOutsideCallbacksAtPassiveLevelIsNoViolation() {
        KernelBench bench = faithful(1);
        ConnectionSocket socket = bench.connected();
        ClientIrp send = new ClientIrp();

        bench.send(socket, "x", send);
        NtStatus waited = bench.wsk.kernelCalls().waitFor(send.irp(), NO_TIMEOUT);

        assertThat(waited).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(send.isCompleted()).isTrue();
        TraceAssert.assertThat(bench.log)
                .containsInOrder(waitBegan(), waitEnded(NtStatus.STATUS_SUCCESS))
                .containsNone(violationFound(Violation.WAIT_INSIDE_CALLBACK), violationFound(Violation.IRQL_TOO_HIGH));
    }

    @Test
    void aWaitThatNothingCanEndSaysWhatIsMissing() {
        KernelBench bench = faithful(1);
        ConnectionSocket socket = bench.connected();
        ClientIrp receive = new ClientIrp();
        bench.receive(socket, new byte[1], receive);

        NtStatus waited = bench.wsk.kernelCalls().waitFor(receive.irp(), NO_TIMEOUT);
        NtStatus limited = bench.wsk.kernelCalls().waitFor(receive.irp(), 1_000);

        assertThat(waited).isEqualTo(NtStatus.STATUS_POSSIBLE_DEADLOCK);
        assertThat(limited).isEqualTo(NtStatus.STATUS_TIMEOUT);
        assertThat(deadlocks(bench)).singleElement().asString().contains("nothing is left that could end it");
    }

    @Test
    @Tag("VIO-20")
    void aWaitAtARaisedLevelIsNoted() {
        KernelBench bench = new KernelBench();
        ConnectionSocket socket = bench.connected();
        ClientIrp receive = new ClientIrp();
        bench.receive(socket, new byte[1], receive);

        Irql before = bench.wsk.kernelCalls().raiseIrql(Irql.DISPATCH_LEVEL);
        assertThatThrownBy(() -> bench.wsk.kernelCalls().waitFor(receive.irp(), NO_TIMEOUT))
                .isInstanceOf(WaitProhibitedException.class)
                .hasMessageContaining("DISPATCH_LEVEL");
        bench.wsk.kernelCalls().lowerIrql(before);

        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        violationAbout(Violation.IRQL_TOO_HIGH, sequenceOf(bench, TraceRecord.WaitBegan.class)));
    }

    @Test
    void lookingWithoutWaitingIsAllowedAnywhere() {
        KernelBench bench = new KernelBench();
        ConnectionSocket socket = receiving(bench);
        ClientIrp reply = new ClientIrp();
        bench.client.onReceive.add((list, bytes, accepted) -> {
            bench.send(socket, "reply", reply);
            answers.add(bench.wsk.kernelCalls().waitFor(reply.irp(), 0));
            return NtStatus.STATUS_SUCCESS;
        });

        bench.peer().peerSends("A");
        bench.run();
        answers.add(bench.wsk.kernelCalls().waitFor(reply.irp(), 0));
        answers.add(bench.wsk.kernelCalls().waitFor(new ClientIrp().irp(), NO_TIMEOUT));

        assertThat(answers)
                .containsExactly(NtStatus.STATUS_TIMEOUT, NtStatus.STATUS_SUCCESS, NtStatus.STATUS_INVALID_PARAMETER);
        TraceAssert.assertThat(bench.log).containsNone(waitBegan());
    }

    @Test
    @Tag("THR-01")
    void waitingForACallbackToReturnIsAWaitLikeAnyOther() {
        KernelBench bench = faithful(2);
        ConnectionSocket first = receiving(bench);
        ConnectionSocket second = receiving(bench);
        bench.client.onReceive.add((list, bytes, accepted) -> {
            answers.add(bench.wsk.kernelCalls().waitForReturn(second, WskCallback.RECEIVE, NO_TIMEOUT));
            answers.add(bench.wsk.kernelCalls().waitForReturn(first, WskCallback.RECEIVE, NO_TIMEOUT));
            return NtStatus.STATUS_SUCCESS;
        });

        bench.transport.stream(0).peerSends("A");
        bench.run();

        assertThat(answers).containsExactly(NtStatus.STATUS_SUCCESS, NtStatus.STATUS_POSSIBLE_DEADLOCK);
        assertThat(deadlocks(bench))
                .containsExactly("RCV(C1) waits for the return of RCV(C1); the return of RCV(C1) needs the return of"
                        + " RCV(C1); held by RCV(C1)");
    }

    @Test
    void aWaitEndsWhenTheIrpIsUsedAgainInItsRoutine() {
        Irp[] irp = new Irp[1];
        irp[0] = new Irp(done -> {
            done.reuse();
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        });
        KernelBench bench = faithful(1);
        ConnectionSocket socket = bench.connected();
        bench.peer().peerSends("A");
        bench.run();
        bench.peer().holdWrites();
        socket.dispatch().send(org.wskscope.engine.wsk.WskBuf.of("x"), org.wskscope.engine.wsk.SendFlags.NONE, irp[0]);
        bench.peer().completeWrites();

        assertThat(bench.wsk.kernelCalls().waitFor(irp[0], NO_TIMEOUT)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    private void waitForReplyInsideReceive(KernelBench bench) {
        ConnectionSocket socket = receiving(bench);
        ClientIrp reply = new ClientIrp();
        bench.client.onReceive.add((list, bytes, accepted) -> {
            bench.send(socket, "reply", reply);
            answers.add(bench.wsk.kernelCalls().waitFor(reply.irp(), NO_TIMEOUT));
            return NtStatus.STATUS_SUCCESS;
        });
        bench.peer().peerSends("request");
        bench.run();
        assertThat(reply.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    private static KernelBench faithful(int processors) {
        KernelBench bench = new KernelBench(KernelOptions.defaults().withWaitMode(WaitMode.FAITHFUL), processors);
        bench.transport.runInsideWaits();
        return bench;
    }

    private static ConnectionSocket receiving(KernelBench bench) {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        return socket;
    }

    private static List<String> deadlocks(KernelBench bench) {
        return TraceAssert.records(bench.log).stream()
                .filter(TraceRecord.DeadlockFound.class::isInstance)
                .map(record -> ((TraceRecord.DeadlockFound) record).text())
                .toList();
    }

    private static long sequenceOf(KernelBench bench, Class<? extends TraceRecord> kind) {
        return TraceAssert.records(bench.log).stream()
                .filter(kind::isInstance)
                .findFirst()
                .orElseThrow()
                .head()
                .sequence();
    }
}
