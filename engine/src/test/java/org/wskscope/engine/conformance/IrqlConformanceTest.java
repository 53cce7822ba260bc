package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wskscope.engine.kernel.IrqlMode;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.testkit.Benches;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.OnlyInMemory;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ReceiveEventFlags;

/** The simulated level of callbacks (sections 3 and 5.1, C-34). */
@Tag("C-34")
@OnEveryNetwork
class IrqlConformanceTest {
    @AutoClose
    private final Benches benches;

    IrqlConformanceTest(Network network) {
        benches = new Benches(network);
    }

    @ParameterizedTest
    @CsvSource({"DISPATCH,DISPATCH_LEVEL,true", "PASSIVE,PASSIVE_LEVEL,false", "UNFLAGGED_DISPATCH,DISPATCH_LEVEL,false"
    })
    @Tag("THR-05")
    @Tag("THR-06")
    @Tag("THR-07")
    void theFlagIsSetOnlyAtDispatchAndSaysNothingWhenClear(IrqlMode mode, Irql level, boolean flagged) {
        NetworkBench bench = benches.open(KernelOptions.defaults().withIrqlMode(mode, 1));
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        bench.client.onReceive.add((list, bytes, accepted) -> {
            bench.send(socket, "from inside", new ClientIrp());
            return org.wskscope.engine.nt.NtStatus.STATUS_SUCCESS;
        });

        bench.peer().sends("A");
        bench.run();

        TraceRecord.CallbackEntered entered = TraceAssert.records(bench.log).stream()
                .filter(TraceRecord.CallbackEntered.class::isInstance)
                .map(TraceRecord.CallbackEntered.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(entered.head().irql()).isEqualTo(level);
        assertThat((entered.flags() & ReceiveEventFlags.WSK_FLAG_AT_DISPATCH_LEVEL) != 0)
                .isEqualTo(flagged);
        TraceRecord inside = bench.log.read(entered.head().sequence() + 1);
        assertThat(inside).isInstanceOf(TraceRecord.FunctionCalled.class);
        assertThat(inside.head().irql()).isEqualTo(level);
    }

    @Test
    @OnlyInMemory("each turn of a processor draws a level, and real processors take turns of their own")
    void theRandomModeUsesAllLevelsAndTheSameSeedGivesTheSameOnes() {
        String first = levels(7);

        assertThat(levels(7)).isEqualTo(first);
        assertThat(levels(8)).isNotEqualTo(first);
        Set<Irql> seen = EnumSet.noneOf(Irql.class);
        for (Irql level : Irql.values()) {
            if (first.contains(level.name())) {
                seen.add(level);
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(Irql.PASSIVE_LEVEL, Irql.DISPATCH_LEVEL);
    }

    private String levels(long seed) {
        NetworkBench bench = benches.open(KernelOptions.defaults().withIrqlMode(IrqlMode.RANDOM, seed));
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        for (int i = 0; i < 30; i++) {
            bench.peer().sends("x");
            bench.run();
        }
        StringBuilder levels = new StringBuilder();
        for (TraceRecord record : TraceAssert.records(bench.log)) {
            if (record instanceof TraceRecord.CallbackEntered entered) {
                levels.append(entered.head().irql()).append(entered.flags() & 8).append(' ');
            }
        }
        return levels.toString();
    }
}
