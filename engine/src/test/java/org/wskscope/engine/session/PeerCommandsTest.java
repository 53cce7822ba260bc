package org.wskscope.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wskscope.engine.nt.NtStatus;

@Timeout(60)
class PeerCommandsTest {
    private final LiveEcho echo = new LiveEcho();

    @AfterEach
    void close() {
        echo.close();
    }

    @Test
    void anEchoClientGetsEverythingBackAndEnds() {
        int peer = start(PeerKind.ECHO_CLIENT, echo.tcp.local(), 100, 1000, 20).peer();

        echo.await("end of the echo client", () -> !row(peer).running());

        assertThat(row(peer).lastStatus()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(row(peer).bytesReceived()).isEqualTo(2000);
        assertThat(row(peer).messagesSent()).isEqualTo(20);
    }

    @Test
    void aDatagramBurstIsAnswered() {
        int peer =
                start(PeerKind.DATAGRAM_BURST, echo.udp.local(), 32, 1000, 10).peer();

        echo.await("end of the burst", () -> !row(peer).running());

        assertThat(row(peer).bytesReceived()).isEqualTo(320);
    }

    @Test
    void aManualPeerSendsWhatItIsReportedUntilItIsStopped() {
        CommandOutcome started = start(PeerKind.MANUAL, echo.tcp.local(), 1, 1, 0);
        InetSocketAddress local = row(started.peer()).local();

        NtStatus sent = echo.status(new EngineCommand.SendFromPeer(started.peer(), new byte[7]));
        echo.await("the echo", () -> row(started.peer()).bytesReceived() == 7);
        NtStatus stopped = echo.status(new EngineCommand.StopPeer(started.peer()));
        CommandOutcome late = echo.session.execute(new EngineCommand.SendFromPeer(started.peer(), new byte[7]));

        assertThat(local).isNotNull();
        assertThat(sent).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(stopped).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(late.message()).isEqualTo(CommandMessage.of("command.refused.peerCannotSend", started.peer()));
    }

    @Test
    void aPeerThatFindsNobodySaysSo() throws IOException {
        InetSocketAddress nobody;
        try (ServerSocket closed = new ServerSocket(0)) {
            nobody = new InetSocketAddress("127.0.0.1", closed.getLocalPort());
        }

        CommandOutcome started = start(PeerKind.MANUAL, nobody, 1, 1, 0);

        assertThat(started.status()).isEqualTo(NtStatus.STATUS_CONNECTION_REFUSED);
        assertThat(started.message().key()).isEqualTo("command.refused.connectionRefused");
        assertThat(row(started.peer()).running()).isFalse();
    }

    @ParameterizedTest
    @MethodSource
    void aValueOutOfItsRangeIsRefusedByTheNameOfItsField(
            PeerKind kind, int bytes, double rate, long messages, String field) {
        CommandOutcome started = start(kind, echo.tcp.local(), bytes, rate, messages);

        assertThat(started.status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(started.message().key()).isEqualTo("command.refused.peerField");
        assertThat(started.message().arguments()).startsWith(field);
        assertThat(echo.session.peers()).isEmpty();
    }

    static Stream<Arguments> aValueOutOfItsRangeIsRefusedByTheNameOfItsField() {
        return Stream.of(
                Arguments.of(PeerKind.SENDER, 0, 1.0, 1L, "messageBytes"),
                Arguments.of(PeerKind.SENDER, 65_537, 1.0, 1L, "messageBytes"),
                Arguments.of(PeerKind.DATAGRAM_BURST, 65_508, 1.0, 1L, "messageBytes"),
                Arguments.of(PeerKind.SENDER, 1, 0.5, 1L, "messagesPerSecond"),
                Arguments.of(PeerKind.SENDER, 1, Double.NaN, 1L, "messagesPerSecond"),
                Arguments.of(PeerKind.SENDER, 1, 1.0, -1L, "messages"),
                Arguments.of(PeerKind.DATAGRAM_BURST, 1, 1.0, 0L, "messages"));
    }

    @Test
    void anotherMachineIsNoTarget() {
        CommandOutcome started = start(PeerKind.SENDER, new InetSocketAddress("192.0.2.1", 7), 1, 1, 1);

        assertThat(started.status()).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(started.message()).isEqualTo(CommandMessage.of("command.refused.peerTarget", "192.0.2.1"));
    }

    private CommandOutcome start(PeerKind kind, InetSocketAddress target, int bytes, double rate, long messages) {
        return echo.session.execute(new EngineCommand.StartPeer(kind, new PeerSettings(target, bytes, rate, messages)));
    }

    private PeerRow row(int peer) {
        return echo.session.peers().stream()
                .filter(row -> row.id() == peer)
                .findFirst()
                .orElseThrow();
    }
}
