package org.wskscope.app.view.sockets;

import java.util.List;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.Hue;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.CallbackInFlight;
import org.wskscope.engine.projection.OpenWait;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.SocketId;

/** What the graph shows at the playhead. FX thread. */
final class SocketGraphViewModel {
    /** More cards than these would cost more than they tell. */
    private static final int MOST_CARDS = 18;
    /** A callback that returns sooner would only flicker on its card. */
    private static final long SHOWN_AFTER_NANOS = 40_000_000;
    /** How long an answer stands on a card. */
    private static final long ANSWER_NANOS = 6_000_000_000L;

    private final SessionModel session;
    private final Selection selection;
    private final SocketWords words;
    private final CardChoice choice = new CardChoice(MOST_CARDS);
    private final ReadOnlyObjectWrapper<GraphContent> content =
            new ReadOnlyObjectWrapper<>(new GraphContent(List.of(), List.of(), List.of(), 0));
    private final ReadOnlyObjectWrapper<@Nullable SocketId> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<CardAnswer> answer = new ReadOnlyObjectWrapper<>(CardAnswer.NONE);
    private SocketId answered = new SocketId(0);
    private long answerUntil;
    /** When a call or a wait that is too young now has lasted long enough. */
    private long nextVisible = Long.MAX_VALUE;

    private List<SocketRow> open = List.of();

    SocketGraphViewModel(SessionModel session, Selection selection, SocketCommands commands, SocketWords words) {
        this.session = session;
        this.selection = selection;
        this.words = words;
        session.snapshotProperty().addListener((o, old, now) -> update());
        session.peersProperty().addListener((o, old, now) -> show());
        selection.currentProperty().addListener((o, old, now) -> selectionChanged());
        commands.lastAnswerProperty().addListener((o, old, now) -> answered(now));
        update();
        selectionChanged();
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
        return session.playhead().timeNanos();
    }

    /** The calls in progress that last long enough to be seen. */
    List<CallbackInFlight> visibleCalls(SocketRow row) {
        if (row.callbacks().isEmpty()) {
            return List.of();
        }
        long now = nowNanos();
        return row.callbacks().stream()
                .filter(call -> call.deferred() || lasts(call.sinceNanos(), now))
                .toList();
    }

    /** The waits that last long enough to be seen, each with the reason why it cannot end. */
    List<ShownWait> visibleWaits(SocketRow row) {
        if (row.waits().isEmpty()) {
            return List.of();
        }
        long now = nowNanos();
        return row.waits().stream()
                .filter(wait -> wait.isStuck() || lasts(wait.sinceNanos(), now))
                .map(wait -> new ShownWait(wait, reason(wait)))
                .toList();
    }

    private static boolean lasts(long sinceNanos, long now) {
        return now - sinceNanos > SHOWN_AFTER_NANOS;
    }

    private String reason(OpenWait wait) {
        return wait.isStuck()
                        && session.snapshot().log().read(wait.explained()) instanceof TraceRecord.DeadlockFound found
                ? found.text()
                : "";
    }

    /** Once a pulse: an answer does not stand for ever, and what runs on without a record becomes worth showing. */
    void tick() {
        if (nowNanos() > nextVisible) {
            show();
        }
        if (!answer.get().text().isEmpty() && nowNanos() > answerUntil) {
            answer.set(CardAnswer.NONE);
        }
    }

    private void update() {
        open = OpenSockets.of(session.snapshot());
        show();
    }

    private void show() {
        nextVisible = nextVisible();
        content.set(GraphContent.of(choice.choose(open, selected.get()), open.size(), session.peers()));
    }

    private long nextVisible() {
        long now = nowNanos();
        return open.stream()
                        .flatMapToLong(row -> LongStream.concat(
                                row.callbacks().stream().mapToLong(CallbackInFlight::sinceNanos),
                                row.waits().stream().mapToLong(OpenWait::sinceNanos)))
                        .filter(since -> !lasts(since, now))
                        .min()
                        .orElse(Long.MAX_VALUE - SHOWN_AFTER_NANOS)
                + SHOWN_AFTER_NANOS;
    }

    private void selectionChanged() {
        SocketId next = selection.socket().orElse(null);
        selected.set(next);
        boolean hidden = next != null
                && content.get().cards().stream().noneMatch(row -> row.id().equals(next));
        if (hidden) {
            show();
        }
    }

    private void answered(SocketCommands.EventCallbackAnswer given) {
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
