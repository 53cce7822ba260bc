package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.kernel.SendCompletion;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.WskBuf;

/** A send may be over before its function returns, and a driver has to cope with both (C-45). */
@OnEveryNetwork
class SendCompletionConformanceTest {
    private final NetworkBench bench;

    SendCompletionConformanceTest(Network network) {
        bench = new NetworkBench(network);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static KernelOptions when(SendCompletion completion) {
        return NetworkBench.UNHURRIED.withSendCompletion(completion, 1);
    }

    private static NtStatus send(ConnectionSocket socket, int bytes, ClientIrp irp) {
        return socket.dispatch().send(WskBuf.of(new byte[bytes]), SendFlags.NONE, irp.irp());
    }

    @Test
    @Tag("C-45")
    @Tag("API-IRP-03")
    @Tag("API-IRP-07")
    void inlineTheRoutineRunsBeforeTheCallReturns() {
        NetworkBench inline = bench.another(when(SendCompletion.INLINE));
        ConnectionSocket socket = inline.connected();
        byte[] buffer = {'A'};
        ClientIrp irp = new ClientIrp();

        NtStatus answer = socket.dispatch().send(WskBuf.of(buffer), SendFlags.NONE, irp.irp());
        boolean ran = irp.isCompleted();
        buffer[0] = 'B';
        inline.run();

        assertThat(answer).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(ran).isTrue();
        assertThat(irp.pendingReturned()).isFalse();
        assertThat(irp.information()).isEqualTo(1);
        assertThat(inline.peer().received())
                .as("the memory was the client's again")
                .isEqualTo("A");
    }

    @Test
    @Tag("C-45")
    void inlineASendTheTransportHasNoRoomForPends() {
        NetworkBench inline = bench.another(when(SendCompletion.INLINE));
        ConnectionSocket socket = inline.connected();
        inline.sendMoreThanFits(socket);

        assertThat(send(socket, 1, new ClientIrp())).isEqualTo(NtStatus.STATUS_PENDING);
        inline.peer().readsAgain();
        inline.run();
        assertThat(inline.peer().receivedBytes()).isEqualTo(NetworkBench.MORE_THAN_FITS + 1);
    }

    @Test
    @Tag("C-45")
    void idealASendIsOverAtOnceWithinTheIdealBacklog() {
        NetworkBench ideal = bench.another(when(SendCompletion.IDEAL).withIdealSendBacklogBytes(1_000));
        ConnectionSocket socket = ideal.connected();

        assertThat(send(socket, 1_000, new ClientIrp())).isEqualTo(NtStatus.STATUS_SUCCESS);
        ideal.run();
        assertThat(send(socket, 1_001, new ClientIrp())).isEqualTo(NtStatus.STATUS_PENDING);
        ideal.run();
        assertThat(ideal.peer().receivedBytes()).isEqualTo(2_001);
    }

    @Test
    @Tag("C-45")
    void byChanceBothHappenAndTheSeedDecides() {
        List<NtStatus> first = answers();

        assertThat(first).contains(NtStatus.STATUS_SUCCESS, NtStatus.STATUS_PENDING);
        assertThat(answers()).isEqualTo(first);
    }

    private List<NtStatus> answers() {
        NetworkBench chance = bench.another(when(SendCompletion.CHANCE));
        ConnectionSocket socket = chance.connected();
        List<NtStatus> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            answers.add(send(socket, 1, new ClientIrp()));
            chance.run();
        }
        assertThat(chance.peer().receivedBytes()).isEqualTo(20);
        return answers;
    }

    @Test
    @Tag("C-45")
    void usuallyASendPends() {
        assertThat(send(bench.connected(), 1, new ClientIrp())).isEqualTo(NtStatus.STATUS_PENDING);
        bench.run();
    }
}
