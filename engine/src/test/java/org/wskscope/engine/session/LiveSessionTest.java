package org.wskscope.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskSocketParameters;

@Timeout(60)
class LiveSessionTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final LiveSession session = LiveSession.open(LiveSessionOptions.DEFAULT.withRecordLimit(100_000));
    private final LogWait log = LogWait.fromNow(session);

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void aTcpPeerGetsItsBytesBack() throws IOException {
        EchoServer server = EchoServer.listen(session, ANY_PORT, false);
        try (LoopbackPeer peer = new LoopbackPeer(server.local())) {
            peer.send("hello");

            assertThat(peer.receive(5)).asString(StandardCharsets.UTF_8).isEqualTo("hello");
        }
    }

    @Test
    void aConnectionIsClosedInOrderOnceItsPeerHasFinished() throws IOException {
        EchoServer server = EchoServer.listen(session, ANY_PORT, false);
        try (LoopbackPeer peer = new LoopbackPeer(server.local())) {
            peer.send("last words");
            peer.finish();

            assertThat(peer.receive(10)).asString(StandardCharsets.UTF_8).isEqualTo("last words");
            assertThat(peer.serverFinishedInOrder()).isTrue();
            log.closed(log.accepted(server.socket()));
        }
    }

    @Test
    void aDatagramComesBack() throws IOException {
        EchoServer server = EchoServer.datagrams(session, ANY_PORT, false);
        try (DatagramSocket peer = new DatagramSocket(ANY_PORT)) {
            peer.setSoTimeout(20_000);
            byte[] bytes = "ping".getBytes(StandardCharsets.UTF_8);
            peer.send(new DatagramPacket(bytes, bytes.length, server.local()));

            DatagramPacket answer = new DatagramPacket(new byte[100], 100);
            peer.receive(answer);

            assertThat(new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8))
                    .isEqualTo("ping");
        }
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress taken = (InetSocketAddress) other.getLocalSocketAddress();

            EchoServer server = EchoServer.listen(session, taken, false);

            assertThat(server.isRunning()).isFalse();
            assertThat(server.outcome().status()).isEqualTo(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS);
            assertThat(server.outcome().message())
                    .isEqualTo(CommandMessage.of("command.refused.portInUse", taken.getPort()));
        }
    }

    @Test
    @Tag("FID-13")
    void theIpv6WildcardWithoutConfirmationIsTheLoopbackAddressAndThatIsTold() {
        SocketId socket = session.execute(
                        new EngineCommand.CreateSocket(SocketCategory.LISTEN, WskSocketParameters.AF_INET6))
                .socket();
        assertThat(socket).isNotNull();

        CommandOutcome bound = session.execute(new EngineCommand.Bind(socket, new InetSocketAddress("::", 0), false));

        assertThat(bound.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bound.message()).isEqualTo(CommandMessage.of("command.done.loopback6"));
        assertThat(TraceAssert.records(session.log(), TraceRecord.SocketBound.class))
                .last()
                .satisfies(record -> assertThat(record.local().getAddress().isLoopbackAddress())
                        .isTrue());
    }

    @Test
    @Tag("FID-13")
    void whoConfirmsTheIpv6WildcardGetsIt() {
        SocketId socket = session.execute(
                        new EngineCommand.CreateSocket(SocketCategory.LISTEN, WskSocketParameters.AF_INET6))
                .socket();
        assertThat(socket).isNotNull();

        session.execute(new EngineCommand.Bind(socket, new InetSocketAddress("::", 0), true));

        assertThat(TraceAssert.records(session.log(), TraceRecord.SocketBound.class))
                .last()
                .satisfies(record -> assertThat(record.local().getAddress().isAnyLocalAddress())
                        .isTrue());
    }

    @Test
    void anotherInterfaceThanLoopbackNeedsAConfirmation() {
        SocketId socket = create(SocketCategory.LISTEN);
        InetSocketAddress everywhere = new InetSocketAddress("0.0.0.0", 0);

        CommandOutcome unconfirmed = session.execute(new EngineCommand.Bind(socket, everywhere, false));
        CommandOutcome confirmed = session.execute(new EngineCommand.Bind(socket, everywhere, true));

        assertThat(unconfirmed.status()).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(unconfirmed.message()).isEqualTo(CommandMessage.of("command.refused.notLoopback", "0.0.0.0"));
        assertThat(confirmed.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void anUnknownSocketIsAnsweredNotThrown() {
        CommandOutcome outcome = session.execute(new EngineCommand.CloseSocket(new SocketId(99)));

        assertThat(outcome.status()).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(outcome.message()).isEqualTo(CommandMessage.of("command.refused.unknownSocket", 99));
    }

    @Test
    void aFunctionTheCategoryDoesNotHaveIsNamed() {
        SocketId basic = create(SocketCategory.BASIC);

        CommandOutcome outcome = session.execute(new EngineCommand.Listen(basic));

        assertThat(outcome.status()).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_REQUEST);
        assertThat(outcome.message()).isEqualTo(CommandMessage.of("command.refused.notInTable", "WskListen"));
    }

    @Test
    void tooMuchToSendAtOnceIsRefused() {
        SocketId socket = create(SocketCategory.CONNECTION);

        CommandOutcome outcome =
                session.execute(new EngineCommand.Send(socket, new byte[SocketCommands.MAX_TRANSFER_BYTES + 1], null));

        assertThat(outcome.status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(outcome.message().key()).isEqualTo("command.refused.tooLong");
    }

    @Test
    @SuppressWarnings("try") // the peer only has to be there
    void aPendingReceiveCanBeCancelledByItsNumber() throws IOException {
        EchoServer server = EchoServer.listen(session, ANY_PORT, false);
        try (LoopbackPeer peer = new LoopbackPeer(server.local())) {
            SocketId connection = log.accepted(server.socket());
            CommandOutcome receive = session.execute(new EngineCommand.Receive(connection, 10, 0));

            CommandOutcome cancel = session.execute(new EngineCommand.CancelIrp(receive.irp()));

            assertThat(receive.status()).isEqualTo(NtStatus.STATUS_PENDING);
            assertThat(cancel.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(log.irpCompleted(receive.irp())).isEqualTo(NtStatus.STATUS_CANCELLED);
        }
    }

    @Test
    @SuppressWarnings("try") // the peer only has to be there
    void aListenersBehaviourIsTheDefaultOfItsConnections() throws IOException {
        EchoServer server = EchoServer.listen(session, ANY_PORT, false);
        CallbackBehaviour rejecting = CallbackBehaviour.PLAIN.returning(NtStatus.STATUS_DATA_NOT_ACCEPTED);
        session.execute(new EngineCommand.SetBehaviour(server.socket(), WskCallback.RECEIVE, rejecting));
        try (LoopbackPeer peer = new LoopbackPeer(server.local())) {
            SocketId connection = log.accepted(server.socket());

            assertThat(session.behaviour(connection, WskCallback.RECEIVE)).isEqualTo(rejecting);
        }
    }

    @Test
    void workKeepsACallInProgressForItsTimeAndNoProcessorBusy() throws IOException {
        EchoServer server = EchoServer.listen(session, ANY_PORT, false);
        long workNanos = 50_000_000;
        session.execute(new EngineCommand.SetBehaviour(
                server.socket(), WskCallback.RECEIVE, CallbackBehaviour.PLAIN.working(workNanos)));
        try (LoopbackPeer peer = new LoopbackPeer(server.local())) {
            SocketId connection = log.accepted(server.socket());
            peer.send("x");

            long entered = log.callbackEntered(connection, WskCallback.RECEIVE);
            long deferred = log.callbackDeferred(entered);
            long returned = log.callbackReturned(entered);

            assertThat(nanos(returned) - nanos(entered)).isGreaterThanOrEqualTo(workNanos);
            assertThat(nanos(deferred) - nanos(entered)).isLessThan(workNanos);
        }
    }

    @Test
    void aHeldAcceptCanBeRejectedByHand() throws IOException {
        EchoServer server = EchoServer.listen(session, ANY_PORT, false);
        session.execute(new EngineCommand.SetBehaviour(
                server.socket(), WskCallback.ACCEPT, CallbackBehaviour.PLAIN.holdingOnce()));
        try (LoopbackPeer rejected = new LoopbackPeer(server.local())) {
            long entered = log.callbackEntered(server.socket(), WskCallback.ACCEPT);
            log.callbackDeferred(entered);

            CommandOutcome returned = session.execute(new EngineCommand.ReturnHeld(
                    server.socket(), entered, NtStatus.STATUS_REQUEST_NOT_ACCEPTED, CallbackBehaviour.ALL_BYTES));
            CommandOutcome again = session.execute(new EngineCommand.ReturnHeld(
                    server.socket(), entered, NtStatus.STATUS_SUCCESS, CallbackBehaviour.ALL_BYTES));

            assertThat(returned.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(again.message()).isEqualTo(CommandMessage.of("command.refused.notHeld"));
            assertThat(rejected.serverFinishedInOrder()).isFalse();
        }
        try (LoopbackPeer next = new LoopbackPeer(server.local())) {
            next.send("only the next call was held");

            assertThat(next.receive(4)).asString(StandardCharsets.UTF_8).isEqualTo("only");
        }
    }

    @Test
    void retainedListsAreReleasedOnCommandAndThenTheSocketCloses() throws IOException {
        EchoServer server = EchoServer.listen(session, ANY_PORT, false);
        session.execute(new EngineCommand.SetBehaviour(
                server.socket(), WskCallback.RECEIVE, CallbackBehaviour.PLAIN.returning(NtStatus.STATUS_PENDING)));
        try (LoopbackPeer peer = new LoopbackPeer(server.local())) {
            SocketId connection = log.accepted(server.socket());
            peer.send("kept");
            peer.finish();
            log.callbackReturned(log.callbackEntered(connection, WskCallback.DISCONNECT));

            CommandOutcome release = session.execute(new EngineCommand.ReleaseRetained(connection));

            assertThat(release.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(release.message()).isEqualTo(CommandMessage.NONE);
            log.closed(connection);
        }
    }

    @Test
    void aPeerThatDoesNotReadIsNotGivenUnboundedMemory() throws IOException {
        EchoServer server = EchoServer.listen(session, ANY_PORT, false);
        byte[] flood = new byte[16 << 20];
        for (int i = 0; i < flood.length; i++) {
            flood[i] = (byte) (i * 31);
        }
        try (LoopbackPeer peer = new LoopbackPeer(server.local())) {
            SocketId connection = log.accepted(server.socket());
            Thread sender = new Thread(() -> sendUnchecked(peer, flood), "test-flood");
            sender.start();
            log.await(
                    "a receive callback that takes no more",
                    RecordKind.CALLBACK_RETURNED,
                    record -> ((TraceRecord.CallbackReturned) record).status().equals(NtStatus.STATUS_DATA_NOT_ACCEPTED)
                            && record.head().socket().equals(connection));

            byte[] answer = peer.receive(flood.length);

            assertThat(answer).isEqualTo(flood);
        }
    }

    @Test
    void closingReturnsHeldCallsAndSealsTheLog() throws IOException {
        EchoServer server = EchoServer.listen(session, ANY_PORT, false);
        session.execute(
                new EngineCommand.SetBehaviour(server.socket(), WskCallback.RECEIVE, CallbackBehaviour.ECHO.holding()));
        try (LoopbackPeer peer = new LoopbackPeer(server.local())) {
            SocketId connection = log.accepted(server.socket());
            peer.send("x");
            long entered = log.callbackEntered(connection, WskCallback.RECEIVE);
            log.callbackDeferred(entered);

            session.close();
            session.close();

            log.callbackReturned(entered);
            log.closed(connection);
            log.closed(server.socket());
            long last = session.log().size() - 1;
            assertThat(session.log().kind(last)).isEqualTo(RecordKind.LOG_SEALED);
            assertThat(session.commandable()).isFalse();
            assertThat(session.execute(new EngineCommand.CloseSocket(connection))
                            .message())
                    .isEqualTo(CommandMessage.of("command.refused.sessionClosed"));
        }
    }

    @Test
    void everyCommandStandsInTheLogWithItsAnswer() {
        CommandOutcome created =
                session.execute(new EngineCommand.CreateSocket(SocketCategory.LISTEN, WskSocketParameters.AF_INET));
        CommandOutcome early = session.execute(
                new EngineCommand.SetEventCallback(created.socket(), EventMask.of(WskEvent.WSK_EVENT_ACCEPT), false));

        TraceRecord.CommandSettled settled = (TraceRecord.CommandSettled) log.await(
                "the second command's answer",
                RecordKind.COMMAND_SETTLED,
                record -> ((TraceRecord.CommandSettled) record).command() == 2);

        assertThat(early.status()).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        assertThat(settled.status()).isEqualTo(early.status());
        assertThat(settled.message()).isEqualTo("command.refused.wrongState");
        TraceRecord issued = session.log().read(settled.head().cause());
        assertThat(((TraceRecord.CommandIssued) issued).text()).isEqualTo("SO_WSK_EVENT_CALLBACK ACCEPT");
    }

    private SocketId create(SocketCategory category) {
        CommandOutcome created = session.execute(new EngineCommand.CreateSocket(category, WskSocketParameters.AF_INET));
        assertThat(created.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        return created.socket();
    }

    private long nanos(long sequence) {
        return session.log().timeNanos(sequence);
    }

    private static void sendUnchecked(LoopbackPeer peer, byte[] bytes) {
        try {
            peer.send(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
