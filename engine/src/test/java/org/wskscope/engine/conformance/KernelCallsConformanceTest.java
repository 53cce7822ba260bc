package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wskscope.engine.testkit.RecordMatchers.violationFound;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_SEND_BACKLOG;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wskscope.engine.kernel.IrqlMode;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskVersion;

/** The simulated level as client code sees it (section 5.1, C-34), and how deep client code is nested (THR-15). */
@PlayedByHand("levels and nesting are the kernel's, whatever the network")
class KernelCallsConformanceTest {
    private final List<Irql> levels = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"DISPATCH,DISPATCH_LEVEL", "PASSIVE,PASSIVE_LEVEL", "UNFLAGGED_DISPATCH,DISPATCH_LEVEL"})
    @Tag("THR-05")
    @Tag("THR-08")
    void everyCallbackSeesTheLevelOfTheMode(IrqlMode mode, Irql level) {
        KernelBench bench = new KernelBench(KernelOptions.defaults().withIrqlMode(mode, 1));
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT, WSK_EVENT_SEND_BACKLOG);
        bench.client.onReceive.add((list, bytes, accepted) -> {
            levels.add(bench.wsk.kernelCalls().currentIrql());
            return NtStatus.STATUS_SUCCESS;
        });
        bench.client.onDisconnect = () -> levels.add(bench.wsk.kernelCalls().currentIrql());
        bench.client.onBacklog = () -> levels.add(bench.wsk.kernelCalls().currentIrql());

        bench.peer().peerSends("A");
        bench.wsk.setIdealSendBacklog(socket.id(), 7);
        bench.peer().peerFinishes();
        bench.run();

        assertThat(levels).containsExactly(level, level, level);
        assertThat(bench.wsk.kernelCalls().currentIrql()).isEqualTo(Irql.PASSIVE_LEVEL);
    }

    @Test
    void aLevelRaisedInsideACallbackEndsWithIt() {
        KernelBench bench = new KernelBench(KernelOptions.defaults().withIrqlMode(IrqlMode.PASSIVE, 1));
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        for (int i = 0; i < 2; i++) {
            bench.client.onReceive.add((list, bytes, accepted) -> {
                levels.add(bench.wsk.kernelCalls().raiseIrql(Irql.DISPATCH_LEVEL));
                levels.add(bench.wsk.kernelCalls().currentIrql());
                return NtStatus.STATUS_SUCCESS;
            });
        }

        bench.peer().peerSends("A");
        bench.run();
        bench.peer().peerSends("B");
        bench.run();

        assertThat(levels)
                .containsExactly(Irql.PASSIVE_LEVEL, Irql.DISPATCH_LEVEL, Irql.PASSIVE_LEVEL, Irql.DISPATCH_LEVEL);
    }

    @Test
    void aLevelIsRaisedUpwardsAndLoweredToWhereItBegan() {
        KernelBench bench = new KernelBench();

        Irql before = bench.wsk.kernelCalls().raiseIrql(Irql.DISPATCH_LEVEL);
        assertThatThrownBy(() -> bench.wsk.kernelCalls().raiseIrql(Irql.APC_LEVEL))
                .isInstanceOf(IllegalArgumentException.class);
        bench.wsk.kernelCalls().lowerIrql(Irql.APC_LEVEL);
        assertThat(bench.wsk.kernelCalls().currentIrql()).isEqualTo(Irql.APC_LEVEL);
        assertThatThrownBy(() -> bench.wsk.kernelCalls().lowerIrql(Irql.DISPATCH_LEVEL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(bench.wsk.kernelCalls().currentIrql()).isEqualTo(Irql.APC_LEVEL);
        bench.wsk.kernelCalls().lowerIrql(before);

        assertThat(bench.wsk.kernelCalls().currentIrql()).isEqualTo(Irql.PASSIVE_LEVEL);
    }

    @Test
    void aCallbackCannotLowerItselfBelowItsLevel() {
        KernelBench bench = new KernelBench();
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        bench.client.onReceive.add((list, bytes, accepted) -> {
            assertThatThrownBy(() -> bench.wsk.kernelCalls().lowerIrql(Irql.PASSIVE_LEVEL))
                    .isInstanceOf(IllegalArgumentException.class);
            levels.add(bench.wsk.kernelCalls().currentIrql());
            return NtStatus.STATUS_SUCCESS;
        });

        bench.peer().peerSends("A");
        bench.run();

        assertThat(levels).containsExactly(Irql.DISPATCH_LEVEL);
    }

    @Test
    @Tag("VIO-20")
    void registeringAtDispatchIsNotedAndWorks() {
        KernelBench bench = new KernelBench();
        WskClientNpi npi = new WskClientNpi("second", null, new WskClientDispatch(WskVersion.WSK_VERSION_1_0, null));

        Irql before = bench.wsk.kernelCalls().raiseIrql(Irql.DISPATCH_LEVEL);
        boolean captured = bench.wsk.register(npi).captureProviderNpi(0).provider() != null;
        bench.wsk.kernelCalls().lowerIrql(before);

        assertThat(captured).isTrue();
        TraceAssert.assertThat(bench.log).containsTimes(1, violationFound(Violation.IRQL_TOO_HIGH));
    }

    @Test
    @Tag("THR-02")
    @Tag("THR-15")
    void aLongChainOfCallbacksAndRoutinesThatStartRequestsStaysShallow() {
        KernelBench bench = new KernelBench();
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        int rounds = 2_000;
        int[] deepest = new int[1];
        for (int i = 0; i < rounds; i++) {
            bench.client.onReceive.add((list, bytes, accepted) -> {
                deepest[0] = Math.max(deepest[0], new Throwable().getStackTrace().length);
                ClientIrp first = new ClientIrp();
                first.then(() -> bench.send(
                        socket, "y", new ClientIrp().then(() -> bench.peer().peerSends("z"))));
                bench.send(socket, "x", first);
                return NtStatus.STATUS_SUCCESS;
            });
        }

        bench.peer().peerSends("A");
        bench.run();

        assertThat(bench.client.onReceive).isEmpty();
        assertThat(bench.client.maxDepth()).isEqualTo(1);
        assertThat(deepest[0]).isLessThan(300);
    }
}
