package org.wskscope.app.view.callbacks;

import org.wskscope.app.state.RecordSearch;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.SocketId;

/** Whether a record passes a filter, as the table words it. One for each search; owned by the background thread. */
final class LineMatcher implements RecordSearch.Matcher, FilterCandidate {
    private final RecordFilter filter;
    private final RecordLines lines;
    private ScopeSnapshot snapshot;
    private long sequence;

    LineMatcher(RecordFilter filter, Messages messages, ScopeSnapshot first) {
        this.filter = filter;
        this.snapshot = first;
        this.lines = new RecordLines(messages, id -> nameOf(snapshot, id));
    }

    @Override
    public boolean matches(ScopeSnapshot newSnapshot, long newSequence) {
        snapshot = newSnapshot;
        sequence = newSequence;
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
    public RecordLine line() {
        return lines.read(snapshot.log(), sequence, snapshot.playhead());
    }

    /** The name of the socket, or a dash when the snapshot has none. */
    static String nameOf(ScopeSnapshot snapshot, int socket) {
        SocketRow row = snapshot.socket(new SocketId(socket));
        return row == null ? RecordLine.NOTHING : row.name();
    }
}
