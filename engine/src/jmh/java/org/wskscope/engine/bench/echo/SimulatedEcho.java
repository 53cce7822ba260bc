package org.wskscope.engine.bench.echo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.kernel.KernelWsk;
import org.wskscope.engine.kernel.SeededChoices;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.StreamListener;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.transport.TransportProcessor;
import org.wskscope.engine.transport.memory.MemoryNetwork;
import org.wskscope.engine.transport.memory.MemoryTransport;
import org.wskscope.engine.transport.memory.Wire;
import org.wskscope.engine.transport.memory.WriteCompletion;
import org.wskscope.engine.wsk.BytesAccepted;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientListenDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskProvider;
import org.wskscope.engine.wsk.WskRegistration;
import org.wskscope.engine.wsk.WskSocketParameters;
import org.wskscope.engine.wsk.WskVersion;

/** Peers that send 64 bytes at even intervals to a WSK echo server, everything in virtual time and in one thread. */
final class SimulatedEcho {
    private static final int CONNECTIONS = 10;
    private static final int MESSAGE_BYTES = 64;
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final Wire WIRE =
            Wire.IDEAL.withLatency(50_000, 150_000).withSendCompletion(WriteCompletion.ACKNOWLEDGED);

    private final TraceLog log;
    private final MemoryNetwork network = new MemoryNetwork(new SeededChoices(1), WIRE);
    private final MemoryTransport peers;
    private final long intervalNanos;
    private final WskClientConnectionDispatch connectionTable =
            new WskClientConnectionDispatch(this::received, (context, flags) -> NtStatus.STATUS_SUCCESS, null);

    /**
     * @param messagesPerSecond of virtual time, of all connections together
     * @param records how many records the log has room for
     */
    SimulatedEcho(int messagesPerSecond, long records) {
        intervalNanos = TimeUnit.SECONDS.toNanos(CONNECTIONS) / messagesPerSecond;
        log = new TraceLog(records);
        log.prepare(records);
        MemoryTransport transport = new MemoryTransport(network, 2);
        peers = new MemoryTransport(network, 1);
        KernelWsk wsk = new KernelWsk(transport, log, network.scheduler().clock(), KernelOptions.defaults());
        WskRegistration registration =
                wsk.register(new WskClientNpi("echo", null, new WskClientDispatch(WskVersion.WSK_VERSION_1_0, null)));
        WskProvider provider = Objects.requireNonNull(
                registration.captureProviderNpi(WskRegistration.WSK_NO_WAIT).provider());
        InetSocketAddress server = listen(provider);
        for (int i = 0; i < CONNECTIONS; i++) {
            new Ticker(i * intervalNanos / CONNECTIONS).connect(server);
        }
    }

    void run(long virtualSeconds) {
        network.scheduler().runFor(TimeUnit.SECONDS.toNanos(virtualSeconds));
        if (log.refused() > 0) {
            throw new IllegalStateException("The log is full");
        }
    }

    long records() {
        return log.size();
    }

    long items() {
        return network.scheduler().itemCount();
    }

    private InetSocketAddress listen(WskProvider provider) {
        WskClientListenDispatch table = new WskClientListenDispatch(
                (context, flags, local, remote, socket, parameters) -> {
                    parameters.set(new Echo(Objects.requireNonNull(socket)), connectionTable);
                    return NtStatus.STATUS_SUCCESS;
                },
                null,
                null);
        WskSocketParameters parameters = new WskSocketParameters(
                WskSocketParameters.AF_INET,
                WskSocketParameters.SOCK_STREAM,
                WskSocketParameters.IPPROTO_TCP,
                SocketCategory.LISTEN,
                null,
                table);
        ListenSocket socket = (ListenSocket) Objects.requireNonNull(call(irp -> provider.socket(parameters, irp)));
        call(irp -> socket.dispatch().bind(ANY_PORT, 0, irp));
        EventMask mask =
                EventMask.of(WskEvent.WSK_EVENT_ACCEPT, WskEvent.WSK_EVENT_RECEIVE, WskEvent.WSK_EVENT_DISCONNECT);
        socket.dispatch().controlSocket(ControlParameters.eventCallback(mask), null);
        return (InetSocketAddress)
                Objects.requireNonNull(call(irp -> socket.dispatch().getLocalAddress(irp)));
    }

    private @Nullable Object call(Function<Irp, NtStatus> request) {
        Irp irp = new Irp(done -> NtStatus.STATUS_MORE_PROCESSING_REQUIRED);
        request.apply(irp);
        network.scheduler().runFor(1);
        if (!irp.status().isSuccess()) {
            throw new IllegalStateException("A request failed: " + irp.status());
        }
        return Objects.requireNonNull(irp.ioStatus()).pointer();
    }

    private NtStatus received(
            @Nullable Object context, Object flags, @Nullable DataIndication list, long bytes, BytesAccepted accepted) {
        if (context instanceof Echo echo && list != null) {
            SendBuffer buffer = echo.buffers.take();
            for (DataIndication rest = list; rest != null; rest = rest.next()) {
                buffer.add(rest.buffer());
            }
            echo.socket.dispatch().send(buffer.filled(), SendFlags.NONE, buffer.irp());
        }
        return NtStatus.STATUS_SUCCESS;
    }

    /** The server's end of one connection. */
    private static final class Echo {
        private final ConnectionSocket socket;
        private final SendBuffer.Stack buffers = new SendBuffer.Stack();

        Echo(ConnectionSocket socket) {
            this.socket = socket;
        }
    }

    /** The peer's end: sends at every tick, whatever comes back. */
    private final class Ticker implements StreamListener {
        private final TransportProcessor processor = peers.processor(0);
        private final ByteBuffer message = ByteBuffer.allocate(MESSAGE_BYTES);
        private final Runnable tick = this::tick;
        private final StreamChannel channel;

        Ticker(long delayNanos) {
            channel = peers.openStream(processor, ANY_PORT, this, TransportCompletion.NONE);
            network.scheduler().runFor(delayNanos + 1);
        }

        void connect(InetSocketAddress server) {
            channel.connect(server, status -> {
                channel.setReading(true);
                tick();
            });
        }

        private void tick() {
            channel.write(message.rewind(), TransportCompletion.NONE);
            processor.schedule(tick, intervalNanos);
        }

        @Override
        public void bytesArrived(StreamChannel from, ByteBuffer bytes) {}

        @Override
        public void readComplete(StreamChannel from, boolean drained) {}

        @Override
        public void inputFinished(StreamChannel from) {}

        @Override
        public void connectionReset(StreamChannel from) {
            throw new IllegalStateException("nobody resets here");
        }
    }
}
