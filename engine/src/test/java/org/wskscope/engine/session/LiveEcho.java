package org.wskscope.engine.session;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;

/** A live session with its echo server on ports the system chose. */
final class LiveEcho implements AutoCloseable {
    static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(20);

    final LiveSession session = LiveSession.open(LiveSessionOptions.DEFAULT.withRecordLimit(2_000_000));
    final LogWait log = LogWait.fromNow(session);
    final EchoServer tcp = EchoServer.listen(session, ANY_PORT, false);
    final EchoServer udp = EchoServer.datagrams(session, ANY_PORT, false);

    SocketId listener() {
        return tcp.socket();
    }

    LoopbackPeer connect() throws IOException {
        return new LoopbackPeer(tcp.local());
    }

    /** What the listener's connections, or the listener itself, do from now on. */
    void behave(WskCallback callback, CallbackBehaviour behaviour) {
        CommandOutcome outcome = session.execute(new EngineCommand.SetBehaviour(listener(), callback, behaviour));
        if (!outcome.status().equals(NtStatus.STATUS_SUCCESS)) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    NtStatus status(EngineCommand command) {
        return session.execute(command).status();
    }

    /** Waits for something that no record tells. */
    void await(String what, BooleanSupplier condition) {
        long deadline = session.clock().nanoTime() + LIMIT_NANOS;
        while (!condition.getAsBoolean()) {
            if (session.clock().nanoTime() > deadline) {
                throw new AssertionError("Within 20 s there was no " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
