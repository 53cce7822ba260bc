package org.wskscope.app;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.session.CommandOutcome;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/** Brings a running session to the middle of SCN-03 with plain Java sockets as peers: a receive callback held, its disable waiting. */
final class StagedSession implements AutoCloseable {
    private static final long LIMIT_NANOS = 10_000_000_000L;
    private static final byte[] PAYLOAD =
            "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final Session session;
    private final List<AutoCloseable> peers = new ArrayList<>();

    StagedSession(Session session) {
        this.session = session;
    }

    /** Stages everything; answers the connection whose callback is held. */
    SocketId stage(SocketId listener, InetSocketAddress tcp, SocketId datagrams, InetSocketAddress udp)
            throws IOException {
        execute(new EngineCommand.CreateSocket(SocketCategory.BASIC, 2));
        Socket first = connect(tcp);
        await(() -> count(RecordKind.SOCKET_ACCEPTED) >= 1);
        SocketId connection = lastAccepted();
        first.getOutputStream().write(PAYLOAD);
        await(() -> count(RecordKind.CALLBACK_RETURNED) >= 2);
        acceptByFunction(listener, tcp);
        sendDatagrams(udp);
        execute(new EngineCommand.SetBehaviour(
                connection, WskCallback.RECEIVE, behaviour(connection).holding()));
        pauseNanos(8_000_000);
        first.getOutputStream().write(PAYLOAD);
        await(() -> count(RecordKind.CALLBACK_DEFERRED) >= 1);
        pauseNanos(10_000_000);
        execute(new EngineCommand.SetEventCallback(connection, EventMask.disabling(WskEvent.WSK_EVENT_RECEIVE), true));
        pauseNanos(3_000_000);
        first.getOutputStream().write(PAYLOAD);
        await(() -> count(RecordKind.INDICATION_BUFFERED) >= 1);
        return connection;
    }

    /** The second connection reaches the client by {@code WskAccept}, so it inherits nothing, and waits in a {@code WskReceive}. */
    private void acceptByFunction(SocketId listener, InetSocketAddress tcp) throws IOException {
        execute(new EngineCommand.Accept(listener));
        pauseNanos(4_000_000);
        long before = count(RecordKind.SOCKET_ACCEPTED);
        connect(tcp);
        await(() -> count(RecordKind.SOCKET_ACCEPTED) > before);
        execute(new EngineCommand.Receive(lastAccepted(), 4096, 0));
    }

    private void sendDatagrams(InetSocketAddress udp) throws IOException {
        DatagramSocket sender = new DatagramSocket();
        peers.add(sender);
        for (int i = 0; i < 4; i++) {
            sender.send(new DatagramPacket(PAYLOAD, 32, udp));
            if (i > 0) {
                pauseNanos(3_000_000);
            }
        }
        await(() -> count(RecordKind.DATAGRAM_ARRIVED) >= 4);
    }

    private Socket connect(InetSocketAddress tcp) throws IOException {
        Socket socket = new Socket(tcp.getAddress(), tcp.getPort());
        socket.setTcpNoDelay(true);
        peers.add(socket);
        return socket;
    }

    private CallbackBehaviour behaviour(SocketId socket) {
        CallbackBehaviour now = session.behaviour(socket, WskCallback.RECEIVE);
        return now == null ? CallbackBehaviour.PLAIN : now;
    }

    private CommandOutcome execute(EngineCommand command) {
        CommandOutcome outcome = session.execute(command);
        if (!outcome.status().isSuccess()) {
            throw new IllegalStateException(command + " was answered " + outcome);
        }
        return outcome;
    }

    private SocketId lastAccepted() {
        for (long sequence = session.log().size() - 1; sequence >= 0; sequence--) {
            if (session.log().kind(sequence) == RecordKind.SOCKET_ACCEPTED
                    && session.log().read(sequence) instanceof TraceRecord.SocketAccepted accepted) {
                return accepted.accepted();
            }
        }
        throw new IllegalStateException("No connection was accepted.");
    }

    private long count(RecordKind kind) {
        long found = 0;
        long end = session.log().size();
        for (long sequence = 0; sequence < end; sequence++) {
            if (session.log().kind(sequence) == kind) {
                found++;
            }
        }
        return found;
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("What was to happen did not happen within 10 s.");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Time passes on the picture; nothing waits for it. */
    private static void pauseNanos(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    @Override
    public void close() {
        for (AutoCloseable peer : peers) {
            try {
                peer.close();
            } catch (Exception alreadyGone) {
                throw new IllegalStateException("A peer cannot be closed.", alreadyGone);
            }
        }
    }
}
