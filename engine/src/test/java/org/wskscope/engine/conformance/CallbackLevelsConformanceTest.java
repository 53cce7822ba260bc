package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE_FROM;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_SEND_BACKLOG;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wskscope.engine.kernel.IrqlMode;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.Benches;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.PeerEnd;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.KernelCalls;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskClientDatagramDispatch;
import org.wskscope.engine.wsk.WskClientListenDispatch;

/** The level as the callbacks of all categories see it and are told of it (sections 3 and 5.1). */
@Tag("C-34")
@OnEveryNetwork
class CallbackLevelsConformanceTest {
    private static final int AT_DISPATCH_LEVEL = 0x8;
    private static final int HAS_NO_FLAGS = 0;

    @AutoClose
    private final Benches benches;

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Queue<InspectAction> answers =
            new ArrayDeque<>(List.of(InspectAction.WskInspectAccept, InspectAction.WskInspectPend));

    CallbackLevelsConformanceTest(Network network) {
        benches = new Benches(network);
    }

    private NtStatus see(KernelCalls calls, WskCallback callback, int flags) {
        seen.add(new Seen(callback, calls.currentIrql(), (flags & AT_DISPATCH_LEVEL) != 0));
        return NtStatus.STATUS_SUCCESS;
    }

    private void notifyOfAConnectionAndOfAnAbort(NetworkBench bench) {
        KernelCalls calls = bench.wsk.kernelCalls();
        ListenSocket listener = bench.create(
                ListenSocket.class,
                SocketCategory.LISTEN,
                new WskClientListenDispatch(
                        (context, flags, local, remote, accepted, parameters) -> {
                            parameters.set(null, null);
                            return see(calls, WskCallback.ACCEPT, flags.bits());
                        },
                        (context, local, remote, id) -> {
                            see(calls, WskCallback.INSPECT, HAS_NO_FLAGS);
                            return answers.remove();
                        },
                        (context, id) -> see(calls, WskCallback.ABORT, HAS_NO_FLAGS)));
        assertThat(bench.conditionalAccept(listener, 1)).isEqualTo(NtStatus.STATUS_SUCCESS);
        listener.dispatch().bind(NetworkBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
        bench.enable(listener, WSK_EVENT_ACCEPT);
        bench.peerConnects(listener);
        bench.run();
        PeerEnd impatient = bench.peerConnects(listener);
        bench.run();
        impatient.givesUp();
        bench.run();
    }

    private void notifyOfADatagram(NetworkBench bench) {
        KernelCalls calls = bench.wsk.kernelCalls();
        DatagramSocket socket = bench.create(
                DatagramSocket.class,
                SocketCategory.DATAGRAM,
                new WskClientDatagramDispatch(
                        (context, flags, list) -> see(calls, WskCallback.RECEIVE_FROM, flags.bits())));
        socket.dispatch().bind(NetworkBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        bench.peerDatagrams().sends(bench.localAddress(socket), "d");
        bench.run();
    }

    private void notifyOfDataABacklogAndADisconnect(NetworkBench bench) {
        KernelCalls calls = bench.wsk.kernelCalls();
        ConnectionSocket socket = bench.create(
                ConnectionSocket.class,
                SocketCategory.CONNECTION,
                new WskClientConnectionDispatch(
                        (context, flags, list, bytes, accepted) -> see(calls, WskCallback.RECEIVE, flags.bits()),
                        (context, flags) -> see(calls, WskCallback.DISCONNECT, flags.bits()),
                        (context, size) -> see(calls, WskCallback.SEND_BACKLOG, HAS_NO_FLAGS)));
        socket.dispatch().bind(NetworkBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
        socket.dispatch().connect(bench.peerAddress(), 0, new ClientIrp().irp());
        bench.run();
        bench.enable(socket, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT, WSK_EVENT_SEND_BACKLOG);
        bench.peer().sends("x");
        bench.run();
        bench.wsk.setIdealSendBacklog(socket.id(), 1);
        bench.run();
        bench.peer().finishes();
        bench.run();
    }

    @ParameterizedTest
    @CsvSource({"DISPATCH,DISPATCH_LEVEL,true", "PASSIVE,PASSIVE_LEVEL,false", "UNFLAGGED_DISPATCH,DISPATCH_LEVEL,false"
    })
    @Tag("THR-05")
    @Tag("THR-06")
    @Tag("THR-07")
    @Tag("THR-08")
    void everyCallbackRunsAtTheLevelOfTheModeAndThoseWithFlagsSaySo(IrqlMode mode, Irql level, boolean flagged) {
        NetworkBench bench = benches.open(KernelOptions.defaults().withIrqlMode(mode, 1));

        notifyOfAConnectionAndOfAnAbort(bench);
        notifyOfADatagram(bench);
        notifyOfDataABacklogAndADisconnect(bench);

        assertThat(seen)
                .containsExactly(
                        new Seen(WskCallback.INSPECT, level, false),
                        new Seen(WskCallback.ACCEPT, level, flagged),
                        new Seen(WskCallback.INSPECT, level, false),
                        new Seen(WskCallback.ABORT, level, false),
                        new Seen(WskCallback.RECEIVE_FROM, level, flagged),
                        new Seen(WskCallback.RECEIVE, level, flagged),
                        new Seen(WskCallback.SEND_BACKLOG, level, false),
                        new Seen(WskCallback.DISCONNECT, level, flagged));
    }

    /** What one callback saw of the level. */
    private record Seen(WskCallback callback, Irql level, boolean flagged) {}
}
