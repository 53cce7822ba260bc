package org.wskscope.app.view.inspector;

import java.util.List;
import java.util.OptionalLong;
import org.wskscope.app.state.Selected;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.projection.Explanations;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;

/** Turns the selection into what the inspector says about it. Pure, but for reading the log. FX thread. */
final class InspectorReader {
    private final SessionModel session;
    private final Selection selection;
    private final RecordReader records;
    private final SocketReader sockets;

    InspectorReader(SessionModel session, Selection selection, Messages messages, RuleBook book, Holds holds) {
        this.session = session;
        this.selection = selection;
        InspectorText words = new InspectorText(messages, book, new Explanations(book), session);
        this.records = new RecordReader(words, holds);
        this.sockets = new SocketReader(words, holds);
    }

    InspectorContent read() {
        ScopeSnapshot snapshot = session.snapshot();
        Selected selected = selection.current();
        if (selected instanceof Selected.SocketSelected socket) {
            SocketRow row = snapshot.socket(socket.socket());
            return row == null ? InspectorContent.NOTHING : sockets.socket(snapshot, row);
        }
        if (selected instanceof Selected.EventToggleSelected toggle) {
            SocketRow row = snapshot.socket(toggle.socket());
            return row == null ? InspectorContent.NOTHING : sockets.toggle(snapshot, row, toggle.event());
        }
        if (selected instanceof Selected.PeerSelected peer) {
            return session.peers().stream()
                    .filter(row -> row.id() == peer.peer())
                    .findFirst()
                    .map(row -> sockets.peer(row, selection.socketOfPeer(row.id())))
                    .orElse(InspectorContent.NOTHING);
        }
        OptionalLong record = selection.record();
        if (record.isEmpty() || record.getAsLong() >= snapshot.playhead()) {
            return InspectorContent.NOTHING;
        }
        return records.read(snapshot, subject(snapshot.log(), record.getAsLong()));
    }

    /** An answer is shown with its call, a return with its entry. */
    private static long subject(TraceReader log, long sequence) {
        TraceRecord record = log.read(sequence);
        if (record instanceof TraceRecord.FunctionReturned answer && answer.called() >= 0) {
            return answer.called();
        }
        if (record instanceof TraceRecord.CallbackReturned answer) {
            return answer.entered();
        }
        return record instanceof TraceRecord.CallbackDeferred deferred ? deferred.entered() : sequence;
    }

    /** The bits an event mask can have, highest first, as the inspector shows them. */
    static List<MaskBit> bits() {
        return MaskBit.ALL;
    }
}
