package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.wsk.ConnectionSocket;

/** The close IRP comes after every completion routine of its socket, also after one that has begun and not yet returned. */
@PlayedByHand("the test decides what runs between two steps")
class CloseAfterRoutinesTest {
    private final KernelBench bench = new KernelBench();

    @Test
    @Tag("API-CLO-07")
    @Tag("API-CLO-10")
    void closeWaitsForACompletionRoutineThatStillRuns() {
        ConnectionSocket socket = bench.connected();
        List<String> order = new ArrayList<>();
        ClientIrp close = new ClientIrp().then(() -> order.add("close"));
        ClientIrp receive = new ClientIrp().then(() -> {
            order.add("receive begins");
            assertThat(bench.close(socket, close)).isEqualTo(NtStatus.STATUS_PENDING);
            order.add("receive ends");
        });
        bench.receive(socket, new byte[4], receive);

        bench.peer().peerSends("x");
        bench.run();

        assertThat(order).containsExactly("receive begins", "receive ends", "close");
        assertThat(close.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.wsk.openSocketCount()).isZero();
    }
}
