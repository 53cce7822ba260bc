package org.wskscope.app.view.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wskscope.app.state.Selected;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.Rule;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.trace.BufferReason;
import org.wskscope.engine.trace.DisableReason;
import org.wskscope.engine.trace.EnableOrigin;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.trace.WaitFor;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

class InspectorReaderTest {
    private static final SocketId C1 = new SocketId(1);
    private static final int RECEIVE = WskEvent.WSK_EVENT_RECEIVE.bit();
    private static final int DISABLE =
            EventMask.disabling(WskEvent.WSK_EVENT_RECEIVE).bits();

    private final TraceLog log = new TraceLog(100_000);
    private final TraceStamp at = new TraceStamp();
    private final SessionModel session = new SessionModel(log, true, 2);
    private final Selection selection = new Selection(session);
    private final RecordingCommands commands = new RecordingCommands();
    private final InspectorReader reader =
            new InspectorReader(session, selection, new Messages(Locale.ENGLISH), RuleBook.load(), new Holds(commands));

    @Test
    void nothingIsSaidOfNothing() {
        assertThat(reader.read()).isEqualTo(InspectorContent.NOTHING);
    }

    @Nested
    class WhenAReceiveCallbackIsHeld {
        private long entered;

        @BeforeEach
        void held() {
            log.socketCreated(at, 1, SocketCategory.CONNECTION, 2, 0);
            log.socketStateChanged(at, 1, SocketState.CREATED, SocketState.CONNECTED);
            log.callbackEnabled(at, 1, RECEIVE, RECEIVE, EnableOrigin.OPTION);
            entered = log.callbackEntered(at, 1, WskCallback.RECEIVE, 0xC, 64, 0);
            log.callbackDeferred(at, 1, WskCallback.RECEIVE, entered);
        }

        @Test
        void aDisableWithAnIrpIsPendingAndWaitsForTheOneWhoHolds() {
            long called = disable(7, NtStatus.STATUS_PENDING);
            select(called);

            InspectorContent content = reader.read();

            assertThat(content.title()).isEqualTo("WskControlSocket");
            assertThat(content.number()).isEqualTo("event " + called);
            assertThat(content.subtitle()).isEqualTo("Disable RECEIVE on C1 while its callback is in flight");
            assertThat(value(content, "EventMask")).isEqualTo("0x80000040");
            assertThat(value(content, "Irp")).isEqualTo("#7 (pending)");
            assertThat(value(content, "returned")).isEqualTo("STATUS_PENDING 0x00000103");
            assertThat(content.rules()).extracting(Rule::id).contains("CTL-ECB-09");
            assertThat(content.waits())
                    .extracting(InspectorContent.WaitStep::text)
                    .containsExactly("IRP #7 disable", "event " + entered + " callback", "you (held)");
            assertThat(content.held()).isEqualTo(new InspectorContent.HeldCall(C1, entered, WskCallback.RECEIVE));
            assertThat(content.code()).contains("WSK_EVENT_RECEIVE", "WSK_EVENT_DISABLE", "NULL, NULL, Irp);");
        }

        @Test
        void aDisableWithoutAnIrpIsEventPending() {
            long called = disable(0, NtStatus.STATUS_EVENT_PENDING);
            select(called);

            InspectorContent content = reader.read();

            assertThat(value(content, "Irp")).isEqualTo("NULL");
            assertThat(value(content, "returned")).isEqualTo("STATUS_EVENT_PENDING 0x40000013");
            assertThat(content.rules()).extracting(Rule::id).contains("CTL-ECB-10");
            assertThat(content.waits())
                    .extracting(InspectorContent.WaitStep::text)
                    .startsWith("disable (no IRP)");
        }

        @Test
        void afterTheReturnNothingWaitsAndTheIrpIsCompleted() {
            long called = disable(7, NtStatus.STATUS_PENDING);
            log.callbackReturned(at, 1, WskCallback.RECEIVE, entered, NtStatus.STATUS_SUCCESS, 64);
            log.callbackDisabled(at, 1, WskEvent.WSK_EVENT_RECEIVE, 0, DisableReason.OPTION);
            log.irpCompleted(at, 1, WskFunction.WSK_CONTROL_SOCKET, 7, NtStatus.STATUS_SUCCESS, 0);
            select(called);

            InspectorContent content = reader.read();

            assertThat(value(content, "Irp")).isEqualTo("#7 (completed, STATUS_SUCCESS)");
            assertThat(content.waits()).isEmpty();
            assertThat(content.held()).isNull();
        }

