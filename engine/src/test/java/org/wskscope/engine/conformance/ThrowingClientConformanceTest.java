package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.RecordMatchers;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.logging.ExpectLog;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskEvent;

/** Client code may throw anything, also what it did not declare: that is noted and harms nobody else. */
@OnEveryNetwork
class ThrowingClientConformanceTest {
    private final NetworkBench bench;

    ThrowingClientConformanceTest(Network network) {
        bench = new NetworkBench(network);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> NtStatus sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    @Tag("VIO-06")
    @Tag("EVT-GEN-12")
    @ExpectLog("CallbackPump: WskReceiveEvent of socket .* threw; treated as an unknown return")
    void aCheckedExceptionOutOfACallbackIsAnUnknownReturn() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WskEvent.WSK_EVENT_RECEIVE);
        bench.client.onReceive.add((list, bytes, accepted) ->
                ThrowingClientConformanceTest.<RuntimeException>sneak(new IOException("thrown on purpose by a test")));

        bench.peer().sends("A");
        bench.run();
        bench.peer().sends("B");
        bench.run();

        TraceAssert.assertThat(bench.log)
                .containsInOrder(RecordMatchers.violationFound(Violation.RETURN_OUTSIDE_PERMITTED_SET));
        assertThat(bench.client.calls).as("the connection goes on").endsWith("receive B");
    }

    @Test
    @Tag("VIO-06")
    @ExpectLog("IrpFinisher: The completion routine of IRP .* threw; its socket goes on")
    void aCheckedExceptionOutOfACompletionRoutineIsNotedAndTheSocketGoesOn() {
        ConnectionSocket socket = bench.connected();
        Irp throwing = new Irp(irp ->
                ThrowingClientConformanceTest.<RuntimeException>sneak(new IOException("thrown on purpose by a test")));

        socket.dispatch().send(WskBuf.of("A"), SendFlags.NONE, throwing);
        ClientIrp next = new ClientIrp();
        bench.send(socket, "B", next);
        bench.run();

        TraceAssert.assertThat(bench.log)
                .containsInOrder(RecordMatchers.violationFound(Violation.RETURN_OUTSIDE_PERMITTED_SET));
        assertThat(next.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.peer().received()).isEqualTo("AB");
    }
}
