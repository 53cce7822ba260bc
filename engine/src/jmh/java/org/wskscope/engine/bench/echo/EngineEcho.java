package org.wskscope.engine.bench.echo;

import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.kernel.KernelWsk;
import org.wskscope.engine.nt.IoStatusBlock;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.time.SystemClock;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.transport.netty.NettyTransport;
import org.wskscope.engine.wsk.AcceptSocketParameters;
import org.wskscope.engine.wsk.BytesAccepted;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.DatagramIndication;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskClientDatagramDispatch;
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

/** An echo server as a WSK driver would be: it copies what a callback indicates, sends the copy with an IRP of its own and uses both again. */
final class EngineEcho {
    /** Room for the records of one run; the log says so when it is not enough. */
    private static final long LOG_RECORDS = 48L << 20;

    private static final long FRAME_NANOS = TimeUnit.MILLISECONDS.toNanos(16);

    private final EchoSetup setup;
    private final TraceLog log = new TraceLog(LOG_RECORDS);
    private final WskProvider provider;
    private final WskClientConnectionDispatch connectionTable =
            new WskClientConnectionDispatch(this::received, this::disconnected, null);

    EngineEcho(EchoSetup setup) {
        this.setup = setup;
        NettyTransport transport = new NettyTransport(setup.processors());
        KernelWsk wsk = new KernelWsk(transport, log, new SystemClock(), KernelOptions.defaults());
        WskRegistration registration =
                wsk.register(new WskClientNpi("echo", null, new WskClientDispatch(WskVersion.WSK_VERSION_1_0, null)));
        WskProvider captured = registration
                .captureProviderNpi(WskRegistration.WSK_INFINITE_WAIT)
                .provider();
        if (captured == null) {
            throw new IllegalStateException("The provider is not there");
        }
        provider = captured;
        Thread reader = new Thread(this::readLikeAWindow, "wsk-bench-reader");
        reader.setDaemon(true);
        reader.start();
    }

    RunningEcho start() {
        return new RunningEcho(setup.udp() ? startDatagrams() : startListening(), this::records);
    }

    private InetSocketAddress startListening() {
        WskClientListenDispatch table = new WskClientListenDispatch(
                (context, flags, local, remote, socket, parameters) -> accepted(socket, parameters), null, null);
        ListenSocket socket = (ListenSocket) create(SocketCategory.LISTEN, null, table);
        call(irp -> socket.dispatch().bind(EchoSetup.loopback(), 0, irp));
        enable(socket, WskEvent.WSK_EVENT_ACCEPT, WskEvent.WSK_EVENT_RECEIVE, WskEvent.WSK_EVENT_DISCONNECT);
        return (InetSocketAddress) call(irp -> socket.dispatch().getLocalAddress(irp));
    }

    private InetSocketAddress startDatagrams() {
        DatagramEcho echo = new DatagramEcho();
        WskClientDatagramDispatch table = new WskClientDatagramDispatch((context, flags, list) -> echo.received(list));
        DatagramSocket socket = (DatagramSocket) create(SocketCategory.DATAGRAM, null, table);
        echo.socket = socket;
        call(irp -> socket.dispatch().bind(EchoSetup.loopback(), 0, irp));
        enable(socket, WskEvent.WSK_EVENT_RECEIVE_FROM);
        return (InetSocketAddress) call(irp -> socket.dispatch().getLocalAddress(irp));
    }

    private NtStatus accepted(@Nullable ConnectionSocket socket, AcceptSocketParameters parameters) {
        if (socket == null) {
            return NtStatus.STATUS_REQUEST_NOT_ACCEPTED;
        }
        parameters.set(new Connection(socket), connectionTable);
        return NtStatus.STATUS_SUCCESS;
    }

    private NtStatus received(
            @Nullable Object context, Object flags, @Nullable DataIndication list, long bytes, BytesAccepted accepted) {
        if (context instanceof Connection connection && list != null) {
            SendBuffer buffer = connection.buffers.take();
            for (DataIndication rest = list; rest != null; rest = rest.next()) {
                buffer.add(rest.buffer());
            }
            connection.socket.dispatch().send(buffer.filled(), SendFlags.NONE, buffer.irp());
        }
        return NtStatus.STATUS_SUCCESS;
    }

    private NtStatus disconnected(@Nullable Object context, Object flags) {
        if (context instanceof Connection connection) {
            connection.socket.dispatch().closeSocket(new Irp(irp -> NtStatus.STATUS_MORE_PROCESSING_REQUIRED));
        }
        return NtStatus.STATUS_SUCCESS;
    }

    private WskSocket create(SocketCategory category, @Nullable Object context, WskClientSocketDispatch table) {
        boolean datagram = category == SocketCategory.DATAGRAM;
        WskSocketParameters parameters = new WskSocketParameters(
                WskSocketParameters.AF_INET,
                datagram ? WskSocketParameters.SOCK_DGRAM : WskSocketParameters.SOCK_STREAM,
                datagram ? WskSocketParameters.IPPROTO_UDP : WskSocketParameters.IPPROTO_TCP,
                category,
                context,
                table);
        return (WskSocket) call(irp -> provider.socket(parameters, irp));
    }

    private static void enable(WskSocket socket, WskEvent... events) {
        NtStatus status = socket.dispatch().controlSocket(ControlParameters.eventCallback(EventMask.of(events)), null);
        if (!status.isSuccess()) {
            throw new IllegalStateException("Cannot enable callbacks: " + status);
        }
    }

    /** Makes a request, waits for its IRP and returns what it delivered. */
    private static Object call(Function<Irp, NtStatus> request) {
        CompletableFuture<IoStatusBlock> ended = new CompletableFuture<>();
        request.apply(new Irp(irp -> {
            ended.complete(irp.ioStatus());
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        }));
        IoStatusBlock status = ended.join();
        if (!status.status().isSuccess()) {
            throw new IllegalStateException("A request failed: " + status);
        }
        return status.pointer() == null ? status : status.pointer();
    }

    private long records() {
        if (log.refused() > 0) {
            throw new IllegalStateException(
                    "The log is full; " + log.refused() + " records were not written. Measure for a shorter time");
        }
        return log.size();
    }

    /** The window polls the log once a frame; that also prepares chunks ahead of the writers. */
    private void readLikeAWindow() {
        while (log.size() >= 0) {
            LockSupport.parkNanos(FRAME_NANOS);
        }
    }

    private static final class Connection {
        private final ConnectionSocket socket;
        private final SendBuffer.Stack buffers = new SendBuffer.Stack();

        Connection(ConnectionSocket socket) {
            this.socket = socket;
        }
    }

    private static final class DatagramEcho {
        private final SendBuffer.Stack buffers = new SendBuffer.Stack();
        private volatile @Nullable DatagramSocket socket;

        NtStatus received(@Nullable DatagramIndication list) {
            DatagramSocket to = socket;
            for (DatagramIndication rest = list; rest != null && to != null; rest = rest.next()) {
                SendBuffer buffer = buffers.take();
                buffer.add(rest.buffer());
                to.dispatch().sendTo(buffer.filled(), 0, rest.remoteAddress(), buffer.irp());
            }
            return NtStatus.STATUS_SUCCESS;
        }
    }
}
