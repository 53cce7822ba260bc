package org.wskscope.engine.example;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.SimulatedSession;
import org.wskscope.engine.session.SimulatedSessionOptions;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.KernelCalls;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientListenDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskClientSocketDispatch;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskProvider;
import org.wskscope.engine.wsk.WskRegistration;
import org.wskscope.engine.wsk.WskSocket;
import org.wskscope.engine.wsk.WskSocketParameters;
import org.wskscope.engine.wsk.WskVersion;

/**
 * A client of one's own in virtual time: the code of a driver's start-up and its callbacks, on a network in memory where the same seed gives the same log. What differs
 * from {@link EchoServerExample}: functions are called on the session's thread ({@link SimulatedSession#call}), and who waits there waits by {@link
 * KernelCalls#waitFor}, because the network lives by that thread.
 */
final class VirtualTimeExample implements AutoCloseable {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final SimulatedSession session;
    private final List<Long> received = new ArrayList<>();
    private @Nullable WskRegistration registration;
    private @Nullable WskProvider provider;
    private final List<WskSocket> sockets = new ArrayList<>();

    VirtualTimeExample(long seed) {
        session = SimulatedSession.open(SimulatedSessionOptions.DEFAULT.withSeed(seed));
        session.run(this::start);
    }

    TraceReader log() {
        return session.log();
    }

    /** What the receive callback was told, message by message. */
    List<Long> received() {
        return session.call(() -> List.copyOf(received));
    }

    /** Connects to the own listener and sends {@code text}; returns how the send ended. */
    NtStatus send(String text) {
        return session.call(() -> {
            ConnectionSocket client = (ConnectionSocket) create(SocketCategory.CONNECTION, null);
            await(irp -> client.dispatch().bind(ANY_PORT, 0, irp));
            ListenSocket listener = (ListenSocket) sockets.get(0);
            InetSocketAddress there =
                    (InetSocketAddress) await(irp -> listener.dispatch().getLocalAddress(irp));
            await(irp -> client.dispatch().connect(Objects.requireNonNull(there), 0, irp));
            Irp sending = new Irp(VirtualTimeExample::keep);
            client.dispatch().send(WskBuf.of(text), SendFlags.NONE, sending);
            session.wsk().kernelCalls().waitFor(sending, Long.MAX_VALUE);
            return sending.status();
        });
    }

    /** Lets everything happen that is due in the next {@code nanos}. */
    void letPass(long nanos) {
        session.runFor(nanos);
    }

    @Override
    public void close() {
        session.run(() -> {
            sockets.forEach(socket -> await(irp -> socket.dispatch().closeSocket(irp)));
            WskRegistration registered = Objects.requireNonNull(registration);
            registered.releaseProviderNpi();
            registered.deregister();
        });
        session.close();
    }

    private void start() {
        WskRegistration registered = session.wsk()
                .register(new WskClientNpi("example", null, new WskClientDispatch(WskVersion.WSK_VERSION_1_0, null)));
        registration = registered;
        provider = registered.captureProviderNpi(WskRegistration.WSK_NO_WAIT).provider();
        WskClientConnectionDispatch connections = new WskClientConnectionDispatch(
                (context, flags, list, bytesIndicated, bytesAccepted) -> {
                    received.add(bytesIndicated);
                    return NtStatus.STATUS_SUCCESS;
                },
                null,
                null);
        ListenSocket listener = (ListenSocket) create(
                SocketCategory.LISTEN,
                new WskClientListenDispatch(
                        (context, flags, local, remote, accepted, out) -> {
                            if (accepted == null) {
                                return NtStatus.STATUS_REQUEST_NOT_ACCEPTED;
                            }
                            out.set(null, connections);
                            sockets.add(accepted);
                            return NtStatus.STATUS_SUCCESS;
                        },
                        null,
                        null));
        await(irp -> listener.dispatch().bind(ANY_PORT, 0, irp));
        EventMask events = EventMask.of(WskEvent.WSK_EVENT_ACCEPT, WskEvent.WSK_EVENT_RECEIVE);
        listener.dispatch().controlSocket(ControlParameters.eventCallback(events), null);
    }

    private WskSocket create(SocketCategory category, @Nullable WskClientSocketDispatch table) {
        WskSocketParameters parameters = new WskSocketParameters(
                WskSocketParameters.AF_INET,
                WskSocketParameters.SOCK_STREAM,
                WskSocketParameters.IPPROTO_TCP,
                category,
                null,
                table);
        WskSocket socket = (WskSocket) Objects.requireNonNull(
                await(irp -> Objects.requireNonNull(provider).socket(parameters, irp)));
        sockets.add(socket);
        return socket;
    }

    private @Nullable Object await(Function<Irp, NtStatus> function) {
        Irp irp = new Irp(VirtualTimeExample::keep);
        function.apply(irp);
        session.wsk().kernelCalls().waitFor(irp, Long.MAX_VALUE);
        return Objects.requireNonNull(irp.ioStatus()).pointer();
    }

    private static NtStatus keep(Irp irp) {
        return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
    }
}
