package org.wskscope.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ManualClock;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.transport.AcceptListener;
import org.wskscope.engine.transport.DatagramChannel;
import org.wskscope.engine.transport.DatagramListener;
import org.wskscope.engine.transport.DatagramRequest;
import org.wskscope.engine.transport.ListenRequest;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.StreamListener;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.TransportChannel;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.transport.TransportProcessor;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskProvider;
import org.wskscope.engine.wsk.WskRegistration;
import org.wskscope.engine.wsk.WskSocketParameters;
import org.wskscope.engine.wsk.WskVersion;

/** What one echoed message costs in memory once everything is warm: nothing. */
class SteadyStateAllocationTest {
    private static final int WARM = 2_000;
    private static final int BATCHES = 50;
    private static final int MESSAGES = 200;
    private static final int RECORDS_PER_MESSAGE = 10;

    private static final InetSocketAddress LOOPBACK = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);

    private final QuietTransport transport = new QuietTransport();
    private final Irp irp = new Irp(done -> NtStatus.STATUS_MORE_PROCESSING_REQUIRED);
    private final WskBuf answer = WskBuf.of(new byte[64]);
    private @Nullable ConnectionSocket socket;

    @Test
    void anEchoedMessageAllocatesNothing() {
        TraceLog log = new TraceLog((WARM + BATCHES * MESSAGES) * RECORDS_PER_MESSAGE + 1_000L);
        connect(new KernelWsk(transport, log, new ManualClock(), KernelOptions.defaults()));
        ByteBuffer message = ByteBuffer.allocate(64);
        for (int i = 0; i < WARM; i++) {
            echo(message);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long records = log.size();
        long least = Long.MAX_VALUE;

        for (int batch = 0; batch < BATCHES; batch++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < MESSAGES; i++) {
                echo(message);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(log.size() - records).isGreaterThan(BATCHES * MESSAGES * 5L);
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(least)
                .as("bytes for %d messages, in the batch that met no new chunk of the log", MESSAGES)
                .isZero();
    }

    private void echo(ByteBuffer message) {
        QuietChannel channel = transport.channel;
        channel.listener.bytesArrived(channel, message);
        channel.listener.readComplete(channel, true);
        TransportCompletion written = channel.pending;
        channel.pending = TransportCompletion.NONE;
        written.completed(NtStatus.STATUS_SUCCESS);
    }

    private void connect(KernelWsk wsk) {
        WskRegistration registration =
                wsk.register(new WskClientNpi("echo", null, new WskClientDispatch(WskVersion.WSK_VERSION_1_0, null)));
        WskProvider provider =
                registration.captureProviderNpi(WskRegistration.WSK_NO_WAIT).provider();
        assertThat(provider).isNotNull();
        WskClientConnectionDispatch table = new WskClientConnectionDispatch(
                (context, flags, list, bytes, accepted) -> {
                    irp.reuse();
                    socket.dispatch().send(answer, SendFlags.NONE, irp);
                    return NtStatus.STATUS_SUCCESS;
                },
                null,
                null);
        provider.socketConnect(
                new WskSocketParameters(
                        WskSocketParameters.AF_INET,
                        WskSocketParameters.SOCK_STREAM,
                        WskSocketParameters.IPPROTO_TCP,
                        SocketCategory.CONNECTION,
                        null,
                        table),
                LOOPBACK,
                LOOPBACK,
                irp);
        transport.run();
        socket = (ConnectionSocket) irp.ioStatus().pointer();
        socket.dispatch()
                .controlSocket(ControlParameters.eventCallback(EventMask.of(WskEvent.WSK_EVENT_RECEIVE)), null);
        transport.run();
    }

    /** One processor, one channel; allocates nothing for a write. */
    private static final class QuietTransport implements Transport, TransportProcessor {
        private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
        private final QuietChannel channel = new QuietChannel(this);

        void run() {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
        }

        @Override
        public int processorCount() {
            return 1;
        }

        @Override
        public TransportProcessor processor(int number) {
            return this;
        }

        @Override
        public int currentProcessor() {
            return 0;
        }

        @Override
        public StreamChannel openStream(
                TransportProcessor processor,
                InetSocketAddress local,
                StreamListener listener,
                TransportCompletion bound) {
            channel.listener = listener;
            execute(() -> bound.completed(NtStatus.STATUS_SUCCESS));
            return channel;
        }

        @Override
        public TransportChannel openListener(
                TransportProcessor processor,
                ListenRequest request,
                AcceptListener listener,
                TransportCompletion bound) {
            throw new UnsupportedOperationException("only connections");
        }

        @Override
        public DatagramChannel openDatagram(
                TransportProcessor processor,
                DatagramRequest request,
                DatagramListener listener,
                TransportCompletion bound) {
            throw new UnsupportedOperationException("only connections");
        }

        @Override
        public void close() {}

        @Override
        public int number() {
            return 0;
        }

        @Override
        public boolean isCurrent() {
            return true;
        }

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        @Override
        public void schedule(Runnable task, long delayNanos) {
            tasks.add(task);
        }
    }

    private static final class QuietChannel implements StreamChannel {
        private final QuietTransport transport;
        private StreamListener listener;
        private TransportCompletion pending = TransportCompletion.NONE;

        QuietChannel(QuietTransport transport) {
            this.transport = transport;
        }

        @Override
        public void attach(StreamListener newListener) {
            listener = newListener;
        }

        @Override
        public InetSocketAddress remoteAddress() {
            return LOOPBACK;
        }

        @Override
        public void connect(InetSocketAddress remote, TransportCompletion connected) {
            transport.execute(() -> connected.completed(NtStatus.STATUS_SUCCESS));
        }

        @Override
        public void write(ByteBuffer bytes, TransportCompletion written) {
            pending = written;
        }

        @Override
        public void finish(TransportCompletion finished) {}

        @Override
        public void reset(TransportCompletion closed) {}

        @Override
        public TransportProcessor processor() {
            return transport;
        }

        @Override
        public InetSocketAddress localAddress() {
            return LOOPBACK;
        }

        @Override
        public void setReading(boolean reading) {}

        @Override
        public void close(TransportCompletion closed) {}
    }
}
