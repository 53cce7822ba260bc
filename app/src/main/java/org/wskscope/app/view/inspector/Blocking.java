package org.wskscope.app.view.inspector;

import java.util.ArrayList;
import java.util.List;
import org.wskscope.app.view.inspector.InspectorContent.Blocked;
import org.wskscope.engine.projection.CallbackInFlight;
import org.wskscope.engine.projection.OpenWait;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskCallback;

/**
 * What cannot go on because a call of a socket is in progress: its own further events, a disable or a close that waits; and, where the call keeps its processor, every other
 * socket of that processor. Looks at a bounded number of sockets, the newest. FX thread.
 */
final class Blocking {
    /** A call that has been running shorter than this is no obstacle to anybody. */
    private static final long NOTABLE_NANOS = 1_000_000;

    private static final int MOST_NAMED = 8;
    private static final int MOST_LOOKED_AT = 256;

    private final InspectorText words;

    Blocking(InspectorText words) {
        this.words = words;
    }

    /** By all calls of the socket that are in progress. */
    List<Blocked> by(ScopeSnapshot snapshot, SocketRow row) {
        List<Blocked> blocked = new ArrayList<>();
        for (CallbackInFlight call : row.callbacks()) {
            by(snapshot, row, call).stream()
                    .filter(each -> !blocked.contains(each))
                    .forEach(blocked::add);
        }
        addDeregistrations(blocked, snapshot, row);
        return blocked;
    }

    /** A client that waits in WskDeregister waits for this socket by name (API-REG-10). */
    private void addDeregistrations(List<Blocked> blocked, ScopeSnapshot snapshot, SocketRow row) {
        for (OpenWait wait : snapshot.waits()) {
            if (!row.isClosed() && wait.hindrance().socket() == row.id().value()) {
                blocked.add(new Blocked(
                        words.text("blocks.deregister", Long.toString(wait.began()), row.name()), row.id()));
            }
        }
    }

    /** By one call. */
    List<Blocked> by(ScopeSnapshot snapshot, SocketRow row, CallbackInFlight call) {
        boolean waits = row.waits().stream().anyMatch(wait -> wait.within() == call.entered());
        if (!call.deferred() && !waits && snapshot.timeNanos() - call.sinceNanos() < NOTABLE_NANOS) {
            return List.of();
        }
        List<Blocked> blocked = new ArrayList<>();
        if (call.callback() == WskCallback.RECEIVE) {
            blocked.add(new Blocked(
                    row.queued() == 0
                            ? words.text("blocks.receive", row.name())
                            : words.text("blocks.receive.queued", row.name(), row.queued()),
                    row.id()));
        }
        if (call.callback() == WskCallback.ACCEPT && call.subject().value() != 0) {
            blocked.add(new Blocked(words.text("blocks.accepted", words.socketName(call.subject())), call.subject()));
        }
        if (call.callback().event() != null
                && row.waitingMask().contains(call.callback().event())) {
            blocked.add(new Blocked(words.text("blocks.disable", row.name()), row.id()));
        }
        if (row.state() == SocketState.CLOSING) {
            blocked.add(new Blocked(words.text("blocks.close", row.name()), row.id()));
        }
        if (!call.deferred()) {
            addProcessor(blocked, snapshot, row);
        }
        return blocked;
    }

    private void addProcessor(List<Blocked> blocked, ScopeSnapshot snapshot, SocketRow row) {
        int named = 0;
        int least = Math.max(0, snapshot.sockets().size() - MOST_LOOKED_AT);
        for (int index = snapshot.sockets().size() - 1; index >= least; index--) {
            SocketRow other = snapshot.sockets().get(index);
            if (other.owner() == row.owner() && !other.isClosed() && !other.id().equals(row.id())) {
                if (named == MOST_NAMED) {
                    blocked.add(new Blocked(words.text("blocks.more", Integer.toString(row.owner())), null));
                    return;
                }
                blocked.add(new Blocked(
                        words.text("blocks.processor", other.name(), Integer.toString(row.owner())), other.id()));
                named++;
            }
        }
    }
}
