package org.wskscope.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskSocketParameters;

@Timeout(60)
class InspectCommandsTest {
    private final LiveSession session = LiveSession.open(LiveSessionOptions.DEFAULT);
    private final LogWait log = LogWait.fromNow(session);
    private SocketId listener = new SocketId(0);

    @BeforeEach
    void listenConditionally() {
        CommandOutcome created =
                session.execute(new EngineCommand.CreateSocket(SocketCategory.LISTEN, WskSocketParameters.AF_INET));
        SocketId socket = created.socket();
        assertThat(socket).isNotNull();
        listener = socket;
        assertThat(status(new EngineCommand.SetConditionalAccept(listener, true)))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        session.execute(new EngineCommand.Bind(listener, LiveEcho.ANY_PORT, false));
        session.execute(new EngineCommand.SetEventCallback(
                listener, EventMask.of(WskEvent.WSK_EVENT_ACCEPT, WskEvent.WSK_EVENT_RECEIVE), false));
    }

    @AfterEach
    void close() {
        session.close();
    }

    private NtStatus status(EngineCommand command) {
        return session.execute(command).status();
    }

    private LoopbackPeer connect() throws IOException {
        InetSocketAddress at = log.bound(listener);
        return new LoopbackPeer(at);
    }

    private void behave(CallbackBehaviour behaviour) {
        session.execute(new EngineCommand.SetBehaviour(listener, WskCallback.INSPECT, behaviour));
    }

    @Test
    @Tag("EVT-INS-06")
    void theDemonstrationClientLetsEveryRequestInUnlessReportedOtherwise() throws IOException {
        try (LoopbackPeer peer = connect()) {
            SocketId accepted = log.accepted(listener);
            peer.send("hello");

            assertThat(peer.receive(5)).asString().isEqualTo("hello");
            CommandOutcome id = session.execute(new EngineCommand.QueryInspectId(accepted));
            assertThat(id.message()).isEqualTo(CommandMessage.of("command.note.inspectId", 1));
        }
    }

    @Test
    @Tag("EVT-INS-07")
    void aRejectedPeerIsReset() throws IOException {
        behave(CallbackBehaviour.PLAIN.answering(InspectAction.WskInspectReject));

        try (LoopbackPeer peer = connect()) {
            assertThat(peer.serverFinishedInOrder()).isFalse();
        }
    }

    @Test
    @Tag("EVT-INS-13")
    void aPendedRequestIsAnsweredByItsSerialNumber() throws IOException {
        behave(CallbackBehaviour.PLAIN.answering(InspectAction.WskInspectPend));
        try (LoopbackPeer peer = connect()) {
            peer.send("early");
            log.callbackReturned(log.callbackEntered(listener, WskCallback.INSPECT));

            CommandOutcome answered =
                    session.execute(new EngineCommand.InspectComplete(listener, 1, InspectAction.WskInspectAccept));

            assertThat(answered.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(answered.irp()).isPositive();
            assertThat(peer.receive(5)).asString().isEqualTo("early");
        }
    }

    @Test
    @Tag("C-40")
    void aHeldInspectCallbackReturnsWhatTheUserSays() throws IOException {
        behave(CallbackBehaviour.LET_IN.holding());
        try (LoopbackPeer peer = connect()) {
            long entered = log.callbackEntered(listener, WskCallback.INSPECT);
            log.callbackDeferred(entered);

            assertThat(status(new EngineCommand.AnswerInspect(listener, entered, InspectAction.WskInspectReject)))
                    .isEqualTo(NtStatus.STATUS_SUCCESS);

            assertThat(log.returnedStatus(entered)).isEqualTo(InspectAction.WskInspectReject.asReturn());
            assertThat(peer.serverFinishedInOrder()).isFalse();
            assertThat(session.execute(
                                    new EngineCommand.AnswerInspect(listener, entered, InspectAction.WskInspectAccept))
                            .message()
                            .key())
                    .isEqualTo("command.refused.notHeld");
        }
    }

    @Test
    void refusalsSayWhatIsWrong() {
        assertThat(session.execute(new EngineCommand.SetConditionalAccept(listener, false))
                        .message())
                .isEqualTo(CommandMessage.of("command.refused.conditionalTooLate"));
        assertThat(session.execute(new EngineCommand.InspectComplete(listener, 7, InspectAction.WskInspectAccept))
                        .message())
                .isEqualTo(CommandMessage.of("command.refused.unknownInspection", 7));
        assertThat(session.execute(new EngineCommand.QueryInspectId(listener)).message())
                .isEqualTo(CommandMessage.of("command.refused.notInspected"));
        assertThat(session.execute(new EngineCommand.ResetPeer(5)).message())
                .isEqualTo(CommandMessage.of("command.refused.unknownPeer", 5));
    }
}
