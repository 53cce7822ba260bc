package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DisconnectFlags;

/** Whether close tells the transport to reset a connection or to let it end in order: behind its own FIN no peer could tell the two apart (FID-7). */
@PlayedByHand("the test looks at what the transport was told")
class CloseOnTheTransportTest {
    private final KernelBench bench = new KernelBench();
    private final ConnectionSocket socket = bench.connected();

    /** How far the connection came apart before the close. */
    enum Before {
        CONNECTED,
        FINISHED_HERE,
        FINISHED_BY_THE_PEER,
        FINISHED_ON_BOTH_SIDES,
        FIN_STILL_ON_ITS_WAY
    }

    private void finish() {
        socket.dispatch().disconnect(null, DisconnectFlags.GRACEFUL, new ClientIrp().irp());
        bench.run();
    }

    private void peerFinishes() {
        bench.peer().peerFinishes();
        bench.run();
    }

    private void comeApart(Before before) {
        switch (before) {
            case CONNECTED -> {}
            case FINISHED_HERE -> finish();
            case FINISHED_BY_THE_PEER -> peerFinishes();
            case FINISHED_ON_BOTH_SIDES -> {
                finish();
                peerFinishes();
            }
            case FIN_STILL_ON_ITS_WAY -> {
                peerFinishes();
                bench.peer().holdWrites();
                finish();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECTED,true",
        "FINISHED_HERE,true",
        "FINISHED_BY_THE_PEER,true",
        "FINISHED_ON_BOTH_SIDES,false",
        "FIN_STILL_ON_ITS_WAY,true"
    })
    @Tag("API-CLO-06")
    void onlyWhatIsFinishedOnBothSidesEndsInOrder(Before before, boolean reset) {
        comeApart(before);

        assertThat(bench.close(socket, new ClientIrp())).isEqualTo(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(bench.peer().isReset()).isEqualTo(reset);
        assertThat(bench.peer().isClosed()).isEqualTo(!reset);
    }
}
