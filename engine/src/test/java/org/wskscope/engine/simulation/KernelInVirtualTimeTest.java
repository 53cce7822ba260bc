package org.wskscope.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.record;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.chance.FirstChoice;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.kernel.KernelWsk;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.BenchCalls;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.TestClient;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.transport.memory.MemoryNetwork;
import org.wskscope.engine.transport.memory.MemoryTransport;
import org.wskscope.engine.transport.memory.Wire;
import org.wskscope.engine.transport.memory.WriteCompletion;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.DisconnectFlags;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskClientSocketDispatch;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskProvider;
import org.wskscope.engine.wsk.WskRegistration;
import org.wskscope.engine.wsk.WskSocket;
import org.wskscope.engine.wsk.WskVersion;

/** The kernel's own classes on the network in memory, server and client in one kernel; nobody waits for real time. */
class KernelInVirtualTimeTest {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final TestClient server = new TestClient();
    private final TestClient client = new TestClient();
    private TraceLog log = new TraceLog(1 << 16);
    private MemoryNetwork network = new MemoryNetwork(new FirstChoice(), Wire.IDEAL);
    private WskProvider provider = providerOn(Wire.IDEAL);

    private WskProvider providerOn(Wire wire) {
        log = new TraceLog(1 << 16);
        network = new MemoryNetwork(new FirstChoice(), wire);
        KernelWsk wsk = new KernelWsk(
                new MemoryTransport(network, 2), log, network.scheduler().clock(), KernelOptions.defaults());
        WskRegistration registration =
                wsk.register(new WskClientNpi("both", null, new WskClientDispatch(WskVersion.WSK_VERSION_1_0, null)));
        WskProvider captured =
                registration.captureProviderNpi(WskRegistration.WSK_NO_WAIT).provider();
        assertThat(captured).isNotNull();
        return captured;
    }

    private void run() {
        assertThat(network.scheduler().runUntilIdle()).isTrue();
        server.rethrow();
        client.rethrow();
    }

    @Test
    void aServerEchoesWhatItsClientInTheSameKernelSends() {
        provider = providerOn(Wire.IDEAL.withLatency(MILLI, MILLI));
        server.onReceive.add((list, bytes, accepted) -> {
            server.acceptedSockets.get(0).dispatch().send(WskBuf.of("pong"), SendFlags.NONE, new ClientIrp().irp());
            return NtStatus.STATUS_SUCCESS;
        });
        ConnectionSocket connected = connect(listen());

        ClientIrp sent = new ClientIrp();
        connected.dispatch().send(WskBuf.of("ping"), SendFlags.NONE, sent.irp());
        long asked = network.scheduler().clock().nanoTime();
        run();

        assertThat(sent.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(server.calls).containsExactly("accept", "receive ping");
        assertThat(client.calls).containsExactly("receive pong");
        assertThat(network.scheduler().clock().nanoTime() - asked).isEqualTo(2 * MILLI);
        TraceAssert.assertThat(log).containsNone(record(TraceRecord.ViolationFound.class));
    }

    @Test
    @Tag("EVT-DIS-04")
    @Tag("EVT-DIS-05")
    void bothKindsOfDisconnectReachTheOtherSide() {
        ListenSocket listener = listen();
        ClientIrp done = new ClientIrp();
        connect(listener).dispatch().disconnect(null, DisconnectFlags.GRACEFUL, done.irp());
        run();
        connect(listener).dispatch().disconnect(null, DisconnectFlags.ABORTIVE, new ClientIrp().irp());
        run();

        assertThat(done.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(server.calls).containsExactly("accept", "disconnect graceful", "accept", "disconnect abortive");
    }

    @Test
    @Tag("API-SND-01")
    @Tag("FID-2")
    void aSendCompletesWhenTheOtherSideHasAcknowledgedIt() {
        provider = providerOn(
                Wire.IDEAL.withLatency(5 * MILLI, 5 * MILLI).withSendCompletion(WriteCompletion.ACKNOWLEDGED));
        ConnectionSocket connected = connect(listen());
        ClientIrp sent = new ClientIrp();

        connected.dispatch().send(WskBuf.of("slow"), SendFlags.NONE, sent.irp());
        network.scheduler().runFor(10 * MILLI - 1);
        assertThat(sent.isCompleted()).isFalse();
        network.scheduler().runFor(1);

        assertThat(sent.isCompleted()).isTrue();
    }

    @Test
    @Tag("EVT-BKL-01")
    @Tag("FID-4")
    void theStacksIdealBacklogReachesTheSendBacklogEvent() {
        provider = providerOn(Wire.IDEAL.withIdealBacklog(1_000));
        ConnectionSocket connected = connect(listen());

        connected.dispatch().send(WskBuf.of(new byte[4_000]), SendFlags.NONE, new ClientIrp().irp());
        run();

        assertThat(client.calls).containsExactly("backlog 2000");
    }

    @Test
    void aRefusedConnectLeavesNoSocket() {
        ClientIrp refused = new ClientIrp();
        provider.socketConnect(
                BenchCalls.parameters(SocketCategory.CONNECTION, "ctx", client.connectionTable),
                ANY_PORT,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 9),
                refused.irp());
        run();

        assertThat(refused.status()).isEqualTo(NtStatus.STATUS_CONNECTION_REFUSED);
    }

    private ListenSocket listen() {
        ListenSocket listener = create(ListenSocket.class, SocketCategory.LISTEN, server.listenTable);
        listener.dispatch().bind(ANY_PORT, 0, new ClientIrp().irp());
        run();
        enable(listener, WskEvent.WSK_EVENT_ACCEPT, WskEvent.WSK_EVENT_RECEIVE, WskEvent.WSK_EVENT_DISCONNECT);
        return listener;
    }

    private ConnectionSocket connect(ListenSocket to) {
        ClientIrp where = new ClientIrp();
        to.dispatch().getLocalAddress(where.irp());
        ClientIrp connected = new ClientIrp();
        provider.socketConnect(
                BenchCalls.parameters(SocketCategory.CONNECTION, "ctx", client.connectionTable),
                ANY_PORT,
                where.pointer(InetSocketAddress.class),
                connected.irp());
        run();
        ConnectionSocket socket = connected.pointer(ConnectionSocket.class);
        enable(socket, WskEvent.WSK_EVENT_RECEIVE, WskEvent.WSK_EVENT_DISCONNECT, WskEvent.WSK_EVENT_SEND_BACKLOG);
        return socket;
    }

    private <S extends WskSocket> S create(Class<S> type, SocketCategory category, WskClientSocketDispatch table) {
        ClientIrp irp = new ClientIrp();
        provider.socket(BenchCalls.parameters(category, "ctx", table), irp.irp());
        return irp.pointer(type);
    }

    private static void enable(WskSocket socket, WskEvent... events) {
        socket.dispatch().controlSocket(ControlParameters.eventCallback(EventMask.of(events)), null);
    }
}
