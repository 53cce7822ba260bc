package org.wskscope.engine.program;

import static org.wskscope.engine.wsk.SocketState.BOUND;
import static org.wskscope.engine.wsk.SocketState.CLOSED;
import static org.wskscope.engine.wsk.SocketState.CLOSING;
import static org.wskscope.engine.wsk.SocketState.CONNECTED;
import static org.wskscope.engine.wsk.SocketState.CONNECTING;
import static org.wskscope.engine.wsk.SocketState.CREATED;
import static org.wskscope.engine.wsk.SocketState.DEAD;
import static org.wskscope.engine.wsk.SocketState.DISCONNECTED;
import static org.wskscope.engine.wsk.SocketState.HALF_CLOSED_LOCAL;
import static org.wskscope.engine.wsk.SocketState.HALF_CLOSED_REMOTE;
import static org.wskscope.engine.wsk.SocketState.LISTENING;

import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;

/** Section 2.1: which transitions there are, what must have happened for each, and where a successful call leads. */
final class StateRules {
    private StateRules() {}

    /** Whether {@code socket} may go from one state to the other now. */
    static boolean allows(SocketModel socket, SocketState from, SocketState to) {
        return switch (to) {
            case CLOSING -> from != CLOSED && (socket.closeAsked || socket.refused || socket.unowned);
            case CLOSED -> from == CLOSING;
            case DEAD -> from != CLOSING && from != CLOSED && socket.failAsked;
            case BOUND -> from == CREATED && socket.binding || from == CONNECTING;
            case LISTENING ->
                from == CREATED && socket.category == SocketCategory.LISTEN && socket.binding
                        || from == BOUND && socket.category == SocketCategory.STREAM && socket.binding;
            case CONNECTING -> from == BOUND;
            case CONNECTED ->
                from == CONNECTING || from == CREATED || from == HALF_CLOSED_LOCAL && socket.disconnectCancelled;
            case HALF_CLOSED_LOCAL -> from == CONNECTED && socket.disconnectAsked;
            case HALF_CLOSED_REMOTE ->
                from == CONNECTED && socket.finSeen || from == DISCONNECTED && socket.disconnectCancelled;
            case DISCONNECTED -> isDisconnect(socket, from);
            default -> false;
        };
    }

    private static boolean isDisconnect(SocketModel socket, SocketState from) {
        boolean broken = socket.resetSeen || socket.aborted;
        return switch (from) {
            case CONNECTED -> broken;
            case HALF_CLOSED_LOCAL -> broken || socket.finSeen;
            case HALF_CLOSED_REMOTE -> broken || socket.disconnectAsked;
            default -> false;
        };
    }

    /** The call is about to succeed, or just did: what later transitions may follow from it. */
    static void performed(SocketModel socket, Step step) {
        switch (step.op()) {
            case BIND, LISTEN_ON -> socket.binding = true;
            case CLOSE -> socket.closeAsked = true;
            case DISCONNECT -> {
                boolean abortive = step.what().equals("abortive");
                socket.disconnectAsked |= !abortive;
                socket.aborted |= abortive && (socket.isConnected() || socket.disconnectPends);
            }
            default -> {}
        }
    }

    /** The state right after a successful call; what the network has to do first comes later. */
    static SocketState after(Step step, SocketState before) {
        return switch (step.op()) {
            case CLOSE -> CLOSING;
            case CONNECT, CONNECT_EX -> CONNECTING;
            case DISCONNECT -> {
                if (step.what().equals("abortive")) {
                    yield DISCONNECTED;
                }
                yield before == CONNECTED ? HALF_CLOSED_LOCAL : DISCONNECTED;
            }
            default -> before;
        };
    }

    /** Whether the peer's FIN or RST, once it was seen, has had its effect. */
    static boolean isUpToDate(SocketModel socket) {
        if (socket.resetSeen) {
            return socket.state == DISCONNECTED || socket.isClosing() || socket.state == DEAD;
        }
        return !socket.finSeen || socket.state != CONNECTED && socket.state != HALF_CLOSED_LOCAL;
    }

    static boolean isAlive(SocketModel socket) {
        return !socket.isClosing() && socket.state != DEAD;
    }
}
