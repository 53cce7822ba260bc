package org.wskscope.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.logging.ExpectLog;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.Wsk;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskProvider;
import org.wskscope.engine.wsk.WskRegistration;
import org.wskscope.engine.wsk.WskSocketParameters;
import org.wskscope.engine.wsk.WskVersion;

/** Closing a session: refused where it could not end, and where it may be done, it leaves no port open and no thread behind. */
@Timeout(60)
class SessionCloseTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final BlockingQueue<Object> notified = new ArrayBlockingQueue<>(4);

    private static ListenSocket listener(Wsk wsk) {
        WskProvider provider = wsk.register(
                        new WskClientNpi("own", null, new WskClientDispatch(WskVersion.WSK_VERSION_1_0, null)))
                .captureProviderNpi(WskRegistration.WSK_NO_WAIT)
                .provider();
        Object[] socket = new Object[1];
        provider.socket(
                new WskSocketParameters(
                        WskSocketParameters.AF_INET,
                        WskSocketParameters.SOCK_STREAM,
                        WskSocketParameters.IPPROTO_TCP,
                        SocketCategory.LISTEN,
                        null,
                        null),
                irp(done -> socket[0] = done.ioStatus().pointer()));
        return (ListenSocket) socket[0];
    }

    private static Irp irp(Consumer<Irp> routine) {
        return new Irp(done -> {
            routine.accept(done);
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        });
    }

    private void bindAndThen(ListenSocket socket, Runnable routine) {
        socket.dispatch().bind(ANY_PORT, 0, irp(done -> {
            routine.run();
        }));
    }

    private static boolean accepts(int port) {
        try (Socket peer = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return peer.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private static boolean isSealed(TraceReader log) {
        return log.read(log.size() - 1) instanceof TraceRecord.LogSealed;
    }

    private static void awaitViolation(TraceReader log, Violation violation) {
        for (long next = 0; ; ) {
            if (next == log.size()) {
                LockSupport.parkNanos(1_000_000);
            } else if (log.read(next++) instanceof TraceRecord.ViolationFound found && found.violation() == violation) {
                return;
            }
        }
    }

    private static boolean isAThreadLeft() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith("wsk-watchdog")
                        || thread.getName().startsWith("wsk-simulation"));
    }

    private @Nullable Throwable caught(Runnable action) {
        try {
            action.run();
            return null;
        } catch (IllegalStateException refused) {
            return refused;
        }
    }

    @Test
    void insideACompletionRoutineItIsRefusedAndWorksLater() throws Exception {
        LiveSession session = LiveSession.open(LiveSessionOptions.DEFAULT);
        ListenSocket socket = listener(session.wsk());
        bindAndThen(socket, () -> {
            Throwable refused = caught(session::close);
            notified.add(refused == null ? "closed" : refused);
        });
        assertThat(notified.poll(20, TimeUnit.SECONDS)).isInstanceOf(IllegalStateException.class);
        assertThat(session.commandable()).isTrue();
        int port = localPort(socket);
        assertThat(accepts(port)).isTrue();

        session.close();

        assertThat(accepts(port)).isFalse();
        assertThat(isSealed(session.log())).isTrue();
        assertThat(isAThreadLeft()).isFalse();
    }

    private int localPort(ListenSocket socket) throws InterruptedException {
        socket.dispatch()
                .getLocalAddress(irp(done -> notified.add(done.ioStatus().pointer())));
        return ((InetSocketAddress) notified.poll(20, TimeUnit.SECONDS)).getPort();
    }

    @Test
    @ExpectLog("SessionCore: A processor was busy for more than 5 s and is ended all the same")
    @ExpectLog("NettyTransport: Processor 0 did not end within 5 seconds")
    void aRoutineThatNeverEndsIsNotedAndKeepsNoPortOpen() throws Exception {
        LiveSession session = LiveSession.open(LiveSessionOptions.DEFAULT);
        AtomicBoolean enough = new AtomicBoolean();
        ListenSocket socket = listener(session.wsk());
        bindAndThen(socket, () -> {
            notified.add("in");
            while (!enough.get()) {
                LockSupport.parkNanos(1_000_000);
            }
        });
        notified.poll(20, TimeUnit.SECONDS);
        int port = localPort(socket);
        awaitViolation(session.log(), Violation.CALLBACK_OVER_DISPATCH_BUDGET);

        session.close();

        assertThat(accepts(port)).isFalse();
        assertThat(isSealed(session.log())).isTrue();
        enough.set(true);
    }

    @Test
    void inVirtualTimeItIsRefusedOnTheSessionsThreadAndWorksLater() {
        SimulatedSession session = SimulatedSession.open(SimulatedSessionOptions.DEFAULT);
        session.run(() -> bindAndThen(listener(session.wsk()), () -> {
            Throwable refused = caught(session::close);
            notified.add(refused == null ? "closed" : refused);
        }));
        session.runFor(1_000_000);
        assertThat(notified.poll()).isInstanceOf(IllegalStateException.class);
        assertThat(session.commandable()).isTrue();

        session.close();

        assertThat(isSealed(session.log())).isTrue();
        assertThat(isAThreadLeft()).isFalse();
        assertThatThrownBy(() -> session.run(() -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @ExpectLog("SessionCore: A client's routine keeps the session's thread; its sockets end with it")
    void inVirtualTimeARoutineThatNeverEndsDoesNotKeepTheClose() throws Exception {
        SimulatedSession session = SimulatedSession.open(SimulatedSessionOptions.DEFAULT);
        CountDownLatch in = new CountDownLatch(1);
        AtomicBoolean enough = new AtomicBoolean();
        Thread caller = new Thread(() -> session.run(() -> {
            in.countDown();
            while (!enough.get()) {
                LockSupport.parkNanos(1_000_000);
            }
        }));
        caller.start();
        in.await();

        session.close();

        assertThat(session.commandable()).isFalse();
        assertThat(isSealed(session.log())).isTrue();
        enough.set(true);
        caller.join();
    }
}
