package org.wskscope.app.view.sockets;

import org.wskscope.engine.wsk.SocketId;

/** What one line of the tree stands for. Immutable; equal by what it stands for, so that a line survives its socket's changes. */
record TreeLine(Kind kind, int socket) {
    enum Kind {
        CLIENT,
        SOCKET,
        CLOSED_SOCKETS
    }

    static final TreeLine CLIENT = new TreeLine(Kind.CLIENT, 0);
    static final TreeLine CLOSED = new TreeLine(Kind.CLOSED_SOCKETS, 0);

    static TreeLine of(SocketId socket) {
        return new TreeLine(Kind.SOCKET, socket.value());
    }

    SocketId socketId() {
        return new SocketId(socket);
    }
}
