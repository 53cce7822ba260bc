package org.wskscope.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.RecordMatchers;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.DisconnectEventFlags;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

/** Scenarios of the specification as far as the machine's own TCP can show them. */
@Timeout(60)
class RealSocketScenariosTest {
    private static final CallbackBehaviour REJECTING =
            CallbackBehaviour.PLAIN.returning(NtStatus.STATUS_DATA_NOT_ACCEPTED);

    private final LiveEcho echo = new LiveEcho();

    @AfterEach
    void close() {
        echo.close();
    }

    @Test
    void scn07EventsAreInheritedThroughTheCallbackOnlyAndSurviveSwitchingItOff() throws IOException {
        echo.behave(WskCallback.RECEIVE, CallbackBehaviour.PLAIN);
        try (LoopbackPeer first = echo.connect()) {
            SocketId inherited = echo.log.accepted(echo.listener());
            first.send("1");
            echo.log.callbackEntered(inherited, WskCallback.RECEIVE);
        }

        CommandOutcome accept = echo.session.execute(new EngineCommand.Accept(echo.listener()));
        assertThat(accept.status()).isEqualTo(NtStatus.STATUS_PENDING);
        LogWait sinceAccept = LogWait.fromNow(echo.session);
        try (LoopbackPeer second = echo.connect()) {
            assertThat(echo.log.irpCompleted(accept.irp())).isEqualTo(NtStatus.STATUS_SUCCESS);
            SocketId silent = ((TraceRecord.SocketAccepted)
                            sinceAccept.await("the accepted socket", RecordKind.SOCKET_ACCEPTED, record -> true))
                    .accepted();
            second.send("2");
            sinceAccept.bytesArrived(silent);

            TraceAssert.assertThat(echo.session.log())
                    .onSocket(silent.value())
                    .containsNone(RecordMatchers.callbackEntered(WskEvent.WSK_EVENT_RECEIVE));
        }

        assertThat(listenerOption(EventMask.disabling(WskEvent.WSK_EVENT_ACCEPT)))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(listenerOption(EventMask.disabling(WskEvent.WSK_EVENT_RECEIVE)))
                .isEqualTo(NtStatus.STATUS_INVALID_DEVICE_REQUEST);
        assertThat(listenerOption(EventMask.of(WskEvent.WSK_EVENT_ACCEPT))).isEqualTo(NtStatus.STATUS_SUCCESS);

        LogWait sinceOption = LogWait.fromNow(echo.session);
        try (LoopbackPeer third = echo.connect()) {
            SocketId again = sinceOption.accepted(echo.listener());
            third.send("3");
            sinceOption.callbackEntered(again, WskCallback.RECEIVE);
        }
    }

    @Test
    void scn09ARejectedConnectionIsReset() throws IOException {
        echo.behave(WskCallback.ACCEPT, CallbackBehaviour.PLAIN.returning(NtStatus.STATUS_REQUEST_NOT_ACCEPTED));

        try (LoopbackPeer peer = echo.connect()) {
            assertThat(peer.serverFinishedInOrder()).isFalse();
        }

        SocketId rejected = echo.log.accepted(echo.listener());
        assertThat(echo.session
                        .execute(new EngineCommand.CloseSocket(rejected))
                        .message()
                        .key())
                .isEqualTo("command.refused.unknownSocket");
    }

    @Test
    void scn17AGracefulDisconnectWaitsBehindQueuedData() throws IOException {
        echo.behave(WskCallback.RECEIVE, REJECTING);
        echo.behave(WskCallback.DISCONNECT, CallbackBehaviour.PLAIN);
        try (LoopbackPeer peer = echo.connect()) {
            SocketId connection = echo.log.accepted(echo.listener());
            peer.send(new byte[100]);
            echo.log.callbackReturned(echo.log.callbackEntered(connection, WskCallback.RECEIVE));
            peer.finish();
            echo.log.await(
                    "the FIN",
                    RecordKind.INPUT_FINISHED,
                    record -> record.head().socket().equals(connection));
            TraceAssert.assertThat(echo.session.log())
                    .containsNone(RecordMatchers.callbackEntered(WskEvent.WSK_EVENT_DISCONNECT));

            CommandOutcome taking = echo.session.execute(new EngineCommand.Receive(connection, 100, 0));
            long disconnected = echo.log.callbackEntered(connection, WskCallback.DISCONNECT);
            CommandOutcome atTheEnd = echo.session.execute(new EngineCommand.Receive(connection, 10, 0));
            CommandOutcome bye = echo.session.execute(
                    new EngineCommand.Send(connection, "bye".getBytes(StandardCharsets.UTF_8), null));

            assertThat(disconnectFlags(disconnected).abortive()).isFalse();
            assertThat(echo.log.irpCompletion(taking.irp())).isLessThan(disconnected);
            TraceAssert.assertThat(echo.session.log())
                    .containsInOrder(
                            RecordMatchers.irpCompleted(WskFunction.WSK_RECEIVE, NtStatus.STATUS_SUCCESS, 100),
                            RecordMatchers.irpCompleted(WskFunction.WSK_RECEIVE, NtStatus.STATUS_SUCCESS, 0));
            assertThat(echo.log.irpCompleted(atTheEnd.irp())).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(echo.log.irpCompleted(bye.irp())).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(peer.receive(3)).asString(StandardCharsets.UTF_8).isEqualTo("bye");
        }
    }

    @Test
    void scn18AnAbortiveDisconnectOvertakesQueuedData() throws IOException {
        echo.behave(WskCallback.RECEIVE, REJECTING);
        echo.behave(WskCallback.DISCONNECT, CallbackBehaviour.PLAIN);
        try (LoopbackPeer peer = echo.connect()) {
            SocketId connection = echo.log.accepted(echo.listener());
            peer.send(new byte[100]);
            echo.log.callbackReturned(echo.log.callbackEntered(connection, WskCallback.RECEIVE));
            CommandOutcome stuck = CommandOutcome.SUCCESS;
            // More than the system's buffers of both sides hold, for a peer that does not read.
            for (int i = 0; i < 16; i++) {
                stuck = echo.session.execute(new EngineCommand.Send(connection, new byte[1 << 20], null));
            }
            assertThat(stuck.status()).isEqualTo(NtStatus.STATUS_PENDING);

            peer.reset();

            assertThat(echo.log.irpCompleted(stuck.irp())).isEqualTo(NtStatus.STATUS_CONNECTION_RESET);
            assertThat(disconnectFlags(echo.log.callbackEntered(connection, WskCallback.DISCONNECT))
                            .abortive())
                    .isTrue();
            assertThat(echo.status(new EngineCommand.Receive(connection, 10, 0)))
                    .isEqualTo(NtStatus.STATUS_CONNECTION_RESET);
            assertThat(echo.status(new EngineCommand.CloseSocket(connection)).isSuccess())
                    .isTrue();
            echo.log.closed(connection);
        }
    }

    private NtStatus listenerOption(EventMask mask) {
        return echo.status(new EngineCommand.SetEventCallback(echo.listener(), mask, false));
    }

    private DisconnectEventFlags disconnectFlags(long entered) {
        return new DisconnectEventFlags(
                ((TraceRecord.CallbackEntered) echo.session.log().read(entered)).flags());
    }
}
