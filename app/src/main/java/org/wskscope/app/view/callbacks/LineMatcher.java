package org.wskscope.app.view.callbacks;

import org.jspecify.annotations.Nullable;
import org.wskscope.app.state.RecordSearch;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.wsk.SocketId;

/** Whether a record passes a filter, as the table words it. One for each search; owned by the background thread. */
final class LineMatcher implements RecordSearch.Matcher, FilterCandidate {
    private final RecordFilter filter;
    private final EventText words;
    private final RecordCursor cursor;
    private ScopeSnapshot snapshot;
    private long sequence;
    private EventText.@Nullable Wording wording;

    LineMatcher(RecordFilter filter, Messages messages, ScopeSnapshot first) {
        this.filter = filter;
        this.snapshot = first;
        this.cursor = first.log().cursor();
        this.words = new EventText(messages, id -> nameOf(snapshot, id));
    }

    @Override
    public boolean matches(ScopeSnapshot newSnapshot, long newSequence) {
        snapshot = newSnapshot;
        sequence = newSequence;
        wording = null;
        return filter.matches(this);
    }

    @Override
    public boolean isSettled(ScopeSnapshot newSnapshot, long newSequence) {
        return !filter.isDecoding() || RecordLines.isSettled(newSnapshot.log(), newSequence, newSnapshot.playhead());
    }

    @Override
    public RecordGroup group() {
        return RecordGroup.of(snapshot.log().kind(sequence));
    }

    @Override
    public String socketName() {
        int socket = snapshot.log().socket(sequence);
        return socket == 0 ? "" : nameOf(snapshot, socket);
    }

    @Override
    public long sequence() {
        return sequence;
    }

    @Override
    public String time() {
        return RecordLines.time(snapshot.log().timeNanos(sequence));
    }

    @Override
    public String cpu() {
        return RecordLines.cpu(cursor.moveTo(sequence).processor());
    }

    @Override
    public String irql() {
        return RecordLines.irql(cursor.moveTo(sequence).irql());
    }

    @Override
    public String event() {
        return wording().event();
    }

    @Override
    public String detail() {
        return wording().detail();
    }

    @Override
    public String status() {
        return RecordLines.status(snapshot.log(), sequence, snapshot.playhead(), wording());
    }

    @Override
    public RecordCursor at() {
        return cursor.moveTo(sequence);
    }

    @Override
    public long durationNanos() {
        RecordKind kind = snapshot.log().kind(sequence);
        long began = switch (kind) {
            case CALLBACK_RETURNED -> at().entered();
            case FUNCTION_RETURNED -> at().called();
            case WAIT_ENDED -> at().began();
            default -> RecordHead.NO_CAUSE;
        };
        return began < 0
                ? -1
                : snapshot.log().timeNanos(sequence) - snapshot.log().timeNanos(began);
    }

    @Override
    public String nameOf(int socket) {
        return nameOf(snapshot, socket);
    }

    private EventText.Wording wording() {
        EventText.Wording known = wording;
        if (known == null) {
            known = snapshot.log().read(sequence).accept(words);
            wording = known;
        }
        return known;
    }

    /** The name of the socket, or a dash when the snapshot has none. */
    static String nameOf(ScopeSnapshot snapshot, int socket) {
        SocketRow row = snapshot.socket(new SocketId(socket));
        return row == null ? RecordLine.NOTHING : row.name();
    }
}