        @Test
        void theCallTellsItsFlagsAndOffersItsReturn() {
            select(entered);

            InspectorContent content = reader.read();

            assertThat(content.title()).isEqualTo("WskReceiveEvent");
            assertThat(value(content, "Flags")).isEqualTo("ENTIRE_MESSAGE|AT_DISPATCH_LEVEL");
            assertThat(value(content, "BytesIndicated")).isEqualTo("64 bytes");
            assertThat(value(content, "returned")).isEqualTo("not yet");
            assertThat(content.held()).isNotNull();
        }

        @Test
        void aReturnIsShownWithItsEntry() {
            long returned =
                    log.callbackReturned(at, 1, WskCallback.RECEIVE, entered, NtStatus.STATUS_DATA_NOT_ACCEPTED, 0);
            select(returned);

            assertThat(reader.read().number()).isEqualTo("event " + entered);
        }

        @Test
        void aToggleTellsItsBitAndItsState() {
            show();
            selection.select(new Selected.EventToggleSelected(C1, WskEvent.WSK_EVENT_RECEIVE));

            InspectorContent content = reader.read();

            assertThat(content.title()).isEqualTo("WSK_EVENT_RECEIVE");
            assertThat(value(content, "bit")).isEqualTo("0x00000040");
            assertThat(value(content, "now")).isEqualTo("on");
        }

        @Test
        void aHoldIsReportedWithAWayToEndIt() {
            commands.behaviours.put(WskCallback.RECEIVE, CallbackBehaviour.PLAIN.holding());
            show();
            selection.selectSocket(C1);

            List<InspectorContent.Hold> holds = reader.read().holds();

            assertThat(holds).containsExactly(new InspectorContent.Hold(C1, WskCallback.RECEIVE, false, false));
            new Holds(commands).end(holds.get(0));
            assertThat(commands.notified)
                    .containsExactly(new EngineCommand.SetBehaviour(C1, WskCallback.RECEIVE, CallbackBehaviour.PLAIN));
        }

        @Test
        void whatIsHeldSaysWhatItBlocks() {
            log.indicationBuffered(at, 1, 5, BufferReason.CALLBACK_IN_FLIGHT);
            disable(7, NtStatus.STATUS_PENDING);
            select(entered);

            assertThat(reader.read().blocks())
                    .extracting(InspectorContent.Blocked::text)
                    .containsExactly("C1: 5 bytes wait", "C1: the disable waits for this return");
        }

        @Test
        void aCloseThatIsPendingIsAmongWhatWaits() {
            log.functionCalled(at, 1, WskFunction.WSK_CLOSE_SOCKET, 9, 0, 0);
            log.socketStateChanged(at, 1, SocketState.CONNECTED, SocketState.CLOSING);
            log.irpPended(at, 1, WskFunction.WSK_CLOSE_SOCKET, 9, 0);
            show();
            selection.selectSocket(C1);

            InspectorContent content = reader.read();

            assertThat(content.waits())
                    .extracting(InspectorContent.WaitStep::text)
                    .containsExactly("IRP #9 close", "event " + entered + " callback", "you (held)");
            assertThat(content.held()).isNotNull();
            assertThat(content.blocks())
                    .extracting(InspectorContent.Blocked::text)
                    .contains("C1: the close waits for this return");
        }

        @Test
        void whatKeepsAProcessorBlocksTheOtherSocketsOfIt() {
            log.socketCreated(at, 2, SocketCategory.CONNECTION, 2, 0);
            log.socketCreated(at, 3, SocketCategory.CONNECTION, 2, 1);
            long other = log.callbackEntered(at, 2, WskCallback.RECEIVE, 0, 1, 0);
            log.waitBegan(at, 2, WaitFor.CALLBACK_RETURN, 0, other);
            select(other);

            assertThat(reader.read().blocks())
                    .extracting(InspectorContent.Blocked::text)
                    .contains("C1: its events wait for processor 0")
                    .noneMatch(text -> text.startsWith("C3"));
        }

