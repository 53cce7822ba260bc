package org.wskscope.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.violationFound;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE_FROM;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.TestClient;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.KernelCalls;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;

/** Turns, held returns and the time a callback takes. */
class CallbackPumpTest {
    private static final long BUDGET = 100;

    private static KernelOptions options() {
        return KernelOptions.defaults().withLimits(new KernelLimits(1_000, BUDGET, 500, 500));
    }

    private static ConnectionSocket receiving(KernelBench bench) {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        return socket;
    }

    /** A socket with much to tell does not keep others on its processor waiting: after so many calls they have their turn. */
    @Test
    void socketsOfOneProcessorTakeTurns() {
        KernelBench bench = new KernelBench(options().withMaxDatagramsPerList(1));
        int turn = options().callbacksPerTurn();
        DatagramSocket busy = bench.datagrams();
        DatagramSocket modest = bench.datagrams();
        bench.enable(busy, WSK_EVENT_RECEIVE_FROM);
        bench.enable(modest, WSK_EVENT_RECEIVE_FROM);

        bench.transport
                .datagramSocket(0)
                .peerSends(Collections.nCopies(2 * turn + 1, "b").toArray(String[]::new));
        bench.transport.datagramSocket(1).peerSends("m");
        bench.run();

        List<String> expected = IntStream.rangeClosed(1, 2 * turn + 2)
                .mapToObj(call -> call == turn + 1 ? "receiveFrom m" : "receiveFrom b")
                .toList();
        assertThat(bench.client.calls).containsExactlyElementsOf(expected);
    }

    @Test
    void aHeldReturnIsGivenOnce() {
        KernelBench bench = new KernelBench();
        ConnectionSocket socket = receiving(bench);
        DeferredReturn[] held = new DeferredReturn[1];
        bench.client.onReceive.add((list, bytes, accepted) -> {
            held[0] = socket.deferReturn();
            return NtStatus.STATUS_SUCCESS;
        });
        bench.peer().peerSends("a");
        bench.run();
        long entered = TraceAssert.records(bench.log).stream()
                .filter(TraceRecord.CallbackEntered.class::isInstance)
                .findFirst()
                .orElseThrow()
                .head()
                .sequence();

        assertThat(held[0].entered()).isEqualTo(entered);
        assertThat(held[0].complete(NtStatus.STATUS_DATA_NOT_ACCEPTED)).isTrue();
        assertThat(held[0].complete(NtStatus.STATUS_SUCCESS)).isFalse();
        bench.run();
        assertThat(held[0].complete(NtStatus.STATUS_SUCCESS)).isFalse();
        assertThat(bench.receiveBacklog(socket)).as("the first answer counted").isEqualTo(1);
    }

    @Test
    @Tag("VIO-11")
    @Tag("THR-04")
    void theTimeACallbackTookIsJudgedWhenItReturns() {
        KernelBench bench = new KernelBench(options());
        bench.clock.advance(10_000);
        receiving(bench);
        for (long nanos : new long[] {BUDGET, BUDGET + 1, BUDGET - 1}) {
            bench.client.onReceive.add((list, bytes, accepted) -> {
                bench.clock.advance(nanos);
                return NtStatus.STATUS_SUCCESS;
            });
        }

        bench.peer().peerSends("in time");
        bench.run();
        TraceAssert.assertThat(bench.log).containsNone(violationFound(Violation.CALLBACK_OVER_DISPATCH_BUDGET));
        bench.peer().peerSends("late");
        bench.run();
        bench.peer().peerSends("in time again");
        bench.run();
        bench.wsk.watchdog().inspect();

        TraceAssert.assertThat(bench.log).containsTimes(1, violationFound(Violation.CALLBACK_OVER_DISPATCH_BUDGET));
    }

    @Test
    @Tag("VIO-13")
    void aListGivenBackTooLateIsNotedThenAtTheLatest() {
        KernelBench bench = new KernelBench(options().withReleaseAsapBytes(0));
        bench.clock.advance(10_000);
        ConnectionSocket socket = receiving(bench);
        DataIndication[] kept = new DataIndication[1];
        for (int i = 0; i < 3; i++) {
            bench.client.onReceive.add((list, bytes, accepted) -> {
                kept[0] = list;
                return NtStatus.STATUS_PENDING;
            });
        }
        bench.peer().peerSends("no hurry");
        bench.run();
        bench.peer().peerSends("asap, in time");
        bench.run();
        bench.clock.advance(500);
        socket.dispatch().release(kept[0]);
        TraceAssert.assertThat(bench.log).containsNone(violationFound(Violation.RELEASE_ASAP_HELD_TOO_LONG));
        bench.peer().peerSends("asap, late");
        bench.run();

        bench.clock.advance(501);
        socket.dispatch().release(kept[0]);

        TraceAssert.assertThat(bench.log).containsTimes(1, violationFound(Violation.RELEASE_ASAP_HELD_TOO_LONG));
    }

    @Test
    @Tag("VIO-13")
    void aListThatIsNeverGivenBackIsNotedByTheWatchdog() {
        KernelBench bench = new KernelBench(options().withReleaseAsapBytes(0));
        receiving(bench);
        bench.client.nextReceive(NtStatus.STATUS_PENDING);
        bench.client.nextReceive(NtStatus.STATUS_PENDING);
        bench.peer().peerSends("no hurry");
        bench.run();
        bench.peer().peerSends("asap");
        bench.run();

        bench.clock.advance(501);
        bench.wsk.watchdog().inspect();

        TraceAssert.assertThat(bench.log).containsTimes(1, violationFound(Violation.RELEASE_ASAP_HELD_TOO_LONG));
    }

    @Test
    @Tag("THR-01")
    void whoWaitsForACallbackToReturnIsReportedWhenItDoes() {
        KernelBench bench = new KernelBench(KernelOptions.defaults().withWaitMode(WaitMode.FAITHFUL), 2);
        bench.transport.runInsideWaits();
        ConnectionSocket socket = receiving(bench);
        TestClient.Held held = bench.client.holdNextReceive(socket);
        bench.peer().peerSends("a");
        bench.run();
        held.release(NtStatus.STATUS_SUCCESS);

        KernelCalls calls = bench.wsk.kernelCalls();
        assertThat(calls.waitForReturn(socket, WskCallback.RECEIVE, 1_000)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(calls.waitForReturn(socket, WskCallback.RECEIVE, 0)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }
}
