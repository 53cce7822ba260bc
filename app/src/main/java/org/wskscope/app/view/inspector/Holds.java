package org.wskscope.app.view.inspector;

import java.util.ArrayList;
import java.util.List;
import org.wskscope.app.state.CommandPort;
import org.wskscope.app.view.inspector.InspectorContent.Hold;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskCallback;

/** Which callbacks the demonstration client is told to hold, and the way to end that. FX thread. */
final class Holds {
    private static final List<WskCallback> OF_CONNECTIONS =
            List.of(WskCallback.RECEIVE, WskCallback.DISCONNECT, WskCallback.SEND_BACKLOG);

    private final CommandPort commands;

    Holds(CommandPort commands) {
        this.commands = commands;
    }

    /** Those of a socket; of a listener also what it tells the connections it accepts. */
    List<Hold> of(SocketRow row) {
        List<Hold> holds = new ArrayList<>();
        if (!row.isClosed()) {
            for (WskCallback callback : callbacks(row)) {
                add(holds, row, callback);
            }
        }
        return holds;
    }

    /** That of one callback, if it is held. */
    List<Hold> of(SocketRow row, WskCallback callback) {
        List<Hold> holds = new ArrayList<>();
        if (!row.isClosed()) {
            add(holds, row, callback);
        }
        return holds;
    }

    /** Later calls return by themselves; those in progress stay until they are returned. */
    void end(Hold hold) {
        CallbackBehaviour behaviour = commands.behaviour(hold.socket(), hold.callback());
        if (behaviour != null) {
            commands.submit(new EngineCommand.SetBehaviour(hold.socket(), hold.callback(), behaviour.notHolding()));
        }
    }

    private void add(List<Hold> holds, SocketRow row, WskCallback callback) {
        CallbackBehaviour behaviour = commands.behaviour(row.id(), callback);
        if (behaviour != null && behaviour.hold()) {
            boolean ofAccepted = row.category() == SocketCategory.LISTEN && OF_CONNECTIONS.contains(callback);
            holds.add(new Hold(row.id(), callback, behaviour.holdOnce(), ofAccepted));
        }
    }

    private static List<WskCallback> callbacks(SocketRow row) {
        return switch (row.category()) {
            case LISTEN ->
                List.of(
                        WskCallback.ACCEPT,
                        WskCallback.INSPECT,
                        WskCallback.ABORT,
                        WskCallback.RECEIVE,
                        WskCallback.DISCONNECT,
                        WskCallback.SEND_BACKLOG);
            case STREAM, CONNECTION -> OF_CONNECTIONS;
            case DATAGRAM -> List.of(WskCallback.RECEIVE_FROM);
            case BASIC -> List.of();
        };
    }
}
