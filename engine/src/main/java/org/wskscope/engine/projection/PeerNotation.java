package org.wskscope.engine.projection;

import static org.wskscope.engine.projection.TraceLine.aside;
import static org.wskscope.engine.projection.TraceLine.step;

import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskFunction;

/**
 * The peers' side of the notation: what a built-in peer sees, and what it does when no socket is there to tell of it. Remembers who is connected to whom; owned by one
 * thread.
 */
final class PeerNotation {
    private static final Set<SocketState> OVER =
            EnumSet.of(SocketState.DISCONNECTED, SocketState.CLOSING, SocketState.CLOSED, SocketState.DEAD);

    private final Map<Integer, InetSocketAddress> peers = new HashMap<>();
    private final Map<Integer, Long> received = new HashMap<>();
    private final Map<Integer, InetSocketAddress> connections = new HashMap<>();
    private int started;

    void started() {
        started++;
    }

    void bound(TraceRecord.PeerBound record) {
        peers.put(record.peer(), record.local());
    }

    /** From now on the socket tells what the peer at its other end does. */
    void connected(int socket, InetSocketAddress remote) {
        connections.put(socket, remote);
    }

    /** A socket that the client closes tells nothing more. */
    void called(TraceRecord.FunctionCalled record) {
        if (record.function() == WskFunction.WSK_CLOSE_SOCKET) {
            connections.remove(record.head().socket().value());
        }
    }

    /** Nor does one whose connection is over. */
    void changed(TraceRecord.SocketStateChanged record) {
        if (OVER.contains(record.to())) {
            connections.remove(record.head().socket().value());
        }
    }

    TraceLine changed(TraceRecord.PeerChanged record) {
        String what = what(record);
        if (record.change().isFinal()) {
            peers.remove(record.peer());
            received.remove(record.peer());
        }
        return what.isEmpty()
                ? aside("PeerChanged " + record.peer() + " " + record.change() + " "
                        + record.status().shortName())
                : step("P>  " + what + (started > 1 ? "  (peer " + record.peer() + ")" : ""));
    }

    private String what(TraceRecord.PeerChanged record) {
        return switch (record.change()) {
            case RECEIVED -> "sees " + news(record) + " B";
            case SAW_FIN -> "sees FIN";
            case SAW_RESET -> "sees reset";
            case CONNECT_FAILED ->
                record.status().equals(NtStatus.STATUS_CONNECTION_REFUSED)
                        ? "connect fails"
                        : "connect fails, " + record.status().shortName();
            case SENT_FIN -> isSeen(record.peer()) ? "" : "FIN";
            case SENT_RESET -> isSeen(record.peer()) ? "" : "RST";
            case WORKING, SENT, PROGRESSED, FINISHED, STOPPED, FAILED -> "";
        };
    }

    private long news(TraceRecord.PeerChanged record) {
        Long before = received.put(record.peer(), record.bytesReceived());
        return record.bytesReceived() - (before == null ? 0 : before);
    }

    /** A socket is connected to the peer and will tell of it. */
    private boolean isSeen(int peer) {
        InetSocketAddress address = peers.get(peer);
        return address != null && connections.containsValue(address);
    }
}
