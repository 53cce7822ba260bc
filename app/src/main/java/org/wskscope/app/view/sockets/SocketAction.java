package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;

/** What a person can ask of a socket. WSK decides whether it may be done; here only what its dispatch table has is offered (section 1.3). */
enum SocketAction {
    BIND,
    LISTEN,
    CONNECT,
    ACCEPT,
    SEND,
    RECEIVE,
    RESUME,
    RELEASE,
    BACKLOG,
    DISCONNECT,
    ABORT,
    CLOSE;

    /** The key of its words. */
    String key() {
        return "action." + name().toLowerCase(Locale.ROOT);
    }

    /** The functions in the socket's provider dispatch table, in the order of a menu. */
    static List<SocketAction> of(SocketRow row) {
        List<SocketAction> actions = new ArrayList<>();
        switch (row.category()) {
            case BASIC -> {}
            case LISTEN -> actions.addAll(List.of(BIND, ACCEPT));
            case DATAGRAM -> actions.addAll(List.of(BIND, SEND, RECEIVE, RELEASE));
            case CONNECTION ->
                actions.addAll(List.of(BIND, CONNECT, SEND, RECEIVE, RESUME, RELEASE, BACKLOG, DISCONNECT, ABORT));
            case STREAM ->
                actions.addAll(List.of(
                        BIND, LISTEN, CONNECT, ACCEPT, SEND, RECEIVE, RESUME, RELEASE, BACKLOG, DISCONNECT, ABORT));
        }
        if (row.listener() != null && row.category() == SocketCategory.CONNECTION) {
            actions.removeAll(List.of(BIND, CONNECT));
        }
        actions.add(CLOSE);
        return actions;
    }

    /** Whether it can do something in the state the socket is in. WSK is asked all the same: to see it refuse is part of what one learns. */
    boolean isOfUse(SocketRow row) {
        boolean connected = row.remote() != null;
        boolean bound = row.local() != null;
        return switch (this) {
            case BIND -> !bound;
            case CONNECT -> !connected && !SocketEvents.isListener(row);
            case LISTEN -> bound && !connected && !SocketEvents.isListener(row);
            case ACCEPT -> SocketEvents.isListener(row) && bound;
            case SEND, RECEIVE -> connected || row.category() == SocketCategory.DATAGRAM && bound;
            case RESUME -> !row.gateOpen();
            case RELEASE -> row.retained() > 0;
            case BACKLOG, DISCONNECT, ABORT -> connected;
            case CLOSE -> row.state() != SocketState.CLOSING;
        };
    }

    /** Whether the connection or the socket ends by it. */
    boolean ends() {
        return this == DISCONNECT || this == ABORT || this == CLOSE;
    }
}
