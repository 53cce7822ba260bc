package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.ControlCode.IPPROTO_TCP;
import static org.wskscope.engine.wsk.ControlCode.SOL_SOCKET;
import static org.wskscope.engine.wsk.ControlCode.SO_BROADCAST;
import static org.wskscope.engine.wsk.ControlCode.SO_EXCLUSIVEADDRUSE;
import static org.wskscope.engine.wsk.ControlCode.SO_KEEPALIVE;
import static org.wskscope.engine.wsk.ControlCode.SO_RCVBUF;
import static org.wskscope.engine.wsk.ControlCode.SO_REUSEADDR;
import static org.wskscope.engine.wsk.ControlCode.TCP_NODELAY;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.BasicSocket;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskSocket;

/** What was set is what is read, and what the values of the options bring about. */
@PlayedByHand("the test looks at what the transport was told")
class OptionValuesConformanceTest {
    private final KernelBench bench = new KernelBench();

    private NtStatus set(WskSocket socket, int code, int value) {
        return bench.setOption(socket, code, value, new ClientIrp().irp());
    }

    private int get(WskSocket socket, int code) {
        return bench.getOption(socket, SOL_SOCKET, code);
    }

    @ParameterizedTest
    @ValueSource(ints = {SO_REUSEADDR, SO_EXCLUSIVEADDRUSE, SO_BROADCAST})
    void aSwitchIsOffUntilItIsTurnedOnAndOffAgainAfterwards(int code) {
        DatagramSocket socket = bench.create(DatagramSocket.class, SocketCategory.DATAGRAM, null);
        DatagramSocket untouched = bench.create(DatagramSocket.class, SocketCategory.DATAGRAM, null);
        assertThat(get(socket, code)).isZero();

        assertThat(set(socket, code, 7)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(get(socket, code)).isEqualTo(1);
        assertThat(get(untouched, code)).isZero();
        assertThat(set(socket, code, 0)).isEqualTo(NtStatus.STATUS_SUCCESS);

        assertThat(get(socket, code)).isZero();
    }

    @Test
    void oneSwitchIsNotTheOther() {
        DatagramSocket socket = bench.create(DatagramSocket.class, SocketCategory.DATAGRAM, null);

        set(socket, SO_EXCLUSIVEADDRUSE, 1);

        assertThat(get(socket, SO_EXCLUSIVEADDRUSE)).isEqualTo(1);
        assertThat(get(socket, SO_REUSEADDR)).isZero();
        assertThat(get(socket, SO_BROADCAST)).isZero();
    }

    @Test
    @Tag("C-33")
    void aReceiveBufferHasAtLeastOneByte() {
        ConnectionSocket socket = bench.connected();

        assertThat(set(socket, SO_RCVBUF, 0)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(set(socket, SO_RCVBUF, -1)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(get(socket, SO_RCVBUF)).isEqualTo(65_536);
        assertThat(set(socket, SO_RCVBUF, 1)).isEqualTo(NtStatus.STATUS_SUCCESS);

        assertThat(get(socket, SO_RCVBUF)).isEqualTo(1);
    }

    @Test
    void aLargerReceiveBufferLetsReadingGoOn() {
        ConnectionSocket socket = bench.connected();
        set(socket, SO_RCVBUF, 10);
        bench.peer().peerSends("0123456789");
        bench.run();
        bench.peer().peerSends("more");
        bench.run();
        assertThat(bench.receiveBacklog(socket)).isEqualTo(10);

        set(socket, SO_RCVBUF, 100);
        bench.run();

        assertThat(bench.receiveBacklog(socket)).isEqualTo(14);
    }

    @Test
    void smallWritesThatMayBeDelayedAreKnownToTheTransportFromTheBindOn() {
        ConnectionSocket socket =
                bench.create(ConnectionSocket.class, SocketCategory.CONNECTION, bench.client.connectionTable);
        bench.setOption(socket, IPPROTO_TCP, TCP_NODELAY, 0, new ClientIrp().irp());

        socket.dispatch().bind(KernelBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();

        assertThat(bench.peer().isNoDelay()).isFalse();
        assertThat(bench.peer().isKeptAlive()).isFalse();
    }

    @Test
    @Tag("CTL-INH-11")
    void anAcceptedConnectionMayDelaySmallWritesWhenItsListenerSaysSo() {
        ListenSocket listener = bench.listening();
        bench.setOption(listener, IPPROTO_TCP, TCP_NODELAY, 0, new ClientIrp().irp());
        set(listener, SO_KEEPALIVE, 1);
        listener.dispatch().accept(0, null, null, new ClientIrp().irp());

        bench.transport.listener(0).peerConnects();
        bench.run();

        assertThat(bench.peer().isNoDelay()).isFalse();
        assertThat(bench.peer().isKeptAlive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                ControlCode.SIO_WSK_QUERY_IDEAL_SEND_BACKLOG,
                ControlCode.SIO_WSK_QUERY_RECEIVE_BACKLOG,
                ControlCode.SIO_WSK_SET_REMOTE_ADDRESS,
                ControlCode.SIO_WSK_SET_SENDTO_ADDRESS,
                ControlCode.SIO_WSK_SET_TCP_SILENT_MODE
            })
    @Tag("API-OBJ-04")
    void aBasicSocketHasNothingOfWhatConnectionsAndDatagramsHave(int code) {
        BasicSocket socket = bench.create(BasicSocket.class, SocketCategory.BASIC, null);
        ClientIrp irp = new ClientIrp();

        NtStatus answer = socket.dispatch()
                .controlSocket(new ControlParameters(ControlType.WskIoctl, code, 0, 0, null, 0, null), irp.irp());

        assertThat(answer).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
    }

    @Test
    @Tag("CTL-ECB-13")
    void theLogShowsTheMaskOfAnEnableAndTheNumberOfAnOption() {
        ConnectionSocket socket = bench.connected();
        long before = bench.log.size();

        bench.enable(socket, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT);
        bench.disable(socket, WSK_EVENT_RECEIVE, null);
        set(socket, SO_RCVBUF, 4711);

        assertThat(TraceAssert.records(bench.log, TraceRecord.FunctionCalled.class))
                .filteredOn(record -> record.head().sequence() >= before)
                .extracting(TraceRecord.FunctionCalled::detail)
                .containsExactly(0xC0L, 0x8000_0040L, 4711L);
    }
}
