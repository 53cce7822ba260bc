package org.wskscope.app.view.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;
import org.wskscope.app.state.CommandPort;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.state.Submission;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.QuietNotices;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.session.CommandOutcome;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.trace.BufferReason;
import org.wskscope.engine.trace.EnableOrigin;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/** What one must see is on the card: held behaviours, bytes that lie about, shut gates, who blocks whom. */
class CardTextTest {
    private static final SocketId C1 = new SocketId(1);
    private static final SocketId C2 = new SocketId(2);

    private final TraceLog log = new TraceLog(1_000);
    private final TraceStamp at = new TraceStamp();
    private final List<EngineCommand> sent = new ArrayList<>();
    private final SessionModel session = new SessionModel(log, true, 2);
    private final SocketText words = new SocketText(new Messages(Locale.ENGLISH));
    private CallbackBehaviour receives = CallbackBehaviour.PLAIN;

    private final SocketCommandSender commands = new SocketCommandSender(
            new CommandContext(
                    new CommandPort() {
                        @Override
                        public Submission submit(EngineCommand command, Consumer<CommandOutcome> onSettled) {
                            sent.add(command);
                            return Submission.ACCEPTED;
                        }

                        @Override
                        public CallbackBehaviour behaviour(SocketId socket, WskCallback callback) {
                            return callback == WskCallback.RECEIVE ? receives : CallbackBehaviour.PLAIN;
                        }
                    },
                    message -> "",
                    new SimpleBooleanProperty()),
            new Selection(session),
            new QuietNotices());

    @Test
    void aCallbackThatIsHeldEveryTimeSaysSoAndCanBeEndedThere() {
        connection(C1);
        receives = CallbackBehaviour.PLAIN.holding();

        CardLook.LampLook lamp = look(C1).lamps().get(0);
        assertThat(lamp.event()).isEqualTo(WskEvent.WSK_EVENT_RECEIVE);
        assertThat(lamp.note().text()).isEqualTo("holds all");
        assertThat(lamp.end()).isEqualTo("End");

        SocketMenus menus = new SocketMenus(words, commands, new SocketForms(words, commands), session);
        assertThat(menus.holds(row(C1))).isEqualTo("holds every R");
        menus.endHold(row(C1), WskEvent.WSK_EVENT_RECEIVE);

        assertThat(sent).singleElement().isInstanceOfSatisfying(EngineCommand.SetBehaviour.class, set -> {
            assertThat(set.socket()).isEqualTo(C1);
            assertThat(set.behaviour().hold()).isFalse();
        });
    }

    @Test
    void aCardOfThePastTellsTheSameAndOffersNothing() {
        connection(C1);
        receives = CallbackBehaviour.PLAIN.holding();
        long entered = log.callbackEntered(at, 1, WskCallback.RECEIVE, 0, 8, 0);
        log.callbackDeferred(at, 1, WskCallback.RECEIVE, entered);

        CardLook now = look(C1);
        CardLook past = now.past();

        assertThat(now.rows()).anyMatch(row -> !row.choices().isEmpty());
        assertThat(past.rows())
                .extracting(CardLook.RowLook::note)
                .isEqualTo(now.rows().stream().map(CardLook.RowLook::note).toList());
        assertThat(past.rows()).allMatch(row -> row.choices().isEmpty());
        assertThat(past.lamps()).allMatch(lamp -> lamp.end().isEmpty());
        assertThat(past.lamps().get(0).note()).isEqualTo(now.lamps().get(0).note());
    }

    @Test
    void queuedAndRetainedBytesAndAShutGateAreReportedWithUnits() {
        connection(C1);
        log.bytesArrived(at, 1, ByteBuffer.allocate(4096));
        long entered = log.callbackEntered(at, 1, WskCallback.RECEIVE, 0, 2048, 0);
        log.listRetained(at, 1, entered, 2048, 2048);
        log.indicationBuffered(at, 1, 4096, BufferReason.NOT_TAKEN);
        log.gateChanged(at, 1, false, 4096);

        assertThat(look(C1).marks())
                .extracting(CardLook.Mark::text)
                .containsExactly("data refused", "queued 4.0 KiB", "retained 2.0 KiB");
    }

