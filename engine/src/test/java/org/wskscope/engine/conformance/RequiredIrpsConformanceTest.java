package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.record;
import static org.wskscope.engine.testkit.RecordMatchers.violationFound;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.DisconnectFlags;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.InspectId;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.StreamSocket;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskBufList;
import org.wskscope.engine.wsk.WskProviderDatagramDispatch;
import org.wskscope.engine.wsk.WskSocketParameters;

/** The WDK page using-irps-with-winsock-kernel-functions: every function that takes an IRP needs one, and one that is ready. */
@OnEveryNetwork
class RequiredIrpsConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    RequiredIrpsConformanceTest(Network network) {
        bench = new NetworkBench(network);
    }

    private void assertRefusedWithoutEffect(List<NtStatus> answers, long before) {
        bench.run();
        assertThat(answers).containsOnly(NtStatus.STATUS_INVALID_PARAMETER);
        TraceAssert.assertThatFrom(bench.log, before)
                .containsNone(
                        record(TraceRecord.SocketStateChanged.class),
                        record(TraceRecord.SocketCreated.class),
                        record(TraceRecord.IrpPended.class),
                        record(TraceRecord.IrpCompleted.class));
    }

    @Test
    @Tag("API-IRP-10")
    @Tag("C-33")
    void noFunctionOfAConnectionDoesAnythingWithoutIrp() {
        ConnectionSocket created = bench.create(ConnectionSocket.class, SocketCategory.CONNECTION, null);
        ConnectionSocket bound = bench.bound();
        ConnectionSocket connected = bench.connected();
        long before = bench.log.size();

        List<NtStatus> answers = List.of(
                created.dispatch().bind(NetworkBench.ANY_PORT, 0, null),
                bound.dispatch().connect(bench.peerAddress(), 0, null),
                bound.dispatch().connectEx(bench.peerAddress(), null, 0, null),
                bound.dispatch().getLocalAddress(null),
                connected.dispatch().getRemoteAddress(null),
                connected.dispatch().send(WskBuf.of("x"), SendFlags.NONE, null),
                connected.dispatch().receive(WskBuf.of(new byte[1]), ReceiveFlags.NONE, null),
                connected.dispatch().disconnect(null, DisconnectFlags.GRACEFUL, null),
                connected.dispatch().closeSocket(null));

        assertRefusedWithoutEffect(answers, before);
        assertThat(bench.peer().received()).isEmpty();
        assertThat(bench.peer().sawFin()).isFalse();
    }

    @Test
    @Tag("API-IRP-10")
    @Tag("C-33")
    void noFunctionOfAListenerADatagramSocketOrAStreamSocketDoesAnythingWithoutIrp() {
        ListenSocket listener = bench.listening();
        WskProviderDatagramDispatch datagrams = bench.datagrams().dispatch();
        StreamSocket stream = bench.create(StreamSocket.class, SocketCategory.STREAM, null);
        stream.dispatch().bind(NetworkBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
        long before = bench.log.size();

        List<NtStatus> answers = List.of(
                listener.dispatch().accept(0, null, null, null),
                listener.dispatch().inspectComplete(new InspectId(1, 1), InspectAction.WskInspectAccept, null),
                listener.dispatch().getLocalAddress(null),
                datagrams.sendTo(WskBuf.of("x"), 0, bench.peerAddress(), null),
                datagrams.sendMessages(WskBufList.of(WskBuf.of("x")), 0, bench.peerAddress(), null),
                datagrams.receiveFrom(WskBuf.of(new byte[1]), 0, null),
                stream.dispatch().listen(null),
                stream.dispatch().accept(0, null, null, null));

        assertRefusedWithoutEffect(answers, before);
    }

    @Test
    @Tag("API-IRP-10")
    @Tag("C-33")
    void noSocketIsCreatedAndNoNameLookedUpWithoutIrp() {
        WskSocketParameters connection = NetworkBench.parameters(SocketCategory.CONNECTION, null, null);
        long before = bench.log.size();

        List<NtStatus> answers = List.of(
                bench.provider.socket(connection, null),
                bench.provider.socketConnect(connection, NetworkBench.ANY_PORT, bench.peerAddress(), null),
                bench.provider.getAddressInfo("127.0.0.1", null, 0, null, null),
                bench.provider.getNameInfo(bench.peerAddress(), 0, null));

        assertRefusedWithoutEffect(answers, before);
        assertThat(bench.wsk.openSocketCount()).isZero();
    }

    @Test
    @Tag("API-IRP-05")
    void aCompletedIrpIsTakenAgainOnlyAfterItWasMadeReady() {
        DatagramSocket socket = bench.datagrams();
        ClientIrp irp = new ClientIrp();
        socket.dispatch().getLocalAddress(irp.irp());
        assertThat(irp.completions()).isEqualTo(1);

        NtStatus tooSoon = socket.dispatch().getLocalAddress(irp.irp());
        assertThat(irp.completions()).isEqualTo(1);
        irp.irp().reuse();
        NtStatus again = socket.dispatch().getLocalAddress(irp.irp());

        assertThat(tooSoon).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(again).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.completions()).isEqualTo(2);
        TraceAssert.assertThat(bench.log).containsTimes(1, violationFound(Violation.IRP_REUSED_WHILE_PENDING));
    }
}
