package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.WskBuf;

/** {@code WskConnectEx} while its data is stuck, which no network does with so few bytes. */
@PlayedByHand("64 KiB always fit on the way")
class ConnectExByHandTest {
    private final KernelBench bench = new KernelBench();

    @Test
    @Tag("C-02")
    void aPeerThatResetsBeforeTakingTheDataEndsTheRequestWithTheReset() {
        ConnectionSocket socket = bench.bound();
        ClientIrp connecting = new ClientIrp();
        bench.peer().holdWrites();
        socket.dispatch().connectEx(KernelBench.PEER, WskBuf.of("stuck"), 0, connecting.irp());
        bench.run();
        assertThat(connecting.isCompleted()).isFalse();

        bench.peer().peerResets();
        bench.run();

        assertThat(connecting.status()).isEqualTo(NtStatus.STATUS_CONNECTION_RESET);
    }
}
