package org.wskscope.engine.races;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.kernel.KernelWsk;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.LogInvariants;
import org.wskscope.engine.time.SystemClock;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientListenDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskProvider;
import org.wskscope.engine.wsk.WskRegistration;
import org.wskscope.engine.wsk.WskSocket;
import org.wskscope.engine.wsk.WskVersion;

/** A kernel with a log of its own for some rounds, on a transport that is used again. Peers are plain sockets of the test's thread. */
final class RaceArena {
    private static final long RECORDS = 1 << 17;

    final TraceLog log = new TraceLog(RECORDS);
    private final WskRegistration registration;
    private final WskProvider provider;
    private final ListenSocket listener;
    private final InetSocketAddress address;

    RaceArena(Transport transport) {
        KernelWsk wsk = new KernelWsk(transport, log, new SystemClock(), KernelOptions.defaults());
        registration =
                wsk.register(new WskClientNpi("race", null, new WskClientDispatch(WskVersion.WSK_VERSION_1_0, null)));
        provider = registration.captureProviderNpi(WskRegistration.WSK_NO_WAIT).provider();
        listener = listen(null);
        address = addressOf(listener);
    }

    ListenSocket listen(@Nullable WskClientListenDispatch table) {
        RaceIrp created = new RaceIrp("a socket");
        provider.socket(KernelBench.parameters(SocketCategory.LISTEN, null, table), created.irp());
        ListenSocket socket = created.success().pointer(ListenSocket.class);
        RaceIrp bound = new RaceIrp("the bind of a listener");
        socket.dispatch().bind(KernelBench.ANY_PORT, 0, bound.irp());
        bound.success();
        return socket;
    }

    static InetSocketAddress addressOf(ListenSocket socket) {
        RaceIrp irp = new RaceIrp("an address");
        socket.dispatch().getLocalAddress(irp.irp());
        return irp.success().pointer(InetSocketAddress.class);
    }

    /** A connection that exists on both sides. */
    RaceConnection connect(@Nullable WskClientConnectionDispatch table) throws IOException {
        RaceIrp accepted = new RaceIrp("a connection");
        listener.dispatch().accept(0, null, table, accepted.irp());
        SocketChannel peer = SocketChannel.open(address);
        return new RaceConnection(accepted.success().pointer(ConnectionSocket.class), peer);
    }

    static void enable(WskSocket socket, WskEvent event) {
        NtStatus status = socket.dispatch().controlSocket(ControlParameters.eventCallback(EventMask.of(event)), null);
        if (!status.isSuccess()) {
            throw new AssertionError("enabling " + event + " ended with " + status);
        }
    }

    static RaceIrp close(WskSocket socket) {
        RaceIrp closed = new RaceIrp("a close");
        socket.dispatch().closeSocket(closed.irp());
        return closed;
    }

    /** Ends the kernel and looks at the whole log. */
    void end() {
        close(listener).success();
        registration.releaseProviderNpi();
        registration.deregister();
        if (log.refused() > 0) {
            throw new AssertionError("the log is too small for the rounds");
        }
        LogInvariants.assertHold(log);
    }

    /** Both ends of one connection. */
    record RaceConnection(ConnectionSocket socket, SocketChannel peer) {
        void peerSends(int value) throws IOException {
            peer.write(ByteBuffer.wrap(new byte[] {(byte) value}));
        }
    }
}
