package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.violationFound;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.engine.kernel.IrqlMode;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.KernelCalls;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskFunction;

/** The simulated level of one thread through callbacks and completion routines (C-34), and how deep these go into each other (THR-15). */
@PlayedByHand("client code and processors share one thread, so that each can be seen to leave it as it was")
class LevelsAndNestingConformanceTest {
    private final List<Irql> levels = new ArrayList<>();

    private static KernelBench passive() {
        return new KernelBench(KernelOptions.defaults().withIrqlMode(IrqlMode.PASSIVE, 1));
    }

    private static ConnectionSocket receiving(KernelBench bench) {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        return socket;
    }

    @Test
    @Tag("C-34")
    void aCallbackHasALevelOfItsOwnAndGivesTheThreadItsLevelBack() {
        KernelBench bench = passive();
        KernelCalls calls = bench.wsk.kernelCalls();
        receiving(bench);
        bench.client.onReceive.add((list, bytes, accepted) -> {
            levels.add(calls.currentIrql());
            levels.add(calls.raiseIrql(Irql.APC_LEVEL));
            return NtStatus.STATUS_SUCCESS;
        });
        bench.peer().peerSends("A");
        calls.raiseIrql(Irql.DISPATCH_LEVEL);

        bench.run();
        levels.add(calls.currentIrql());
        calls.lowerIrql(Irql.PASSIVE_LEVEL);

        assertThat(levels).containsExactly(Irql.PASSIVE_LEVEL, Irql.PASSIVE_LEVEL, Irql.DISPATCH_LEVEL);
        assertThat(calls.currentIrql()).isEqualTo(Irql.PASSIVE_LEVEL);
    }

    @Test
    @Tag("C-34")
    void aCompletionRoutineRunsAtTheLevelOfWhoCompletesAndLeavesItAsItWas() {
        KernelBench bench = passive();
        KernelCalls calls = bench.wsk.kernelCalls();
        ConnectionSocket socket = bench.connected();
        bench.peer().peerSends("A");
        bench.run();
        ClientIrp irp = new ClientIrp().then(() -> {
            levels.add(calls.currentIrql());
            calls.raiseIrql(Irql.DISPATCH_LEVEL);
        });
        calls.raiseIrql(Irql.APC_LEVEL);

        assertThat(bench.receive(socket, new byte[1], irp)).isEqualTo(NtStatus.STATUS_SUCCESS);
        levels.add(calls.currentIrql());
        calls.lowerIrql(Irql.PASSIVE_LEVEL);

        assertThat(levels).containsExactly(Irql.APC_LEVEL, Irql.APC_LEVEL);
    }

    @Test
    void raisingOrLoweringToTheLevelTheThreadHasIsAllowed() {
        KernelCalls calls = new KernelBench().wsk.kernelCalls();

        calls.lowerIrql(Irql.PASSIVE_LEVEL);
        levels.add(calls.raiseIrql(Irql.PASSIVE_LEVEL));
        levels.add(calls.raiseIrql(Irql.APC_LEVEL));
        levels.add(calls.raiseIrql(Irql.APC_LEVEL));
        calls.lowerIrql(Irql.APC_LEVEL);
        levels.add(calls.currentIrql());
        calls.lowerIrql(Irql.PASSIVE_LEVEL);

        assertThat(levels).containsExactly(Irql.PASSIVE_LEVEL, Irql.PASSIVE_LEVEL, Irql.APC_LEVEL, Irql.APC_LEVEL);
    }

    @Test
    @Tag("THR-06")
    @Tag("C-34")
    void atRandomLevelsACallbackSeesTheLevelItsRecordShows() {
        KernelBench bench = new KernelBench(KernelOptions.defaults().withIrqlMode(IrqlMode.RANDOM, 1));
        receiving(bench);
        for (int i = 0; i < 50; i++) {
            bench.client.onReceive.add((list, bytes, accepted) -> {
                levels.add(bench.wsk.kernelCalls().currentIrql());
                return NtStatus.STATUS_SUCCESS;
            });
            bench.peer().peerSends("A");
            bench.run();
        }

        assertThat(levels).hasSize(50).contains(Irql.PASSIVE_LEVEL, Irql.DISPATCH_LEVEL);
        assertThat(TraceAssert.records(bench.log, TraceRecord.CallbackEntered.class))
                .extracting(record -> record.head().irql())
                .isEqualTo(levels);
    }

