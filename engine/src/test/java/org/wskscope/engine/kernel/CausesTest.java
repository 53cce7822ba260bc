package org.wskscope.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskFunction;

/** Whoever asks why a function was called is led to the client code that called it. */
class CausesTest {
    private final KernelBench bench = new KernelBench();
    private final ConnectionSocket socket = bench.connected();

    private TraceRecord causeOf(WskFunction function) {
        TraceRecord.FunctionCalled call = TraceAssert.records(bench.log).stream()
                .filter(TraceRecord.FunctionCalled.class::isInstance)
                .map(TraceRecord.FunctionCalled.class::cast)
                .filter(record -> record.function() == function)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        assertThat(call.head().cause()).isNotEqualTo(RecordHead.NO_CAUSE);
        return bench.log.read(call.head().cause());
    }

    @Test
    void aFunctionCalledInACallbackIsCalledBecauseOfTheCallback() {
        bench.enable(socket, WSK_EVENT_RECEIVE);
        bench.client.onReceive.add((list, bytes, accepted) -> {
            bench.send(socket, "answer", new ClientIrp());
            return NtStatus.STATUS_SUCCESS;
        });

        bench.peer().peerSends("question");
        bench.run();

        assertThat(causeOf(WskFunction.WSK_SEND)).isInstanceOf(TraceRecord.CallbackEntered.class);
    }

    @Test
    void aFunctionCalledInACompletionRoutineIsCalledBecauseOfTheCompletion() {
        ClientIrp send = new ClientIrp().then(() -> bench.receive(socket, new byte[1], new ClientIrp()));

        bench.send(socket, "x", send);
        bench.run();

        assertThat(causeOf(WskFunction.WSK_RECEIVE))
                .isInstanceOfSatisfying(
                        TraceRecord.IrpCompleted.class,
                        completed -> assertThat(completed.function()).isEqualTo(WskFunction.WSK_SEND));
    }

    @Test
    void whatAThreadCallsOnBehalfOfARecordIsCalledBecauseOfItAndNothingAfterwards() {
        long[] errands = {3, 4};

        bench.wsk.onBehalfOf(errands[0], () -> {
            bench.wsk.onBehalfOf(errands[1], () -> bench.send(socket, "x", new ClientIrp()));
            return bench.create(ConnectionSocket.class, SocketCategory.CONNECTION, bench.client.connectionTable);
        });
        bench.receive(socket, new byte[1], new ClientIrp());

        assertThat(causeOf(WskFunction.WSK_SEND).head().sequence()).isEqualTo(errands[1]);
        assertThat(causeOf(WskFunction.WSK_SOCKET).head().sequence()).isEqualTo(errands[0]);
        assertThat(TraceAssert.records(bench.log).stream()
                        .filter(record -> record instanceof TraceRecord.FunctionCalled call
                                && call.function() == WskFunction.WSK_RECEIVE)
                        .map(record -> record.head().cause()))
                .containsExactly(RecordHead.NO_CAUSE);
    }
}
