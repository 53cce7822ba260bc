package org.wskscope.app.view.sockets;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.wsk.SocketId;

/**
 * What one line of the tree stands for. Immutable; equal by what it stands for and where, so that a line survives its socket's changes. A tree cell keeps the item it
 * had while the value at its row stays equal, and with it that item's indent: a line that moved under another one must not be equal.
 *
 * @param socket the socket, of a group its listener
 * @param parent the socket it stands under, 0 for the client, −1 for the line of closed sockets
 * @param group what the connections of the group are about, or of the group the socket stands in; null for none
 */
record TreeLine(Kind kind, int socket, int parent, @Nullable Doing group) {
    enum Kind {
        CLIENT,
        SOCKET,
        /** Connections of a folded listener that are about the same. */
        GROUP,
        /** That there are more than are listed. */
        REST,
        CLOSED_SOCKETS
    }

    static final TreeLine CLIENT = new TreeLine(Kind.CLIENT, 0, 0, null);
    static final TreeLine CLOSED = new TreeLine(Kind.CLOSED_SOCKETS, 0, 0, null);

    static TreeLine socket(int socket, int parent) {
        return new TreeLine(Kind.SOCKET, socket, parent, null);
    }

    static TreeLine inGroup(int socket, int listener, Doing group) {
        return new TreeLine(Kind.SOCKET, socket, listener, group);
    }

    static TreeLine group(int listener, Doing group) {
        return new TreeLine(Kind.GROUP, listener, listener, group);
    }

    static TreeLine rest(int listener, @Nullable Doing group) {
        return new TreeLine(Kind.REST, listener, listener, group);
    }

    static TreeLine closed(SocketId socket) {
        return new TreeLine(Kind.SOCKET, socket.value(), -1, null);
    }

    SocketId socketId() {
        return new SocketId(socket);
    }
}
