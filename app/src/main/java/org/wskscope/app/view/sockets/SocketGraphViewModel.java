package org.wskscope.app.view.sockets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.state.Folding;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.state.Trouble;
import org.wskscope.app.theme.Hue;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.CallbackInFlight;
import org.wskscope.engine.projection.OpenWait;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.SocketId;

/** What the graph shows at the playhead. It is brought up to date only while somebody looks, and only when {@link #refresh} is called. FX thread. */
final class SocketGraphViewModel {
    /** More cards than these would cost more than they tell. */
    private static final int MOST_CARDS = 48;
    /** How long an answer stands on a card. */
    private static final long ANSWER_NANOS = 6_000_000_000L;

    private final SessionModel session;
    private final Selection selection;
    private final SocketText words;
    private final OpenSockets open = new OpenSockets();
    private final CardChoice choice;
    private final ReadOnlyObjectWrapper<GraphContent> content = new ReadOnlyObjectWrapper<>(GraphContent.EMPTY);
    private final ReadOnlyObjectWrapper<@Nullable SocketId> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<CardAnswer> answer = new ReadOnlyObjectWrapper<>(CardAnswer.NONE);
    private @Nullable ScopeSnapshot shown;
    private SocketId answered = new SocketId(0);
    private long answerUntil;
    private boolean quiet = true;

    SocketGraphViewModel(SessionModel session, Selection selection, SocketCommandSender commands, SocketText words) {
        this.session = session;
        this.selection = selection;
        this.words = words;
        choice = new CardChoice(MOST_CARDS, session.folding());
        selection.currentProperty().addListener((o, old, now) -> selectionChanged());
        commands.lastAnswerProperty().addListener((o, old, now) -> answered(now));
        selectionChanged();
        refresh();
    }

    SessionModel session() {
        return session;
    }

    Folding folding() {
        return session.folding();
    }

    OpenSockets open() {
        return open;
    }

    ReadOnlyObjectProperty<GraphContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /** The selected socket, or the one the selection belongs to; null for none. */
    ReadOnlyObjectProperty<@Nullable SocketId> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<CardAnswer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** What WSK answered lately about the socket. */
    CardAnswer answerFor(SocketId socket) {
        return socket.equals(answered) ? answer.get() : CardAnswer.NONE;
    }

    long nowNanos() {
        return session.nowNanos();
    }

    /** The calls in progress that last long enough to be seen. */
    List<CallbackInFlight> visibleCalls(SocketRow row) {
        long now = nowNanos();
        return row.callbacks().isEmpty()
                ? List.of()
                : row.callbacks().stream()
                        .filter(call -> Doing.isSeen(call, now))
                        .toList();
    }

    /** The waits that last long enough to be seen, each with the reason why it cannot end. */
    List<ShownWait> visibleWaits(SocketRow row) {
        long now = nowNanos();
        return row.waits().isEmpty()
                ? List.of()
                : row.waits().stream()
                        .filter(wait -> Doing.isSeen(wait, now))
                        .map(wait -> new ShownWait(wait, reason(wait)))
                        .toList();
    }

    private String reason(OpenWait wait) {
        return wait.isStuck()
                        && session.snapshot().log().read(wait.explained()) instanceof TraceRecord.DeadlockFound found
                ? found.text()
                : "";
    }

    /** What keeps the cards from being of the present; none while the past is looked at on purpose. */
    Trouble trouble() {
        return session.isPast() ? Trouble.NONE : session.troubleProperty().get();
    }

    /** Whether the snapshot is another one than is shown. */
    @SuppressWarnings("ReferenceEquality") // snapshots never change: another one is another object
    boolean isBehind() {
        return shown != session.snapshot();
    }

    /** Whether nothing here will change while no new snapshot comes: no clock runs, no rate falls. */
    boolean isQuiet() {
        return quiet && answer.get().text().isEmpty();
    }

    /** Shows the newest snapshot; costs what changed since the last time. */
    void refresh() {
        shown = session.snapshot();
        open.update(shown, nowNanos());
        if (!answer.get().text().isEmpty() && nowNanos() > answerUntil) {
            answer.set(CardAnswer.NONE);
        }
        List<SocketRow> cards = choice.choose(open, selected.get());
        Map<SocketId, Fold> folds = new HashMap<>();
        for (SocketRow row : cards) {
            if (choice.isFolded(row.id())) {
                folds.put(row.id(), Fold.of(open.of(row.id().value()), open));
            }
        }
        quiet = !open.willChange()
                && cards.stream()
                        .allMatch(
                                row -> row.callbacks().isEmpty() && row.waits().isEmpty())
                && folds.values().stream().allMatch(Fold::isStill);
        content.set(GraphContent.of(
                cards, folds, new GraphContent.Around(open.count(), session.peers(), session.folding())));
    }

    private void selectionChanged() {
        selected.set(selection.socket().orElse(null));
    }

    private void answered(SocketCommandSender.EventCallbackAnswer given) {
        answered = given.socket();
        answerUntil = nowNanos() + ANSWER_NANOS;
        NtStatus status = given.status();
        boolean waits = status.equals(NtStatus.STATUS_PENDING) || status.equals(NtStatus.STATUS_EVENT_PENDING);
        Hue hue = waits ? Hue.WAITING : status.isSuccess() ? Hue.RECEIVE : Hue.ERROR;
        String text = given.irp() == 0
                ? words.text("answer", status.name())
                : words.text("answer.irp", status.name(), given.irp());
        answer.set(new CardAnswer(text, hue));
    }
}