    @ParameterizedTest
    @CsvSource({"DISPATCH,DISPATCH_LEVEL", "UNFLAGGED_DISPATCH,DISPATCH_LEVEL", "PASSIVE,PASSIVE_LEVEL"})
    @Tag("C-34")
    void whatAProcessorDoesByItselfHasTheLevelOfTheModeAndAThreadOfTheClientIsPassive(IrqlMode mode, Irql level) {
        KernelBench bench = new KernelBench(KernelOptions.defaults().withIrqlMode(mode, 1), 2);
        for (int i = 0; i < 2; i++) {
            bench.connected();
            bench.peer().peerSends("A");
            bench.run();
        }

        assertThat(TraceAssert.records(bench.log, TraceRecord.BytesArrived.class))
                .extracting(record -> record.head().irql())
                .containsExactly(level, level);
        assertThat(TraceAssert.records(bench.log, TraceRecord.FunctionCalled.class))
                .extracting(record -> record.head().irql())
                .containsOnly(Irql.PASSIVE_LEVEL);
    }

    @Test
    @Tag("THR-15")
    void eightCompletionRoutinesMayRunInsideEachOtherHoweverManyRanBefore() {
        KernelBench bench = new KernelBench();
        ConnectionSocket socket = receiving(bench);
        for (int i = 0; i < 3; i++) {
            bench.peer().peerSends("for the callback");
            bench.run();
        }
        bench.disable(socket, WSK_EVENT_RECEIVE, null);
        bench.peer().peerSends("x".repeat(40));
        bench.run();
        for (int i = 0; i < 10; i++) {
            bench.receive(socket, new byte[1], new ClientIrp());
        }
        int[] depth = new int[2];
        List<NtStatus> answers = new ArrayList<>();

        receiveInsideEachOther(bench, socket, depth, answers);
        bench.run();

        assertThat(answers).hasSize(31);
        assertThat(depth[1]).isEqualTo(8);
    }

    private static void receiveInsideEachOther(
            KernelBench bench, ConnectionSocket socket, int[] depth, List<NtStatus> answers) {
        ClientIrp irp = new ClientIrp();
        irp.then(() -> {
            depth[0]++;
            depth[1] = Math.max(depth[0], depth[1]);
            receiveInsideEachOther(bench, socket, depth, answers);
            depth[0]--;
        });
        answers.add(bench.receive(socket, new byte[1], irp));
    }

    /** The thread is inside as many functions as are called inside each other's routines. */
    @ParameterizedTest
    @ValueSource(ints = {1, 14, 15, 16, 40})
    @Tag("VIO-04")
    @Tag("API-CLO-05")
    void closingInsideFunctionsOfTheSameThreadIsNoViolation(int deep) {
        KernelBench bench = new KernelBench();
        ConnectionSocket socket = bench.connected();
        ClientIrp close = new ClientIrp();
        Runnable innermost = () -> bench.close(socket, close);
        Runnable nested = Stream.iterate(innermost, inner -> () -> {
                    ClientIrp irp = new ClientIrp().then(inner);
                    socket.dispatch().getLocalAddress(irp.irp());
                })
                .skip(deep)
                .findFirst()
                .orElseThrow();

        nested.run();
        bench.run();

        assertThat(close.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        TraceAssert.assertThat(bench.log).containsNone(violationFound(Violation.CLOSE_DURING_CALL));
        assertThat(TraceAssert.records(bench.log, TraceRecord.FunctionReturned.class))
                .filteredOn(record -> record.function() == WskFunction.WSK_GET_LOCAL_ADDRESS)
                .hasSize(deep);
    }
}
