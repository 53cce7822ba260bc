package org.wskscope.app.view.sockets;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.wskscope.app.state.CommandPort;
import org.wskscope.app.state.Selected;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.Submission;
import org.wskscope.app.view.Notices;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.session.CommandMessage;
import org.wskscope.engine.session.CommandOutcome;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/** The way of every wish about sockets and peers to the engine, and of its answer back. FX thread. */
final class SocketCommandSender {
    private final CommandPort port;
    private final Selection selection;
    private final Notices notices;
    private final Function<CommandMessage, String> sentences;
    private final BooleanProperty disableWithIrp;
    private final ReadOnlyObjectWrapper<EventCallbackAnswer> lastAnswer =
            new ReadOnlyObjectWrapper<>(EventCallbackAnswer.NONE);

    private final ReadOnlyIntegerWrapper behaviours = new ReadOnlyIntegerWrapper();

    /** What {@code SO_WSK_EVENT_CALLBACK} answered last, and on which socket; {@code number} counts the answers. */
    record EventCallbackAnswer(int number, SocketId socket, NtStatus status, int irp) {
        static final EventCallbackAnswer NONE = new EventCallbackAnswer(0, new SocketId(0), NtStatus.STATUS_SUCCESS, 0);
    }

    SocketCommandSender(CommandContext road, Selection selection, Notices notices) {
        this.port = road.port();
        this.sentences = road.sentences();
        this.disableWithIrp = road.disableWithIrp();
        this.selection = selection;
        this.notices = notices;
    }

    /** Whether a click that disables an event passes an IRP. */
    BooleanProperty disableWithIrpProperty() {
        return disableWithIrp;
    }

    ReadOnlyObjectProperty<EventCallbackAnswer> lastAnswerProperty() {
        return lastAnswer.getReadOnlyProperty();
    }

    /** Counts the changes of what callbacks do, as far as they were asked for here. */
    ReadOnlyIntegerProperty behavioursProperty() {
        return behaviours.getReadOnlyProperty();
    }

    /** Sends a command; a refusal is told as a notice. */
    void run(EngineCommand command) {
        runAndTell(command, "");
    }

    /** Sends a command whose effect nothing else shows; {@code done} is told when it was carried out. */
    void runAndTell(EngineCommand command, String done) {
        run(command, answer -> {
            if (answer.refused()) {
                notices.refused(answer.status().name(), answer.sentence());
            } else if (!done.isEmpty()) {
                notices.inform(done);
            }
        });
    }

    /** Sends a command whose answer is the caller's to show. */
    void run(EngineCommand command, Consumer<SocketAnswer> whenAnswered) {
        Submission submission = port.submit(command, outcome -> {
            if (command instanceof EngineCommand.SetEventCallback set) {
                lastAnswer.set(new EventCallbackAnswer(
                        lastAnswer.get().number() + 1, set.socket(), outcome.status(), outcome.irp()));
            }
            if (command instanceof EngineCommand.SetBehaviour) {
                behaviours.set(behaviours.get() + 1);
            }
            whenAnswered.accept(answer(outcome));
        });
        if (!submission.accepted()) {
            String sentence = sentences.apply(submission.message());
            whenAnswered.accept(new SocketAnswer(NtStatus.STATUS_DEVICE_NOT_READY, true, sentence, null, 0));
        }
    }

    void report(String sentence) {
        notices.inform(sentence);
    }

    void stopPeer(int peer) {
        run(new EngineCommand.StopPeer(peer));
    }

    void select(SocketId socket) {
        selection.selectSocket(socket);
    }

    void selectToggle(SocketId socket, WskEvent event) {
        selection.select(new Selected.EventToggleSelected(socket, event));
    }

    void selectRecord(long sequence) {
        selection.selectRecord(sequence);
    }

    void selectPeer(int peer) {
        selection.select(new Selected.PeerSelected(peer));
    }

    /** What the callback does now; plain success where the session has no client of its own for the socket. */
    CallbackBehaviour behaviour(SocketId socket, WskCallback callback) {
        CallbackBehaviour known = port.behaviour(socket, callback);
        return known == null ? CallbackBehaviour.PLAIN : known;
    }

    private SocketAnswer answer(CommandOutcome outcome) {
        boolean refused = !outcome.status().isSuccess();
        return new SocketAnswer(
                outcome.status(), refused, sentences.apply(outcome.message()), outcome.socket(), outcome.irp());
    }
}
