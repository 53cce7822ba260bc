package org.wskscope.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.LogInvariants;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.RecordMatchers;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.time.SystemClock;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.transport.netty.NettyTransport;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientListenDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskProvider;
import org.wskscope.engine.wsk.WskRegistration;
import org.wskscope.engine.wsk.WskSocket;
import org.wskscope.engine.wsk.WskSocketParameters;
import org.wskscope.engine.wsk.WskVersion;

/** No byte is lost, doubled or moved by any mix of returns and requests on any thread (EVT-RCV-20), over real sockets. */
@Tag("EVT-RCV-20")
class RandomReturnsOnNettyTest {
    private static final int CLIENTS = 12;
    private static final int BYTES_PER_CLIENT = 120_000;
    private static final long SEED = 20_240_601L;

    private final NettyTransport transport = new NettyTransport(2);
    private final TraceLog log = new TraceLog();
    private final KernelWsk wsk = new KernelWsk(transport, log, new SystemClock(), NetworkBench.UNHURRIED);
    private final WskRegistration registration =
            wsk.register(new WskClientNpi("echo", null, new WskClientDispatch(WskVersion.WSK_VERSION_1_0, null)));
    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final ExecutorService peers = Executors.newCachedThreadPool();
    private final List<RandomEcho> echoes = new ArrayList<>();

    @AfterEach
    void end() {
        peers.shutdownNow();
        workers.shutdownNow();
        transport.close();
    }

    @Test
    @Timeout(60)
    void everyByteComesBackOnceAndInOrder()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        WskProvider provider =
                registration.captureProviderNpi(WskRegistration.WSK_NO_WAIT).provider();
        assertThat(provider).isNotNull();
        ListenSocket listener = listen(provider);
        InetSocketAddress address = localAddress(listener);

        List<Future<Boolean>> results = new ArrayList<>();
        for (int number = 0; number < CLIENTS; number++) {
            byte[] bytes = new byte[BYTES_PER_CLIENT];
            new Random(SEED + number).nextBytes(bytes);
            results.add(peers.submit(() -> echoed(address, bytes)));
        }

        for (Future<Boolean> result : results) {
            assertThat(result.get(30, TimeUnit.SECONDS))
                    .as("the peer got back what it sent")
                    .isTrue();
        }
        closeAll(listener);
        registration.releaseProviderNpi();
        registration.deregister();
        assertThat(wsk.openSocketCount()).isZero();
        TraceAssert.assertThat(log)
                .containsNone(RecordMatchers.record(
                        TraceRecord.ViolationFound.class,
                        "misuse that is more than an advice",
                        record -> record.violation() != Violation.CALL_FROM_COMPLETION_ROUTINE));
        LogInvariants.assertHold(log);
    }

    private ListenSocket listen(WskProvider provider) throws InterruptedException {
        WskClientListenDispatch table = new WskClientListenDispatch(
                (context, flags, local, remote, accepted, parameters) -> {
                    if (accepted == null) {
                        return NtStatus.STATUS_REQUEST_NOT_ACCEPTED;
                    }
                    synchronized (echoes) {
                        RandomEcho echo = new RandomEcho(accepted, workers, new Random(SEED + echoes.size()));
                        echoes.add(echo);
                        parameters.set(null, echo.table());
                    }
                    return NtStatus.STATUS_SUCCESS;
                },
                null,
                null);
        Irp created = new Irp(done -> NtStatus.STATUS_MORE_PROCESSING_REQUIRED);
        provider.socket(
                new WskSocketParameters(
                        WskSocketParameters.AF_INET,
                        WskSocketParameters.SOCK_STREAM,
                        WskSocketParameters.IPPROTO_TCP,
                        SocketCategory.LISTEN,
                        null,
                        table),
                created);
        ListenSocket listener = (ListenSocket) created.ioStatus().pointer();
        await(irp -> listener.dispatch()
                .bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0, irp));
        EventMask mask =
                EventMask.of(WskEvent.WSK_EVENT_ACCEPT, WskEvent.WSK_EVENT_RECEIVE, WskEvent.WSK_EVENT_DISCONNECT);
        assertThat(listener.dispatch().controlSocket(ControlParameters.eventCallback(mask), null))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        return listener;
    }

    private static InetSocketAddress localAddress(ListenSocket listener) {
        Irp irp = new Irp(done -> NtStatus.STATUS_MORE_PROCESSING_REQUIRED);
        listener.dispatch().getLocalAddress(irp);
        return (InetSocketAddress) irp.ioStatus().pointer();
    }

    private void closeAll(ListenSocket listener) throws InterruptedException, TimeoutException {
        List<WskSocket> sockets = new ArrayList<>();
        List<RandomEcho> clients;
        synchronized (echoes) {
            clients = List.copyOf(echoes);
        }
        for (RandomEcho client : clients) {
            client.awaitIdle();
            sockets.add(client.socket());
        }
        sockets.add(listener);
        for (WskSocket socket : sockets) {
            await(irp -> socket.dispatch().closeSocket(irp));
        }
    }

    private interface Call {
        NtStatus with(Irp irp) throws IOException;
    }

    private static void await(Call call) throws InterruptedException {
        CountDownLatch completed = new CountDownLatch(1);
        Irp irp = new Irp(done -> {
            completed.countDown();
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        });
        try {
            call.with(irp);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        assertThat(completed.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    /** Sends in pieces of random size on one thread, reads on another; true when the same bytes came back. */
    private boolean echoed(InetSocketAddress address, byte[] bytes)
            throws IOException, InterruptedException, ExecutionException {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            socket.setSoTimeout(20_000);
            Future<?> writing = peers.submit(() -> {
                write(socket.getOutputStream(), bytes);
                return null;
            });
            byte[] back = socket.getInputStream().readNBytes(bytes.length);
            writing.get();
            return java.util.Arrays.equals(bytes, back);
        }
    }

    private static void write(OutputStream output, byte[] bytes) throws IOException {
        Random random = new Random(bytes[0]);
        for (int at = 0; at < bytes.length; ) {
            int count = Math.min(bytes.length - at, 1 + random.nextInt(4_000));
            output.write(bytes, at, count);
            output.flush();
            at += count;
        }
    }
}