    @Test
    void aSocketBehindAnotherOnesCallOnItsProcessorSaysWhose() {
        connection(C1);
        connection(C2);
        log.callbackEntered(at, 2, WskCallback.RECEIVE, 0, 8, 0);
        log.bytesArrived(at, 1, ByteBuffer.allocate(8));
        OpenSockets open = new OpenSockets();
        ScopeFold fold = new ScopeFold(log);
        fold.foldTo(log.size());
        open.update(fold.snapshot(), 2 * Doing.SHOWN_AFTER_NANOS);

        SocketRow blocker = open.blockerOf(row(C1));
        assertThat(blocker).isNotNull();
        assertThat(blocker.name()).isEqualTo("C2");
        assertThat(open.blockerOf(row(C2))).isNull();
        CardLook look = new CardText(words, commands)
                .look(new CardText.Seen(row(C1), List.of(), List.of(), null, null, CardAnswer.NONE, blocker), 0);
        assertThat(look.marks()).extracting(CardLook.Mark::text).contains("behind C2 on CPU 0");
    }

    @Test
    void aCloseThatIsPendingSaysWhatItWaitsFor() {
        connection(C1);
        log.callbackEntered(at, 1, WskCallback.RECEIVE, 0, 8, 0);
        log.socketStateChanged(at, 1, SocketState.CONNECTED, SocketState.CLOSING);

        assertThat(look(C1).marks()).extracting(CardLook.Mark::text).containsExactly("close waits for 1 call or IRP");
        assertThat(Doing.of(row(C1), 0)).isEqualTo(Doing.WAITING);
    }

    @Test
    void aToggleThatWaitsSaysWhichCallItWaitsForAndSinceWhen() {
        connection(C1);
        log.callbackEnabled(
                at, 1, WskEvent.WSK_EVENT_RECEIVE.bit(), WskEvent.WSK_EVENT_RECEIVE.bit(), EnableOrigin.OPTION);
        at.set(62_700_000, 0, Irql.DISPATCH_LEVEL, RecordHead.NO_CAUSE);
        long entered = log.callbackEntered(at, 1, WskCallback.RECEIVE, 0, 8, 0);
        log.callbackDisableRequested(at, 1, WskEvent.WSK_EVENT_RECEIVE, 1, 0);

        assertThat(words.lampExplanation(row(C1), WskEvent.WSK_EVENT_RECEIVE))
                .endsWith("It waits for WskReceiveEvent, which runs since 62.700 ms (event " + entered + ").");
        assertThat(words.lampExplanation(row(C1), WskEvent.WSK_EVENT_DISCONNECT))
                .doesNotContain("It waits for");

        log.callbackDeferred(at, 1, WskCallback.RECEIVE, entered);

        assertThat(words.lampExplanation(row(C1), WskEvent.WSK_EVENT_RECEIVE))
                .endsWith("It waits for WskReceiveEvent, which is held since 62.700 ms (event " + entered
                        + "): let it return.");
    }

    private void connection(SocketId id) {
        log.socketCreated(at, id.value(), SocketCategory.CONNECTION, 2, 0);
    }

    private CardLook look(SocketId id) {
        SocketRow row = row(id);
        return new CardText(words, commands)
                .look(new CardText.Seen(row, row.callbacks(), List.of(), null, null, CardAnswer.NONE, null), 0);
    }

    private SocketRow row(SocketId id) {
        ScopeFold fold = new ScopeFold(log);
        fold.foldTo(log.size());
        SocketRow row = fold.snapshot().socket(id);
        assertThat(row).isNotNull();
        return row;
    }
}
