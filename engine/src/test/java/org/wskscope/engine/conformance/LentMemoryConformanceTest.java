package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.OnlyInMemory;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskBuf;

/** Memory lent to a pending send is WSK's until the request completes; what was changed in it is said byte by byte, in large buffers block by block. */
@OnEveryNetwork
class LentMemoryConformanceTest {
    private static final KernelOptions WATCHING = NetworkBench.UNHURRIED.withLentMemoryWatched(true);

    private final NetworkBench bench;

    LentMemoryConformanceTest(Network network) {
        bench = new NetworkBench(network, WATCHING);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private ClientIrp send(ConnectionSocket socket, WskBuf buffer) {
        ClientIrp irp = new ClientIrp();
        socket.dispatch().send(buffer, SendFlags.NONE, irp.irp());
        return irp;
    }

    /** A connection whose peer does not read, so that whatever is sent next stays pending. */
    private ConnectionSocket blocked() {
        ConnectionSocket socket = bench.connected();
        bench.sendMoreThanFits(socket);
        return socket;
    }

    private void flow() {
        bench.peer().readsAgain();
        bench.run();
    }

    private List<TraceRecord.ViolationFound> violations() {
        return TraceAssert.records(bench.log, TraceRecord.ViolationFound.class);
    }

    @Test
    @Tag("API-IRP-09")
    @Tag("VIO-09")
    void theBytesThatChangedAreNamed() {
        ConnectionSocket socket = blocked();
        byte[] buffer = new byte[100];
        ClientIrp irp = send(socket, WskBuf.of(buffer));

        buffer[10] = 1;
        buffer[12] = 1;
        flow();

        assertThat(irp.isCompleted()).isTrue();
        assertThat(violations()).hasSize(1).allSatisfy(found -> {
            assertThat(found.violation()).isEqualTo(Violation.IRP_REUSED_WHILE_PENDING);
            assertThat(found.firstByte()).isEqualTo(10);
            assertThat(found.endByte()).isEqualTo(13);
            assertThat(bench.log.read(found.about())).isInstanceOf(TraceRecord.FunctionCalled.class);
        });
    }

    @Test
    @Tag("API-IRP-09")
    void inALargeBufferTheBlockIsNamed() {
        ConnectionSocket socket = blocked();
        byte[] buffer = new byte[100_000];
        send(socket, WskBuf.of(buffer));

        buffer[99_900] = 1;
        flow();

        assertThat(violations()).hasSize(1).allSatisfy(found -> {
            assertThat(found.firstByte()).isEqualTo(99_840);
            assertThat(found.endByte()).isEqualTo(100_000);
        });
    }

    @Test
    @Tag("API-IRP-09")
    void aChainIsWatchedFromItsOffsetOnAndOnlyAsFarAsItIsSent() {
        ConnectionSocket socket = blocked();
        byte[] first = new byte[300];
        byte[] second = new byte[300];
        Mdl chain = new Mdl(ByteBuffer.wrap(first), new Mdl(ByteBuffer.wrap(second), null));
        send(socket, new WskBuf(chain, 100, 250));

        first[99] = 1;
        second[50] = 1;
        second[49] = 1;
        flow();

        assertThat(violations()).hasSize(1).allSatisfy(found -> {
            assertThat(found.firstByte()).isEqualTo(249);
            assertThat(found.endByte()).isEqualTo(250);
        });
    }

    @Test
    @Tag("API-IRP-09")
    void movingTheLimitOfABufferDoesNotChangeWhatWasLent() {
        ConnectionSocket socket = blocked();
        ByteBuffer buffer = ByteBuffer.allocate(1_000_000);
        ClientIrp irp = send(socket, WskBuf.of(buffer));

        buffer.limit(10);
        flow();

        assertThat(irp.information()).isEqualTo(1_000_000);
        assertThat(violations()).isEmpty();
    }

    @Test
    @Tag("API-IRP-09")
    @Tag("VIO-09")
    void bytesTakenAwayAreNamedAndTheSendEndsWithoutThem() {
        ConnectionSocket socket = blocked();
        ByteBuffer buffer = ByteBuffer.allocate(1_000_000);
        ClientIrp irp = send(socket, new WskBuf(new Mdl(buffer, null), 0, 1_000_000));

        buffer.limit(10);
        flow();

        assertThat(irp.isCompleted()).isTrue();
        assertThat(violations())
                .hasSize(1)
                .allSatisfy(found -> assertThat(found.endByte()).isEqualTo(1_000_000));
    }

    @Test
    @Tag("API-IRP-09")
    void whatIsChangedAfterTheCompletionIsTheClientsOwnAffair() {
        ConnectionSocket socket = blocked();
        byte[] buffer = new byte[100];
        send(socket, WskBuf.of(buffer));
        flow();

        buffer[10] = 1;
        bench.run();

        assertThat(violations()).isEmpty();
    }

    @Test
    @Tag("API-IRP-09")
    void aCancelLooksToo() {
        ConnectionSocket socket = blocked();
        byte[] buffer = new byte[100];
        ClientIrp irp = send(socket, WskBuf.of(buffer));

        buffer[99] = 1;
        irp.irp().cancel();

        assertThat(violations())
                .hasSize(1)
                .allSatisfy(found -> assertThat(found.firstByte()).isEqualTo(99));
        flow();
    }

    @Test
    @Tag("API-IRP-09")
    @OnlyInMemory("a real datagram is gone before anybody can change it")
    void datagramsAreWatchedToo() {
        DatagramSocket socket = bench.datagrams();
        byte[] buffer = new byte[100];
        ClientIrp irp = new ClientIrp();
        socket.dispatch().sendTo(WskBuf.of(buffer), 0, bench.peerDatagrams().address(), irp.irp());

        buffer[0] = 1;
        bench.run();

        assertThat(violations())
                .hasSize(1)
                .allSatisfy(found -> assertThat(found.endByte()).isEqualTo(1));
    }
}
