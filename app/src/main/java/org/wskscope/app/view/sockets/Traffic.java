package org.wskscope.app.view.sockets;

import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.PeerRow;

/** Bytes that went over an edge so far, seen from our socket. Immutable. */
record Traffic(long received, long sent) {
    static Traffic of(GraphContent.PeerEnd peer, GraphContent content) {
        PeerRow builtIn = peer.builtIn();
        if (peer.key().startsWith("p") && builtIn != null) {
            return new Traffic(builtIn.bytesSent(), builtIn.bytesReceived());
        }
        for (SocketRow row : content.cards()) {
            if (row.id().equals(peer.socket())) {
                return new Traffic(
                        row.counters().bytesReceived(), row.counters().bytesSent());
            }
        }
        return new Traffic(0, 0);
    }

    long total() {
        return received + sent;
    }

    boolean isNothing() {
        return received == 0 && sent == 0;
    }

    boolean hasMovedSince(Traffic before) {
        return received > before.received || sent > before.sent;
    }
}