        @Test
        void aRequestSaysWhatItWaitsForAndSinceWhen() {
            long pended = log.irpPended(at, 1, WskFunction.WSK_RECEIVE, 11, 1_234_567);
            select(pended);

            InspectorContent content = reader.read();

            assertThat(content.waits())
                    .extracting(InspectorContent.WaitStep::text)
                    .containsExactly("IRP #11", "data from the peer");
            assertThat(value(content, "length")).isEqualTo("1,234,567 bytes");
            assertThat(value(content, "pending for")).isEqualTo("0 ns");
        }

        private long disable(int irp, NtStatus answer) {
            long called = log.functionCalled(
                    at,
                    1,
                    WskFunction.WSK_CONTROL_SOCKET,
                    irp,
                    ControlCode.SO_WSK_EVENT_CALLBACK,
                    DISABLE & 0xFFFFFFFFL);
            log.callbackDisableRequested(at, 1, WskEvent.WSK_EVENT_RECEIVE, 1, irp);
            if (irp != 0) {
                log.irpPended(at, 1, WskFunction.WSK_CONTROL_SOCKET, irp, 0);
            }
            log.functionReturned(at, 1, WskFunction.WSK_CONTROL_SOCKET, irp, answer, called);
            return called;
        }
    }

    @Test
    void everyKindOfRecordHasWords() {
        log.clientRegistered(at, "echosrv", 0x100);
        log.socketCreated(at, 1, SocketCategory.LISTEN, 2, 0);
        log.inputFinished(at, 1, 0, false);
        log.gateChanged(at, 1, false, 5);
        log.commandIssued(at, 0, 1, "close C1");
        log.socketClosed(at, 1);

        for (long sequence = 0; sequence < log.size(); sequence++) {
            select(sequence);
            InspectorContent content = reader.read();
            assertThat(content.title()).isNotBlank();
            assertThat(content.why())
                    .isNotEmpty()
                    .allSatisfy(sentence -> assertThat(sentence).isNotBlank());
        }
    }

    @Test
    void theCostIsTheSameHoweverManyRecordsCameAfter() {
        log.socketCreated(at, 1, SocketCategory.CONNECTION, 2, 0);
        long entered = log.callbackEntered(at, 1, WskCallback.RECEIVE, 0, 1, 0);
        long called = log.functionCalled(at, 1, WskFunction.WSK_RECEIVE, 5, 0, 0);
        for (int i = 0; i < 60_000; i++) {
            log.bytesSent(at, 1, 1, 0);
        }
        ScopeFold fold = new ScopeFold(log);
        fold.foldTo(log.size());
        ScopeSnapshot folded = fold.snapshot();
        CountingReader counting = new CountingReader(log);
        session.show(
                new ScopeSnapshot(
                        counting,
                        folded.playhead(),
                        folded.timeNanos(),
                        folded.sockets(),
                        folded.lanes(),
                        folded.findings(),
                        folded.totals(),
                        folded.environment()),
                0,
                log.size());

        selection.selectRecord(entered);
        assertThat(value(reader.read(), "returned")).isEqualTo("not yet");
        assertThat(counting.looks).isLessThan(100);

        selection.selectRecord(called);
        assertThat(value(reader.read(), "returned")).isEqualTo("not yet");
        assertThat(counting.looks).isLessThan(60_000);
    }

    @Test
    void whatARecordNamesIsALinkToIt() {
        log.socketCreated(at, 1, SocketCategory.CONNECTION, 2, 0);
        long entered = log.callbackEntered(at, 1, WskCallback.RECEIVE, 0, 1, 0);
        select(log.listRetained(at, 1, entered, 1, 1));

        InspectorContent content = reader.read();

        assertThat(content.arguments())
                .contains(InspectorContent.Argument.link(
                        "call", "event " + entered, new Selected.RecordSelected(entered)));
        assertThat(value(content, "length")).isEqualTo("1 byte");
        assertThat(value(content, "kept in all")).isEqualTo("1 byte");
    }

    private void select(long sequence) {
        show();
        selection.selectRecord(sequence);
    }

    private void show() {
        ScopeFold fold = new ScopeFold(log);
        fold.foldTo(log.size());
        session.show(fold.snapshot(), 0, log.size());
    }

    private static String value(InspectorContent content, String name) {
        return content.arguments().stream()
                .filter(argument -> argument.name().equals(name))
                .map(InspectorContent.Argument::value)
                .findFirst()
                .orElse("(no " + name + ")");
    }
}
