package org.wskscope.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.transport.netty.NoBufferLeaks;
import org.wskscope.engine.wsk.SocketId;

/** Many sockets, many datagrams and rude peers leave nothing behind: no complaint, socket, IRP, thread, file descriptor or buffer. */
@Timeout(120)
@ExtendWith(NoBufferLeaks.class)
class LiveLoadTest {
    private static final int CONNECTIONS = 200;
    private static final int DATAGRAMS = 10_000;
    private static final int DATAGRAMS_ON_THEIR_WAY = 16;

    private final ListAppender<ILoggingEvent> complaints = new ListAppender<>();

    @BeforeEach
    void listen() {
        complaints.start();
        engineLogger().addAppender(complaints);
    }

    @AfterEach
    void stopListening() {
        engineLogger().detachAppender(complaints);
    }

    @Test
    void nothingIsLeft() throws IOException {
        warmUp();
        long descriptorsBefore = openDescriptors();
        LiveEcho echo = new LiveEcho();
        try (echo) {
            openAndCloseConnections(echo);
            echoDatagrams(echo);
            resetInMidSend(echo);
            readSlowly(echo);
        }

        TraceReader log = echo.session.log();
        assertThat(complaints.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEmpty();
        assertThat(count(log, RecordKind.SOCKET_CREATED)).isEqualTo(count(log, RecordKind.SOCKET_CLOSED));
        assertEachIrpCompletedOnce(log);
        assertThat(count(log, RecordKind.VIOLATION_FOUND)).isZero();
        assertThat(threadsOfTheEngine()).isEmpty();
        assertThat(openDescriptors()).isLessThanOrEqualTo(descriptorsBefore);
    }

    private static void openAndCloseConnections(LiveEcho echo) throws IOException {
        List<LoopbackPeer> peers = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            LoopbackPeer peer = echo.connect();
            peers.add(peer);
            String text = "connection " + i;
            peer.send(text);
            assertThat(peer.receive(text.length()))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(text);
        }
        for (int i = 0; i < CONNECTIONS; i++) {
            if (i % 2 == 0) {
                peers.get(i).close();
            } else {
                peers.get(i).reset();
            }
        }
        awaitClosed(echo, CONNECTIONS);
    }

    private static void awaitClosed(LiveEcho echo, int sockets) {
        AtomicInteger closed = new AtomicInteger();
        echo.log.await(
                sockets + " closed sockets", RecordKind.SOCKET_CLOSED, record -> closed.incrementAndGet() == sockets);
    }

    private static void echoDatagrams(LiveEcho echo) throws IOException {
        try (DatagramSocket peer = new DatagramSocket((SocketAddress) LiveEcho.ANY_PORT)) {
            peer.setSoTimeout(20_000);
            byte[] bytes = new byte[64];
            for (int sent = 0; sent < DATAGRAMS; sent += DATAGRAMS_ON_THEIR_WAY) {
                for (int i = 0; i < DATAGRAMS_ON_THEIR_WAY; i++) {
                    peer.send(new DatagramPacket(bytes, bytes.length, echo.udp.local()));
                }
                for (int i = 0; i < DATAGRAMS_ON_THEIR_WAY; i++) {
                    peer.receive(new DatagramPacket(new byte[64], 64));
                }
            }
        }
        assertThat(count(echo.session.log(), RecordKind.DATAGRAM_ARRIVED)).isEqualTo(DATAGRAMS);
    }

    private static void resetInMidSend(LiveEcho echo) {
        LogWait since = LogWait.fromNow(echo.session);
        PeerSettings settings = new PeerSettings(echo.tcp.local(), 65_536, 1, 64);

        CommandOutcome peer = echo.session.execute(new EngineCommand.StartPeer(PeerKind.RESETTER, settings));

        assertThat(peer.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        SocketId connection = since.accepted(echo.listener());
        since.await(
                "the reset",
                RecordKind.CONNECTION_RESET,
                record -> record.head().socket().equals(connection));
        since.closed(connection);
    }

    private static void readSlowly(LiveEcho echo) {
        LogWait since = LogWait.fromNow(echo.session);
        PeerSettings settings = new PeerSettings(echo.tcp.local(), 65_536, 100, 32);

        int peer = echo.session
                .execute(new EngineCommand.StartPeer(PeerKind.SLOW_READER, settings))
                .peer();

        SocketId connection = since.accepted(echo.listener());
        echo.await("echo that was read slowly to its end", () -> bytesReceived(echo, peer) == 32 * 65_536);
        echo.session.execute(new EngineCommand.StopPeer(peer));
        since.closed(connection);
    }

    private static long bytesReceived(LiveEcho echo, int peer) {
        return echo.session.peers().stream()
                .filter(row -> row.id() == peer)
                .mapToLong(PeerRow::bytesReceived)
                .sum();
    }

    private static void assertEachIrpCompletedOnce(TraceReader log) {
        Map<Integer, Integer> completions = new HashMap<>();
        for (long sequence = 0; sequence < log.size(); sequence++) {
            TraceRecord record = log.read(sequence);
            if (record instanceof TraceRecord.FunctionCalled called && called.irp() != 0) {
                completions.merge(called.irp(), 0, Integer::sum);
            } else if (record instanceof TraceRecord.IrpCompleted completed) {
                completions.merge(completed.irp(), 1, Integer::sum);
            }
        }
        assertThat(completions).hasSizeGreaterThan(DATAGRAMS);
        assertThat(completions.values()).containsOnly(1);
    }

    private static long count(TraceReader log, RecordKind kind) {
        long count = 0;
        for (long sequence = 0; sequence < log.size(); sequence++) {
            count += log.kind(sequence) == kind ? 1 : 0;
        }
        return count;
    }

    /** Loads classes and lets the system open what it keeps, so that the count before means something. */
    private static void warmUp() throws IOException {
        try (LiveEcho echo = new LiveEcho();
                LoopbackPeer peer = echo.connect()) {
            peer.send("x");
            peer.receive(1);
        }
    }

    private static Stream<String> threadsOfTheEngine() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("wsk-"));
    }

    /** Open file descriptors of this process; 0 where the system does not tell. */
    private static long openDescriptors() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.count();
        }
    }

    private static Logger engineLogger() {
        return (Logger) LoggerFactory.getLogger("org.wskscope");
    }
}
