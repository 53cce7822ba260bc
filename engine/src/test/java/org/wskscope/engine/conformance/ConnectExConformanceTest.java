package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.record;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.OnlyInMemory;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.StreamSocket;
import org.wskscope.engine.wsk.WskBuf;

/** The WDK page nc-wsk-pfn_wsk_connect_ex. */
@OnEveryNetwork
class ConnectExConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    ConnectExConformanceTest(Network network) {
        bench = new NetworkBench(network);
    }

    @Test
    void theDataGoesOutBeforeWhatIsSentInsideTheCompletionRoutineAndLater() {
        ConnectionSocket socket = bench.bound();
        ClientIrp later = new ClientIrp();
        ClientIrp connecting = new ClientIrp().then(() -> bench.send(socket, "later", later));

        NtStatus answer = socket.dispatch().connectEx(bench.peerAddress(), WskBuf.of("first "), 0, connecting.irp());
        bench.run();

        assertThat(answer).isEqualTo(NtStatus.STATUS_PENDING);
        assertThat(connecting.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(connecting.information()).isEqualTo(6);
        assertThat(later.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.peer().received()).isEqualTo("first later");
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        record(TraceRecord.SocketConnected.class),
                        record(TraceRecord.BytesSent.class),
                        record(TraceRecord.IrpCompleted.class));
    }

    @Test
    void withoutDataItIsAConnect() {
        ConnectionSocket socket = bench.bound();
        ClientIrp connecting = new ClientIrp();

        socket.dispatch().connectEx(bench.peerAddress(), null, 0, connecting.irp());
        bench.run();

        assertThat(connecting.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(connecting.information()).isZero();
        assertThat(bench.peer().received()).isEmpty();
    }

    @Test
    @Tag("API-SCK-16")
    void oneByteMoreThanFitsIsAnOverflowAndTheSocketStaysBound() {
        ConnectionSocket socket = bench.bound();
        ClientIrp tooMuch = new ClientIrp();
        ClientIrp full = new ClientIrp();

        NtStatus answer =
                socket.dispatch().connectEx(bench.peerAddress(), WskBuf.of(new byte[65_536]), 0, tooMuch.irp());
        socket.dispatch().connectEx(bench.peerAddress(), WskBuf.of(new byte[65_535]), 0, full.irp());
        bench.run();

        assertThat(answer).isEqualTo(NtStatus.STATUS_BUFFER_OVERFLOW);
        assertThat(tooMuch.status()).isEqualTo(NtStatus.STATUS_BUFFER_OVERFLOW);
        assertThat(tooMuch.completions()).isEqualTo(1);
        assertThat(full.information()).isEqualTo(65_535);
    }

    @Test
    @Tag("API-SCK-15")
    void reservedFlagsAreRefused() {
        ConnectionSocket socket = bench.bound();
        ClientIrp irp = new ClientIrp();

        assertThat(socket.dispatch().connectEx(bench.peerAddress(), WskBuf.of("x"), 1, irp.irp()))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
    }

    @Test
    @Tag("C-36")
    void aRefusedConnectSendsNothingAndMayBeTriedAgain() {
        ConnectionSocket socket = bench.bound();
        ClientIrp refused = new ClientIrp();
        socket.dispatch().connectEx(bench.localAddress(bench.bound()), WskBuf.of("lost"), 0, refused.irp());
        bench.run();
        ClientIrp again = new ClientIrp();

        socket.dispatch().connectEx(bench.peerAddress(), WskBuf.of("kept"), 0, again.irp());
        bench.run();

        assertThat(refused.status()).isEqualTo(NtStatus.STATUS_CONNECTION_REFUSED);
        assertThat(refused.information()).isZero();
        assertThat(again.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.peer().received()).isEqualTo("kept");
    }

    @Test
    @Tag("API-CLO-01")
    @OnlyInMemory("real sockets may be connected before the next call")
    void closingWhileConnectingCancelsItOnce() {
        ConnectionSocket socket = bench.bound();
        ClientIrp connecting = new ClientIrp();
        socket.dispatch().connectEx(bench.peerAddress(), WskBuf.of("never"), 0, connecting.irp());

        bench.close(socket, new ClientIrp());
        bench.run();

        assertThat(connecting.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(connecting.completions()).isEqualTo(1);
        TraceAssert.assertThat(bench.log).containsNone(record(TraceRecord.BytesSent.class));
    }

    @Test
    @Tag("API-SCK-05")
    void aStreamSocketBecomesAConnectionByIt() {
        StreamSocket socket = bench.create(StreamSocket.class, SocketCategory.STREAM, null);
        socket.dispatch().bind(NetworkBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
        ClientIrp connecting = new ClientIrp();

        socket.dispatch().connectEx(bench.peerAddress(), WskBuf.of("hello"), 0, connecting.irp());
        bench.run();

        assertThat(connecting.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.peer().received()).isEqualTo("hello");
        assertThat(socket.dispatch().listen(new ClientIrp().irp())).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
    }
}
