package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.wskscope.engine.testkit.RecordMatchers.violationFound;
import static org.wskscope.engine.testkit.RecordMatchers.waitBegan;
import static org.wskscope.engine.testkit.RecordMatchers.waitEnded;
import static org.wskscope.engine.wsk.KernelCalls.NO_TIMEOUT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.kernel.KernelLimits;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.kernel.WaitMode;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.TestClient.Held;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.trace.WaitFor;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;

/** Waits that are looked at while they last: explained by the watchdog, broken off, ended with the engine (C-32, THR-13). */
@Tag("C-32")
@PlayedByHand("what another processor does happens inside the wait, on the same thread")
class ClientWaitsConformanceTest {
    private static final KernelOptions OPTIONS = KernelOptions.defaults()
            .withLimits(new KernelLimits(1_000, 1_000_000, 1_000_000, 1_000_000))
            .withWaitMode(WaitMode.FAITHFUL);

    private final KernelBench bench = new KernelBench(OPTIONS, 2);
    private final List<NtStatus> answers = new ArrayList<>();
    private ConnectionSocket socket;

    @BeforeEach
    void aConnectionOnProcessorZero() {
        bench.transport.runInsideWaits();
        bench.clock.advance(5_000);
        socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
    }

    /** Processor 1 does this when it gets to run. */
    private void elsewhere(Runnable action) {
        bench.transport.processor(1).execute(action);
    }

    /** A receive callback waits for a request that needs its own processor, while {@code meanwhile} happens elsewhere; returns that request. */
    private ClientIrp waitInACircle(Runnable meanwhile) {
        ClientIrp reply = new ClientIrp();
        bench.client.onReceive.add((list, bytes, accepted) -> {
            bench.send(socket, "reply", reply);
            elsewhere(meanwhile);
            answers.add(bench.wsk.kernelCalls().waitFor(reply.irp(), NO_TIMEOUT));
            return NtStatus.STATUS_SUCCESS;
        });
        bench.transport.stream(0).peerSends("A");
        bench.run();
        return reply;
    }

    private ClientIrp pendingReceive() {
        ConnectionSocket other = bench.connected();
        ClientIrp irp = new ClientIrp();
        bench.receive(other, new byte[1], irp);
        return irp;
    }

    private List<String> deadlocks() {
        return TraceAssert.records(bench.log, TraceRecord.DeadlockFound.class).stream()
                .map(TraceRecord.DeadlockFound::text)
                .toList();
    }

    private void inspectAfter(long nanos) {
        bench.clock.advance(nanos);
        bench.wsk.watchdog().inspect();
    }

    @Test
    @Tag("THR-13")
    @Tag("SCN-06")
    void theWatchdogExplainsACircleOnceWhenItIsOldEnough() {
        List<String> tooEarly = new ArrayList<>();
        List<String> inTime = new ArrayList<>();

        ClientIrp reply = waitInACircle(() -> {
            inspectAfter(999);
            tooEarly.addAll(deadlocks());
            inspectAfter(1);
            inTime.addAll(deadlocks());
            inspectAfter(1);
        });

        String irp = "I" + reply.irp().number();
        String circle = "RCV(C1) waits for " + irp + "; " + irp + " needs executor(C1); held by RCV(C1)";
        assertThat(tooEarly).isEmpty();
        assertThat(inTime).containsExactly(circle);
        assertThat(deadlocks()).containsExactly(circle);
        long began = TraceAssert.records(bench.log, TraceRecord.WaitBegan.class)
                .get(0)
                .head()
                .sequence();
        assertThat(TraceAssert.records(bench.log, TraceRecord.DeadlockFound.class))
                .extracting(
                        TraceRecord.DeadlockFound::began,
                        record -> record.head().socket())
                .containsExactly(tuple(began, socket.id()));
        assertThat(answers).containsExactly(NtStatus.STATUS_POSSIBLE_DEADLOCK);
    }

