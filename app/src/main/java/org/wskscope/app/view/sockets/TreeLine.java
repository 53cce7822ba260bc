package org.wskscope.app.view.sockets;

import org.wskscope.engine.wsk.SocketId;

/**
 * What one line of the tree stands for. Immutable; equal by what it stands for and where, so that a line survives its socket's changes. A tree cell keeps the item it
 * had while the value at its row stays equal, and with it that item's indent: a line that moved under another one must not be equal.
 *
 * @param parent the socket it stands under, 0 for the client, −1 for the line of closed sockets
 */
record TreeLine(Kind kind, int socket, int parent) {
    enum Kind {
        CLIENT,
        SOCKET,
        CLOSED_SOCKETS
    }

    static final TreeLine CLIENT = new TreeLine(Kind.CLIENT, 0, 0);
    static final TreeLine CLOSED = new TreeLine(Kind.CLOSED_SOCKETS, 0, 0);

    static TreeLine of(TreePlace place) {
        SocketId parent = place.parent();
        return new TreeLine(Kind.SOCKET, place.socket().value(), parent == null ? 0 : parent.value());
    }

    static TreeLine closed(SocketId socket) {
        return new TreeLine(Kind.SOCKET, socket.value(), -1);
    }

    SocketId socketId() {
        return new SocketId(socket);
    }
}
