package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.SocketCategory;

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
}