    @Test
    @Tag("THR-13")
    void aWaitInNoCircleIsNotExplainedHoweverOldItIs() {
        ClientIrp irp = pendingReceive();
        elsewhere(() -> inspectAfter(1_000_000));

        NtStatus status = bench.wsk.kernelCalls().waitFor(irp.irp(), 5_000_000);

        assertThat(status).isEqualTo(NtStatus.STATUS_TIMEOUT);
        assertThat(deadlocks()).isEmpty();
    }

    @Test
    void aWaitThatIsBrokenOffAnswersCancelledAndIsExplainedNoMore() {
        List<Integer> broken = new ArrayList<>();

        ClientIrp reply = waitInACircle(() -> {
            broken.add(bench.wsk.breakWaits());
            inspectAfter(1_000);
        });
        broken.add(bench.wsk.breakWaits());

        assertThat(answers).containsExactly(NtStatus.STATUS_CANCELLED);
        assertThat(broken).containsExactly(1, 0);
        assertThat(deadlocks()).isEmpty();
        assertThat(reply.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void whenTheEngineEndsEveryWaitDoesAndNoneBegins() {
        waitInACircle(bench.wsk::endWaits);
        ClientIrp irp = pendingReceive();
        boolean[] ran = new boolean[1];
        elsewhere(() -> ran[0] = true);

        answers.add(bench.wsk.kernelCalls().waitFor(irp.irp(), NO_TIMEOUT));

        assertThat(answers).containsExactly(NtStatus.STATUS_CANCELLED, NtStatus.STATUS_CANCELLED);
        assertThat(ran).containsExactly(false);
        TraceAssert.assertThat(bench.log).containsTimes(2, waitEnded(NtStatus.STATUS_CANCELLED));
    }

    @Test
    @Tag("THR-01")
    void whatHappensToForbiddenWaitsCanBeChangedAtAnyTime() {
        bench.wsk.setWaitMode(WaitMode.STRICT);
        waitInACircle(() -> {});
        assertThat(answers).isEmpty();

        bench.wsk.setWaitMode(WaitMode.FAITHFUL);
        waitInACircle(() -> {});

        assertThat(answers).containsExactly(NtStatus.STATUS_POSSIBLE_DEADLOCK);
        TraceAssert.assertThat(bench.log).containsTimes(2, violationFound(Violation.WAIT_INSIDE_CALLBACK));
    }

    @Test
    void theRecordOfAWaitSaysForWhatAndInsideWhat() {
        ClientIrp reply = waitInACircle(() -> {});
        bench.client.holdNextReceive(socket);
        bench.transport.stream(0).peerSends("B");
        bench.run();
        bench.wsk.kernelCalls().waitForReturn(socket, WskCallback.RECEIVE, 1_000);

        long entered = TraceAssert.records(bench.log, TraceRecord.CallbackEntered.class)
                .get(0)
                .head()
                .sequence();
        assertThat(TraceAssert.records(bench.log, TraceRecord.WaitBegan.class))
                .extracting(TraceRecord.WaitBegan::what, TraceRecord.WaitBegan::irp, TraceRecord.WaitBegan::within)
                .containsExactly(
                        tuple(WaitFor.IRP, reply.irp().number(), entered),
                        tuple(WaitFor.CALLBACK_RETURN, 0, RecordHead.NO_CAUSE));
    }

    @Test
    void aWaitForWhatIsOverAlreadyEndsAtOnce() {
        ClientIrp irp = new ClientIrp();
        bench.send(socket, "x", irp);
        bench.run();

        answers.add(bench.wsk.kernelCalls().waitFor(irp.irp(), NO_TIMEOUT));
        answers.add(bench.wsk.kernelCalls().waitForReturn(socket, WskCallback.RECEIVE, NO_TIMEOUT));

        assertThat(answers).containsExactly(NtStatus.STATUS_SUCCESS, NtStatus.STATUS_SUCCESS);
        TraceAssert.assertThat(bench.log)
                .containsTimes(2, waitBegan())
                .containsTimes(2, waitEnded(NtStatus.STATUS_SUCCESS));
    }

    @Test
    void lookingWhetherACallbackHasReturnedIsNoWait() {
        Held held = bench.client.holdNextReceive(socket);
        bench.transport.stream(0).peerSends("A");
        bench.run();

        answers.add(bench.wsk.kernelCalls().waitForReturn(socket, WskCallback.RECEIVE, 0));
        answers.add(bench.wsk.kernelCalls().waitForReturn(socket, WskCallback.DISCONNECT, 0));
        held.release(NtStatus.STATUS_SUCCESS);
        bench.run();
        answers.add(bench.wsk.kernelCalls().waitForReturn(socket, WskCallback.RECEIVE, 0));
        bench.close(socket, new ClientIrp());
        bench.run();
        answers.add(bench.wsk.kernelCalls().waitForReturn(socket, WskCallback.RECEIVE, NO_TIMEOUT));

        assertThat(answers)
                .containsExactly(
                        NtStatus.STATUS_TIMEOUT,
                        NtStatus.STATUS_SUCCESS,
                        NtStatus.STATUS_SUCCESS,
                        NtStatus.STATUS_SUCCESS);
        TraceAssert.assertThat(bench.log).containsNone(waitBegan());
    }

    @Test
    @Tag("THR-13")
    void aReturnThatWasGivenElsewhereNeedsTheProcessorOfItsSocket() {
        bench.connected();
        ConnectionSocket third = bench.connected();
        bench.enable(third, WSK_EVENT_RECEIVE);
        Held held = bench.client.holdNextReceive(third);
        bench.transport.stream(2).peerSends("held");
        bench.run();
        bench.client.onReceive.add((list, bytes, accepted) -> {
            held.release(NtStatus.STATUS_SUCCESS);
            answers.add(bench.wsk.kernelCalls().waitForReturn(third, WskCallback.RECEIVE, NO_TIMEOUT));
            return NtStatus.STATUS_SUCCESS;
        });

        bench.transport.stream(0).peerSends("A");
        bench.run();

        assertThat(deadlocks())
                .containsExactly("RCV(C1) waits for the return of RCV(C3); the return of RCV(C3) needs executor(C3);"
                        + " held by RCV(C1)");
        assertThat(answers).containsExactly(NtStatus.STATUS_POSSIBLE_DEADLOCK);
    }

    @Test
    @Tag("THR-14")
    @Tag("VIO-02")
    void aCompletionRoutineIsKnownAsOneAlsoWhereACallbackRanBefore() {
        bench.transport.stream(0).peerSends("for the callback");
        bench.run();
        bench.disable(socket, WSK_EVENT_RECEIVE, null);
        ClientIrp second = new ClientIrp();
        ClientIrp first =
                new ClientIrp().then(() -> answers.add(bench.wsk.kernelCalls().waitFor(second.irp(), NO_TIMEOUT)));
        bench.receive(socket, new byte[1], first);
        bench.receive(socket, new byte[1], second);

        bench.transport.stream(0).peerSends("x");
        bench.run();

        long completed = TraceAssert.records(bench.log, TraceRecord.IrpCompleted.class).stream()
                .filter(record -> record.irp() == first.irp().number())
                .findFirst()
                .orElseThrow()
                .head()
                .sequence();
        assertThat(TraceAssert.records(bench.log, TraceRecord.WaitBegan.class))
                .singleElement()
                .satisfies(record -> assertThat(record.within()).isEqualTo(completed))
                .satisfies(record -> assertThat(record.head().socket()).isEqualTo(socket.id()));
        TraceAssert.assertThat(bench.log)
                .containsTimes(1, violationFound(Violation.WAIT_INSIDE_COMPLETION_ROUTINE))
                .containsNone(violationFound(Violation.WAIT_INSIDE_CALLBACK));
        assertThat(deadlocks())
                .singleElement()
                .asString()
                .startsWith("I" + first.irp().number() + "'s completion routine waits for I"
                        + second.irp().number());
    }
}
