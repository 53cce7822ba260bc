package org.wskscope.engine.simulation;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.chance.ChoicePoint;
import org.wskscope.engine.kernel.IrqlMode;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.kernel.KernelWsk;
import org.wskscope.engine.kernel.SeededChoices;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.peer.DatagramBurstPeer;
import org.wskscope.engine.peer.EchoClientPeer;
import org.wskscope.engine.peer.Peer;
import org.wskscope.engine.peer.ResetterPeer;
import org.wskscope.engine.peer.SenderPeer;
import org.wskscope.engine.testkit.BenchCalls;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.transport.TransportProcessor;
import org.wskscope.engine.transport.memory.MemoryNetwork;
import org.wskscope.engine.transport.memory.MemoryTransport;
import org.wskscope.engine.transport.memory.Wire;
import org.wskscope.engine.transport.memory.WriteCompletion;
import org.wskscope.engine.wsk.AcceptSocketParameters;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.DatagramIndication;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskClientDatagramDispatch;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientListenDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskClientSocketDispatch;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskProvider;
import org.wskscope.engine.wsk.WskRegistration;
import org.wskscope.engine.wsk.WskSocket;
import org.wskscope.engine.wsk.WskVersion;

/**
 * A busy session in virtual time, all of it from one seed: a kernel whose client serves, connects, changes its mind and closes at random, peers that echo, send, reset and
 * burst, on a wire that delays, cuts, loses, doubles and reorders. Owned by one thread.
 */
final class RandomTraffic {
    private static final int TURNS = 80;
    private static final long A_WHILE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final InetSocketAddress NOBODY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);

    private final SeededChoices script;
    private int picks;
    private final MemoryNetwork network;
    private final MemoryTransport kernelSide;
    private final MemoryTransport peerSide;
    private final TraceLog log = new TraceLog(1 << 17);
    private final KernelWsk wsk;
    private final WskRegistration registration;
    private final WskProvider provider;
    private final ListenSocket listener;
    private final DatagramSocket datagrams;
    private final InetSocketAddress listening;
    private final InetSocketAddress bound;
    private final List<TrafficSocket> sockets = new ArrayList<>();
    private final List<Peer> peers = new ArrayList<>();
    private final List<DatagramIndication> retained = new ArrayList<>();

    private RandomTraffic(long seed) {
        script = new SeededChoices(~seed);
        network = new MemoryNetwork(new SeededChoices(seed), wire());
        kernelSide = new MemoryTransport(network, 1 + pick(3));
        peerSide = new MemoryTransport(network, 1);
        KernelOptions options = KernelOptions.defaults().withIrqlMode(IrqlMode.RANDOM, seed);
        wsk = new KernelWsk(kernelSide, log, network.scheduler().clock(), options);
        registration = wsk.register(
                new WskClientNpi("traffic", null, new WskClientDispatch(WskVersion.WSK_VERSION_1_0, null)));
        provider = Objects.requireNonNull(
                registration.captureProviderNpi(WskRegistration.WSK_NO_WAIT).provider());
        listener = create(ListenSocket.class, SocketCategory.LISTEN, listenTable());
        datagrams = create(DatagramSocket.class, SocketCategory.DATAGRAM, datagramTable());
        listener.dispatch().bind(ANY_PORT, 0, irp());
        datagrams.dispatch().bind(ANY_PORT, 0, irp());
        network.scheduler().runFor(1);
        enable(listener, WskEvent.WSK_EVENT_ACCEPT, WskEvent.WSK_EVENT_RECEIVE, WskEvent.WSK_EVENT_DISCONNECT);
        enable(datagrams, WskEvent.WSK_EVENT_RECEIVE_FROM);
        Irp where = irp();
        listener.dispatch().getLocalAddress(where);
        listening = pointer(where, InetSocketAddress.class);
        Irp at = irp();
        datagrams.dispatch().getLocalAddress(at);
        bound = pointer(at, InetSocketAddress.class);
    }

    /** The log of the session that {@code seed} gives, sealed. */
    static TraceLog play(long seed) {
        RandomTraffic traffic = new RandomTraffic(seed);
        for (int turn = 0; turn < TURNS; turn++) {
            traffic.act();
            traffic.network.scheduler().runFor(traffic.pick(3_000_000));
        }
        traffic.end();
        return traffic.log;
    }

    int pick(int options) {
        return options < 2 ? 0 : script.choose(ChoicePoint.NEXT_ITEM, 0, picks++, options);
    }

    private Wire wire() {
        return Wire.IDEAL
                .withLatency(pick(50_000), 50_000 + pick(2_000_000))
                .withDatagramFaults(pick(200), pick(200), pick(300))
                .withSegments(1 + pick(100), 101 + pick(3_000))
                .withWindows(500 + pick(50_000), 500 + pick(50_000))
                .withSendCompletion(pick(2) == 0 ? WriteCompletion.ACKNOWLEDGED : WriteCompletion.HANDED_OVER)
                .withIdealBacklog(pick(2) == 0 ? 0 : 1_000 + pick(10_000));
    }

    private void act() {
        int which = pick(16);
        if (which < 5) {
            startPeer(which);
        } else if (which < 7) {
            connect();
        } else if (which == 7 && !retained.isEmpty()) {
            datagrams.dispatch().release(retained.remove(pick(retained.size())));
        } else if (which == 8 && !peers.isEmpty()) {
            peers.get(pick(peers.size())).stop(TransportCompletion.NONE);
        } else if (!sockets.isEmpty()) {
            sockets.get(pick(sockets.size())).act();
        }
    }

    private void startPeer(int kind) {
        TransportProcessor processor = peerSide.processor(0);
        Peer peer = switch (kind) {
            case 0, 1 ->
                new EchoClientPeer(
                        peerSide,
                        processor,
                        new EchoClientPeer.Options(listening, 1 + pick(8_000), 1 + pick(5), pick(2) * 200_000L));
            case 2 ->
                new SenderPeer(
                        peerSide,
                        processor,
                        network.scheduler().clock(),
                        new SenderPeer.Options(listening, 1 + pick(3_000), 1_000 + pick(9_000), 1 + pick(20), 1 << 16));
            case 3 -> new ResetterPeer(peerSide, processor, new ResetterPeer.Options(listening, pick(30_000)));
            default ->
                new DatagramBurstPeer(
                        peerSide,
                        processor,
                        new DatagramBurstPeer.Options(bound, 1 + pick(20), pick(1_200), pick(2) == 0));
        };
        peer.start();
        peers.add(peer);
    }

    /** The client connects to its own listener, to one nobody hears, or away from both. */
    private void connect() {
        TrafficSocket socket = new TrafficSocket(this);
        Irp connected = new Irp(done -> {
            if (done.ioStatus() != null && done.ioStatus().pointer() instanceof ConnectionSocket connection) {
                socket.take(connection);
                sockets.add(socket);
            }
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        });
        provider.socketConnect(
                BenchCalls.parameters(SocketCategory.CONNECTION, null, socket.table),
                ANY_PORT,
                pick(5) == 0 ? NOBODY : listening,
                connected);
        if (pick(6) == 0) {
            network.scheduler().runFor(pick(200_000));
            connected.cancel();
        }
    }

    private WskClientListenDispatch listenTable() {
        return new WskClientListenDispatch(
                (context, flags, local, remote, accepted, parameters) -> accepted(accepted, parameters), null, null);
    }

    private NtStatus accepted(@Nullable ConnectionSocket accepted, AcceptSocketParameters parameters) {
        if (accepted == null || pick(8) == 0) {
            return NtStatus.STATUS_REQUEST_NOT_ACCEPTED;
        }
        TrafficSocket socket = new TrafficSocket(this);
        socket.take(accepted);
        sockets.add(socket);
        parameters.set(null, socket.table);
        return NtStatus.STATUS_SUCCESS;
    }

    private WskClientDatagramDispatch datagramTable() {
        return new WskClientDatagramDispatch((context, flags, list) -> {
            if (list == null) {
                return NtStatus.STATUS_SUCCESS;
            }
            if (pick(3) == 0) {
                retained.add(list);
                return NtStatus.STATUS_PENDING;
            }
            datagrams().dispatch().sendTo(WskBuf.of(new byte[pick(900)]), 0, list.remoteAddress(), irp());
            return NtStatus.STATUS_SUCCESS;
        });
    }

    private DatagramSocket datagrams() {
        return datagrams;
    }

    /** Everything is given back and closed; a session that cannot be ended is a defect. */
    private void end() {
        peers.forEach(peer -> peer.stop(TransportCompletion.NONE));
        network.scheduler().runFor(A_WHILE_NANOS);
        sockets.forEach(TrafficSocket::close);
        retained.forEach(datagrams.dispatch()::release);
        listener.dispatch().closeSocket(irp());
        network.scheduler().runFor(A_WHILE_NANOS);
        // Who was accepted or connected while the others closed.
        sockets.forEach(TrafficSocket::close);
        datagrams.dispatch().closeSocket(irp());
        network.scheduler().runFor(A_WHILE_NANOS);
        if (wsk.openSocketCount() != 0 || !network.scheduler().isIdle()) {
            throw new AssertionError(wsk.openSocketCount() + " sockets do not close");
        }
        registration.releaseProviderNpi();
        registration.deregister();
        peerSide.close();
        kernelSide.close();
        log.seal(new TraceStamp()
                .set(network.scheduler().clock().nanoTime(), -1, Irql.PASSIVE_LEVEL, RecordHead.NO_CAUSE));
    }

    private <S extends WskSocket> S create(Class<S> type, SocketCategory category, WskClientSocketDispatch table) {
        Irp created = irp();
        provider.socket(BenchCalls.parameters(category, null, table), created);
        return pointer(created, type);
    }

    private static void enable(WskSocket socket, WskEvent... events) {
        socket.dispatch().controlSocket(ControlParameters.eventCallback(EventMask.of(events)), null);
    }

    private static <T> T pointer(Irp irp, Class<T> type) {
        return type.cast(
                Objects.requireNonNull(Objects.requireNonNull(irp.ioStatus()).pointer()));
    }

    private static Irp irp() {
        return new Irp(done -> NtStatus.STATUS_MORE_PROCESSING_REQUIRED);
    }
}
